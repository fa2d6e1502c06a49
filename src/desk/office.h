#pragma once

#include <cstdint>

#include "base/date.h"
#include "disclosure/contents.h"
#include "disclosure/repository.h"
#include "files/letter_files.h"
#include "forms/form.h"
#include "journal/audit.h"
#include "journal/ledger.h"
#include "law/calendar.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"
#include "organs/session.h"
#include "reports/submission.h"
#include "requests/repository.h"

namespace gongkai::desk {

// What the use cases work with: the books, and the rules by which they judge.
struct Office {
    journal::Ledger& ledger;
    requests::Repository& requests;
    organs::Repository& organs;
    organs::Accounts& accounts;
    organs::Sessions& sessions;
    disclosure::Documents& documents;
    disclosure::Registers& registers;
    disclosure::Contents& contents;
    reports::Submissions& submissions;
    const law::Calendar& calendar;
    const forms::Forms& forms;
    const files::Letters& letters;
    const journal::Audit& audit;
    requests::Settings settings{};

    requests::Rules rules() const { return {calendar, settings}; }
};

}  // namespace gongkai::desk
