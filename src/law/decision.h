#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

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

// What the applicant may do. UNSETTLED Q26.
enum class RemedyPath : std::uint8_t {
    ReviewFirst,  // 《行政复议法》第二十三条第一款第四项: review, then suit
    Either,       // review or suit
    Unsettled,    // whether courts take the suit is not clear: a lawyer words the letter
};

struct Decision {
    DecisionCode code;
    std::string_view text;        // "G1"
    std::string_view name;        // Chinese
    std::string_view row;         // of table three of the 2021 form: "result_granted"
    std::optional<Clause> basis;  // N5 and O3 have none of their own
    RemedyPath remedy;
    bool closes_without_answer;  // 不再处理: the case ends, no answer is due
    bool gives;                  // the applicant gets something
};

// All of them, in the order of table three.
std::span<const Decision> decisions();
const Decision& decision(DecisionCode code);

// From "G1", as it stands in data and commands.
std::optional<DecisionCode> parse_decision(std::string_view text);

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
