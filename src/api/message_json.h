#pragma once

#include <vector>

#include "base/json_value.h"
#include "desk/mailbox_name.h"
#include "desk/message_desk.h"

namespace gongkai::api {

// With `with_trace` how the days were counted, one by one.
json::Object json_of(const interaction::messages::Clock& clock, const law::Calendar& calendar,
                     bool with_trace);
json::Object json_of(const desk::MessageReceipt& receipt, const law::Calendar& calendar);
json::Object json_of(const desk::MessageLine& line, const law::Calendar& calendar, Date today);
// The whole of a message, for those who handle it. `organ` is the body's name, for the notices.
json::Object json_of(const desk::MessageCase& opened,
                     const interaction::messages::Counting& counting, const std::string& organ,
                     Date today);
// What its writer may see with number and query code.
json::Object tracking_json(const desk::TrackedMessage& tracked, const law::Calendar& calendar,
                           Date today);
json::Object json_of(const interaction::messages::ListedLetter& letter);
json::Object json_of(const interaction::PublicLetter& letter);
// Calls the mailbox of the body's head by the head's title: 镇长信箱 of a town.
json::Object with_mailbox(json::Object it, const organs::OrganRecord& organ);
json::Object figures_json(int year, const std::vector<interaction::messages::MonthFigures>& months);

}  // namespace gongkai::api
