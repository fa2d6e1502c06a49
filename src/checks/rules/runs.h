#pragma once

#include <vector>

#include "checks/rule.h"

// What each rule does. The table in rules.cpp says what it is called and what it rests on.
namespace gongkai::checks {

using Findings = std::vector<Finding>;

// rules/table_sums.cpp
void check_flow(const Rule&, const Subject&, Findings&);
void check_columns(const Rule&, const Subject&, Findings&);
void check_rows(const Rule&, const Subject&, Findings&);
void check_reviews(const Rule&, const Subject&, Findings&);

// rules/cell_values.cpp
void check_whole(const Rule&, const Subject&, Findings&);
void check_sign(const Rule&, const Subject&, Findings&);
void check_words_in_cells(const Rule&, const Subject&, Findings&);
void check_blanks(const Rule&, const Subject&, Findings&);

// rules/implausible.cpp
void check_published_total(const Rule&, const Subject&, Findings&);
void check_documents_in_force(const Rule&, const Subject&, Findings&);
void check_item_changes(const Rule&, const Subject&, Findings&);
void check_rule_making(const Rule&, const Subject&, Findings&);

// rules/last_year.cpp
void check_carried_over(const Rule&, const Subject&, Findings&);
void check_document_stock(const Rule&, const Subject&, Findings&);
void check_item_stock(const Rule&, const Subject&, Findings&);
void check_sameness(const Rule&, const Subject&, Findings&);

// rules/form_and_year.cpp
void check_form_of_year(const Rule&, const Subject&, Findings&);
void check_period(const Rule&, const Subject&, Findings&);
void check_opening_year(const Rule&, const Subject&, Findings&);
void check_lateness(const Rule&, const Subject&, Findings&);

// rules/structure.cpp
void check_sections(const Rule&, const Subject&, Findings&);
void check_fee_statement(const Rule&, const Subject&, Findings&);
void check_layout(const Rule&, const Subject&, Findings&);

// rules/stated_cells.cpp
void check_stated_documents(const Rule&, const Subject&, Findings&);
void check_stated_requests(const Rule&, const Subject&, Findings&);
void check_stated_applicants(const Rule&, const Subject&, Findings&);
void check_stated_outcomes(const Rule&, const Subject&, Findings&);
void check_stated_reviews(const Rule&, const Subject&, Findings&);

// rules/breakdown.cpp, rules/hotline.cpp, rules/shares.cpp
void check_breakdowns(const Rule&, const Subject&, Findings&);
void check_hotlines(const Rule&, const Subject&, Findings&);
void check_shares(const Rule&, const Subject&, Findings&);

// rules/wording.cpp
void check_principle(const Rule&, const Subject&, Findings&);
void check_all_upheld(const Rule&, const Subject&, Findings&);
void check_none_received(const Rule&, const Subject&, Findings&);
void check_foreign_words(const Rule&, const Subject&, Findings&);

}  // namespace gongkai::checks
