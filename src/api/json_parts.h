#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json_value.h"
#include "desk/account_log.h"
#include "desk/opened.h"
#include "journal/entry.h"
#include "journal/tree.h"

// What the answers of several subjects have in common.
namespace gongkai::api {

// "2026-03-02", or null.
json::Value day_or_null(const std::optional<Date>& day);

// 2026-03-02T12:00:00.123+08:00 of milliseconds since 1970 UTC.
std::string moment(std::int64_t milliseconds);

// {"on", "years", "data"}, where what is sealed of a case was deleted by rule; else null.
json::Value deletion_json(const desk::OpenedData& data);

// What happened to accounts, with the title of each.
json::Array events_json(const std::vector<desk::AccountEvent>& events);

// Where an act stands in the journal: what a receipt gives, so that anybody can check it later.
json::Object place_in_journal(const journal::Entry& entry, const journal::TreeHead& head);

}  // namespace gongkai::api
