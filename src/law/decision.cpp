#include "law/decision.h"

#include <algorithm>

namespace gongkai::law {

namespace {

using enum DecisionCode;
using enum RemedyPath;

// clang-format off
constexpr Decision table[] = {
    {G1, "G1", "已主动公开，告知获取方式", "result_granted", regulation("36(1)"), Either, false, true},
    {G2, "G2", "予以公开", "result_granted", regulation("36(2)"), Either, false, true},
    // Of the part withheld; what was given may be taken to review or to court.
    {G3, "G3", "部分公开", "result_partial", regulation("37"), ReviewFirst, false, true},

    {D1, "D1", "国家秘密，不予公开", "denied_state_secret", regulation("14"), ReviewFirst, false, false},
    {D2, "D2", "法律、行政法规禁止公开", "denied_law_forbidden", regulation("14"), ReviewFirst, false, false},
    {D3, "D3", "危及“三安全一稳定”，不予公开", "denied_security_stability", regulation("14"), ReviewFirst, false, false},
    {D4, "D4", "保护第三方合法权益，不予公开", "denied_third_party_rights", regulation("15"), ReviewFirst, false, false},
    {D5, "D5", "内部事务信息，不予公开", "denied_internal_affairs", regulation("16.1"), ReviewFirst, false, false},
    {D6, "D6", "过程性信息，不予公开", "denied_process_info", regulation("16.2"), ReviewFirst, false, false},
    {D7, "D7", "行政执法案卷信息，不予公开", "denied_enforcement_file", regulation("16.2"), ReviewFirst, false, false},
    {D8, "D8", "行政查询事项", "denied_admin_inquiry", regulation("36(7)"), Unsettled, false, false},

    {U1a, "U1a", "政府信息不存在", "unavailable_not_held", regulation("36(4)"), Either, false, false},
    {U1b, "U1b", "不属于本机关负责公开", "unavailable_not_held", regulation("36(5)"), Either, false, false},
    {U2, "U2", "没有现成信息，需要另行制作", "unavailable_needs_creation", regulation("38"), Unsettled, false, false},
    {U3, "U3", "补正后申请内容仍不明确", "unavailable_still_unclear", regulation("30"), Either, false, false},

    {N1, "N1", "信访、投诉、举报类申请", "not_processed_petition", regulation("39.1"), Unsettled, false, false},
    {N2, "N2", "重复申请", "not_processed_duplicate", regulation("36(6)"), Unsettled, false, false},
    {N3, "N3", "要求提供公开出版物", "not_processed_publication", regulation("39.2"), Unsettled, false, false},
    {N4, "N4", "无正当理由大量反复申请", "not_processed_excessive", regulation("35"), Either, false, false},
    {N5, "N5", "要求确认或重新出具已获取信息", "not_processed_reconfirm", std::nullopt, Either, false, false},

    {O1, "O1", "逾期不补正，不再处理", "other_no_correction", regulation("30"), Either, true, false},
    {O2, "O2", "逾期不缴费，不再处理", "other_fee_unpaid", fee_measures("6"), Either, true, false},
    {O3, "O3", "其他情形（如撤回申请）", "other_other", std::nullopt, Unsettled, true, false},
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

std::optional<DecisionCode> parse_decision(std::string_view text) {
    const auto* it = std::ranges::find(table, text, &Decision::text);
    if (it == std::end(table)) return {};
    return it->code;
}

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
