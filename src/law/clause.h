#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/date.h"

namespace gongkai::law {

enum class Source : std::uint8_t {
    Regulation,  // 《政府信息公开条例》（国务院令第711号）
    FeeMeasures,  // 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）
    Delivery,     // 国办公开办函〔2016〕235号, on when an answer is given
    ReviewLaw,      // 《行政复议法》, 2023 revision
    LitigationLaw,  // 《行政诉讼法》
    Hotlines,       // 国办发〔2020〕53号, on the hotlines of government services
    DeputiesLaw,  // 《代表法》, 2025 revision, and for members of the CPPCC 提案工作条例
    ProposalsNotice,  // 国办发〔2014〕46号, on publishing the answers to proposals
};

// One clause as a lawyer cites it. What is 0 is not named: 《条例》第三十三条第二款.
struct Clause {
    Source source;
    int article = 0;
    int paragraph = 0;
    int item = 0;

    friend bool operator==(const Clause&, const Clause&) = default;
};

using gongkai::chinese;  // of dates, which the one below would hide
std::string chinese(const Clause& clause);

// A clause of the Regulation from "15" or "16.1" (paragraph 1); nothing where there is none such.
std::optional<Clause> parse_regulation(std::string_view number);

namespace regulation_2019 {

// How many paragraphs (款) each of the 56 articles has.
inline constexpr std::uint8_t paragraphs[] = {
    1, 1, 4, 2, 1, 2, 1, 1, 1, 3, 2, 3, 2, 1, 1, 2, 3, 1, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1,
    2, 1, 1, 1, 3, 1, 1, 1, 1, 1, 2, 1, 1, 2, 1, 2, 1, 1, 2, 1, 2, 2, 1, 1, 1, 1, 2, 1};

struct Items {
    std::uint8_t article, paragraph, count;
};
// The paragraphs that have items (项).
inline constexpr Items items[] = {{4, 2, 5},  {20, 1, 15}, {29, 2, 3}, {31, 1, 3},
                                  {36, 1, 7}, {50, 1, 5},  {53, 1, 3}};

constexpr bool has(const Clause& it) {
    if (it.article < 1 || it.article > int(std::size(paragraphs))) return false;
    if (it.paragraph < 0 || it.paragraph > paragraphs[it.article - 1]) return false;
    if (it.item == 0) return true;
    for (const auto& [article, paragraph, count] : items)
        if (article == it.article &&
            (it.paragraph ? it.paragraph == paragraph : paragraphs[it.article - 1] == 1))
            return it.item > 0 && it.item <= count;
    return false;
}

}  // namespace regulation_2019

// Reads "33", "33.2" (paragraph 2), "36(4)" (item 4 of the only paragraph), "29.2(1)".
constexpr Clause clause_of(Source source, std::string_view number) {
    Clause it{source};
    int* part = &it.article;
    for (const char c : number) {
        if (c >= '0' && c <= '9')
            *part = *part * 10 + (c - '0');
        else if (c == '.' && part == &it.article)
            part = &it.paragraph;
        else if (c == '(' && part != &it.item)
            part = &it.item;
        else if (c != ')')
            throw std::invalid_argument("no number of a clause");
    }
    return it;
}

// A clause that the Regulation does not have does not compile.
consteval Clause regulation(std::string_view number) {
    const Clause it = clause_of(Source::Regulation, number);
    if (!regulation_2019::has(it)) throw std::invalid_argument("the Regulation has no such clause");
    return it;
}

consteval Clause fee_measures(std::string_view number) {
    return clause_of(Source::FeeMeasures, number);
}
consteval Clause review_law(std::string_view number) {
    return clause_of(Source::ReviewLaw, number);
}
consteval Clause litigation_law(std::string_view number) {
    return clause_of(Source::LitigationLaw, number);
}
inline constexpr Clause delivery_reply{Source::Delivery};
// Cited as a whole: its numbering was not to be had in full.
inline constexpr Clause hotlines{Source::Hotlines};
// Cited whole: its articles were numbered anew in 2025.
inline constexpr Clause deputies_law{Source::DeputiesLaw};
inline constexpr Clause proposals_notice{Source::ProposalsNotice};

}  // namespace gongkai::law
