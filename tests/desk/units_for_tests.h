#pragma once

#include "desk/assignment_desk.h"
#include "desk/unit_desk.h"
#include "office_for_tests.h"
#include "store/ledger/assignments.h"
#include "store/ledger/units.h"

namespace gongkai::testing {

// The desks of units and assignments of an office.
struct UnitDesks {
    explicit UnitDesks(TestOffice& it)
        : units(it.ledger, it.organs, unit_book, it.accounts, assignment_book),
          assignments(it.ledger, it.organs, unit_book, it.accounts, it.requests, assignment_book) {}

    store::UnitBook unit_book;
    store::AssignmentBook assignment_book;
    desk::UnitDesk units;
    desk::AssignmentDesk assignments;
};

}  // namespace gongkai::testing
