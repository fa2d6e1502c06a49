#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "desk/office.h"
#include "forms/report.h"
#include "reports/roll_up.h"
#include "reports/submission.h"

// Annual reports added up over a body and those below it.
namespace gongkai::desk {

// The edition of the form that covers a year; refusal report.no-form.
Result<const forms::Form*> form_of(const Office& office, int year);

Date last_day_of(int year);

// The bodies below one, however deep, that exist on a day.
std::vector<organs::Organ> bodies_below(const Office& office, const journal::LogKey& organ,
                                        Date day);

struct RollUp {
    reports::RolledUp sum;
    std::vector<organs::Organ> included, missing;
};

// The report of one body that counts; nothing where it has none, and it is missing, never zero.
using ReportOf = std::function<std::optional<forms::Report>(const reports::SubmissionKey&)>;

// Over those below a body, and itself first where it exists at the end of the year. Refusals
// report.no-form, organ.not-found.
Result<RollUp> roll_up(const Office& office, const reports::SubmissionKey& key,
                       std::vector<organs::Organ> below, const ReportOf& report_of);

}  // namespace gongkai::desk
