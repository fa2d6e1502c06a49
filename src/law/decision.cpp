#include "law/decision.h"

#include <algorithm>

namespace gongkai::law {

namespace {

using enum DecisionCode;
using enum RemedyPath;

// clang-format off
constexpr Decision table[] = {
    {G1, "result_granted", regulation("36(1)"), Either, false, true},
    {G2, "result_granted", regulation("36(2)"), Either, false, true},
    // Of the part withheld; what was given may be taken to review or to court.
    {G3, "result_partial", regulation("37"), ReviewFirst, false, true},

    {D1, "denied_state_secret", regulation("14"), ReviewFirst, false, false},
    {D2, "denied_law_forbidden", regulation("14"), ReviewFirst, false, false},
    {D3, "denied_security_stability", regulation("14"), ReviewFirst, false, false},
    {D4, "denied_third_party_rights", regulation("15"), ReviewFirst, false, false},
    {D5, "denied_internal_affairs", regulation("16.1"), ReviewFirst, false, false},
    {D6, "denied_process_info", regulation("16.2"), ReviewFirst, false, false},
    {D7, "denied_enforcement_file", regulation("16.2"), ReviewFirst, false, false},
    {D8, "denied_admin_inquiry", regulation("36(7)"), Unsettled, false, false},

    {U1a, "unavailable_not_held", regulation("36(4)"), Either, false, false},
    {U1b, "unavailable_not_held", regulation("36(5)"), Either, false, false},
    {U2, "unavailable_needs_creation", regulation("38"), Unsettled, false, false},
    {U3, "unavailable_still_unclear", regulation("30"), Either, false, false},

    {N1, "not_processed_petition", regulation("39.1"), Unsettled, false, false},
    {N2, "not_processed_duplicate", regulation("36(6)"), Unsettled, false, false},
    {N3, "not_processed_publication", regulation("39.2"), Unsettled, false, false},
    {N4, "not_processed_excessive", regulation("35"), Either, false, false},
    {N5, "not_processed_reconfirm", std::nullopt, Either, false, false},

    {O1, "other_no_correction", regulation("30"), Either, true, false},
    {O2, "other_fee_unpaid", fee_measures("6"), Either, true, false},
    {O3, "other_other", std::nullopt, Unsettled, true, false},
};
// clang-format on

// decision() looks its row up by the code's number.
static_assert([] {
    for (std::size_t i = 0; i < std::size(table); ++i)
        if (std::size_t(table[i].code) != i) return false;
    return std::size(table) == std::size_t(O3) + 1;
}());

std::size_t rank(DecisionCode code, const CountingOrder& order) {
    const auto at = std::size_t(std::ranges::find(order.first, code) - order.first.begin());
    return at < order.first.size() ? at : at + std::size_t(code);
}

}  // namespace

std::span<const Decision> decisions() { return table; }

const Decision& decision(DecisionCode code) { return table[std::size_t(code)]; }

std::optional<DecisionCode> counted_outcome(std::span<const DecisionCode> items,
                                            const CountingOrder& order) {
    if (items.empty()) return {};
    const auto gives = [](DecisionCode code) { return decision(code).gives; };
    const bool partly = std::ranges::find(items, G3) != items.end() ||
                        (std::ranges::any_of(items, gives) && !std::ranges::all_of(items, gives));
    if (partly) return G3;
    return *std::ranges::min_element(items, {},
                                     [&](DecisionCode code) { return rank(code, order); });
}

}  // namespace gongkai::law
