#pragma once

#include "api/fields.h"
#include "desk/proposal_desk.h"
#include "site/guard.h"

// Proposals as JSON; docs/api.md.
namespace gongkai::api {

// Whole, with what the caller may do with it.
json::Object json_of(const desk::ProposalFile& file, const desk::ProposalDesk& desk,
                     const site::Caller& caller);
json::Object json_of(const interaction::proposals::Listed& line);
json::Object json_of(const interaction::proposals::ListedAnswer& line);
json::Object json_of(const interaction::proposals::PublicView& view);
json::Object json_of(const desk::ProposalDuty& duty);
// The counts of each kind, and the sentence that is proposed for the annual report.
json::Object counts_json(const interaction::proposals::CountsOfForms& counts, int year, Date today);
// A, B, C, D as the place has them.
json::Array classes_json(const interaction::proposals::Settings& settings);

}  // namespace gongkai::api
