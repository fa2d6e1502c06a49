#pragma once

#include <vector>

#include "desk/organ_desk.h"
#include "disclosure/repository.h"
#include "forms/form.h"
#include "reports/compile.h"
#include "reports/narrative.h"
#include "reports/submission.h"
#include "requests/repository.h"

// A year as the records tell it.
namespace gongkai::desk {

// The edition of the form that covers a year; refusal report.no-form.
Result<const forms::Form*> form_of(const forms::Forms& forms, int year);

Date last_day_of(int year);

// What a year is compiled from.
struct CountedRecords {
    const requests::Repository& requests;
    const disclosure::Documents& documents;
    const disclosure::Registers& registers;
};

class YearBooks {
public:
    YearBooks(journal::Ledger& ledger, const CountedRecords& records, const OrganDesk& organs,
              const forms::Forms& forms, const requests::Settings& settings)
        : ledger_(ledger), records_(records), organs_(organs), forms_(forms), settings_(settings) {}

    // The tables of a year as the records of today give them. Refusal report.no-form.
    Result<reports::Compiled> compile(const reports::SubmissionKey& key) const;
    // The same with what the records say for the narrative. Refusal organ.not-found besides.
    struct Told {
        forms::Report report;
        reports::NarrativeFacts facts;
    };
    Result<Told> told(const reports::SubmissionKey& key) const;

private:
    journal::Ledger& ledger_;
    CountedRecords records_;
    const OrganDesk& organs_;
    const forms::Forms& forms_;
    requests::Settings settings_;
};

}  // namespace gongkai::desk
