#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "law/clause.h"

namespace gongkai::law {

// How a request, or one item of it, is decided (处理决定类型).
// clang-format off
enum class DecisionCode : std::uint8_t {
    G1, G2, G3,                      // 予以公开、部分公开
    D1, D2, D3, D4, D5, D6, D7, D8,  // 不予公开
    U1a, U1b, U2, U3,                // 无法提供
    N1, N2, N3, N4, N5,              // 不予处理
    O1, O2, O3,                      // 其他处理
};
// clang-format on

constexpr auto words(DecisionCode) {
    using enum DecisionCode;
    return word_list<DecisionCode>({
        {G1, "G1", "已主动公开，告知获取方式"},
        {G2, "G2", "予以公开"},
        {G3, "G3", "部分公开"},
        {D1, "D1", "国家秘密，不予公开"},
        {D2, "D2", "法律、行政法规禁止公开"},
        {D3, "D3", "危及“三安全一稳定”，不予公开"},
        {D4, "D4", "保护第三方合法权益，不予公开"},
        {D5, "D5", "内部事务信息，不予公开"},
        {D6, "D6", "过程性信息，不予公开"},
        {D7, "D7", "行政执法案卷信息，不予公开"},
        {D8, "D8", "行政查询事项"},
        {U1a, "U1a", "政府信息不存在"},
        {U1b, "U1b", "不属于本机关负责公开"},
        {U2, "U2", "没有现成信息，需要另行制作"},
        {U3, "U3", "补正后申请内容仍不明确"},
        {N1, "N1", "信访、投诉、举报类申请"},
        {N2, "N2", "重复申请"},
        {N3, "N3", "要求提供公开出版物"},
        {N4, "N4", "无正当理由大量反复申请"},
        {N5, "N5", "要求确认或重新出具已获取信息"},
        {O1, "O1", "逾期不补正，不再处理"},
        {O2, "O2", "逾期不缴费，不再处理"},
        {O3, "O3", "其他情形（如撤回申请）"},
    });
}

// What the applicant may do. UNSETTLED Q26.
enum class RemedyPath : std::uint8_t {
    ReviewFirst,  // 《行政复议法》第二十三条第一款第四项: review, then suit
    Either,       // review or suit
    Unsettled,    // whether courts take the suit is not clear: a lawyer words the letter
};

struct Decision {
    DecisionCode code;
    std::string_view row;         // of table three of the 2021 form: "result_granted"
    std::optional<Clause> basis;  // N5 and O3 have none of their own
    RemedyPath remedy;
    bool closes_without_answer;  // 不再处理: the case ends, no answer is due
    bool gives;                  // the applicant gets something
};

// All of them, in the order of table three.
std::span<const Decision> decisions();
const Decision& decision(DecisionCode code);

// Which of several decisions on one request table three counts: those named go first, in this
// order, then the others in the order of the table.
struct CountingOrder {
    std::vector<DecisionCode> first;
};

// The one row under which a request counts whose items were decided like this; nothing without
// items. Given in part: G3 and nothing else (区分处理的，只计这一情形). UNSETTLED Q25.
std::optional<DecisionCode> counted_outcome(std::span<const DecisionCode> items,
                                            const CountingOrder& order = {});

}  // namespace gongkai::law
