#include "recognizer/statements_cells.h"

#include <algorithm>

namespace gongkai::recognizer {

namespace {

const Rows denied_rows = {"denied_state_secret",       "denied_law_forbidden",
                          "denied_security_stability", "denied_third_party_rights",
                          "denied_internal_affairs",   "denied_process_info",
                          "denied_enforcement_file",   "denied_admin_inquiry"};
const Rows unavailable_rows = {"unavailable_not_held", "unavailable_needs_creation",
                               "unavailable_still_unclear"};
const Rows not_processed_rows = {"not_processed_petition", "not_processed_duplicate",
                                 "not_processed_publication", "not_processed_excessive",
                                 "not_processed_reconfirm"};
const Rows other_rows = {"other_total", "other_no_correction", "other_fee_unpaid", "other_other"};

}  // namespace

bool counts_cases(std::string_view unit) {
    static constexpr std::string_view counting[] = {"",   "件", "个", "条", "宗",
                                                    "份", "起", "例", "项", "部"};
    return std::ranges::find(counting, unit) != std::end(counting);
}

std::vector<Rows> whole_rows(Words near) {
    const bool going = has(near, going_words);
    if (has(near, bit(Word::New)) && !going) return {{"new_received"}};
    if (has(near, coming_words) && going)
        return {{"new_received"}, {"new_received", "carried_over_in"}, {"result_total"}};
    if (has(near, coming_words)) return {{"new_received"}, {"new_received", "carried_over_in"}};
    if (has(near, bit(Word::Finished))) return {{"result_total"}};
    Rows answered = {"result_granted", "result_partial"};
    for (const Rows* more : {&denied_rows, &unavailable_rows})
        answered.insert(answered.end(), more->begin(), more->end());
    Rows processed = answered;
    processed.insert(processed.end(), not_processed_rows.begin(), not_processed_rows.end());
    std::vector<Rows> rows = {{"result_total"}, processed, answered};
    // 共办理14件 may count what is still open.
    if (has(near, bit(Word::Handled))) rows.push_back({"new_received", "carried_over_in"});
    return rows;
}

Rows outcome_rows(Words near) {
    Rows rows;
    const auto add = [&](Word word, const Rows& more) {
        if (has(near, bit(word))) rows.insert(rows.end(), more.begin(), more.end());
    };
    add(Word::Granted, {"result_granted"});
    add(Word::Partial, {"result_partial"});
    add(Word::Denied, denied_rows);
    add(Word::Unavailable, unavailable_rows);
    add(Word::NotProcessed, not_processed_rows);
    add(Word::Other, other_rows);
    return rows;
}

Rows applicant_columns(Words near) {
    Rows columns;
    const auto add = [&](Word word, std::initializer_list<std::string_view> more) {
        if (has(near, bit(word))) columns.insert(columns.end(), more);
    };
    add(Word::Natural, {"natural_person"});
    add(Word::Organisation, {"org_commercial", "org_research", "org_public_interest",
                             "org_legal_service", "org_other"});
    add(Word::Commercial, {"org_commercial"});
    add(Word::Research, {"org_research"});
    add(Word::PublicInterest, {"org_public_interest"});
    add(Word::LegalService, {"org_legal_service"});
    return columns;
}

std::string_view ending_column(Words ends) {
    if (has(ends, bit(Word::Upheld))) return "outcome_upheld";
    if (has(ends, bit(Word::Corrected))) return "outcome_corrected";
    if (has(ends, bit(Word::OtherResult))) return "outcome_other";
    if (has(ends, bit(Word::Pending))) return "outcome_pending";
    return "outcome_total";
}

}  // namespace gongkai::recognizer
