#include "law/clause.h"

namespace gongkai::law {

namespace {

std::string_view name(Source source) {
    switch (source) {
        case Source::Regulation: return "《条例》";
        case Source::FeeMeasures: return "国办函〔2020〕109号";
        case Source::Delivery: return "国办公开办函〔2016〕235号";
        case Source::ReviewLaw: return "《行政复议法》";
        case Source::LitigationLaw: return "《行政诉讼法》";
        case Source::Hotlines: return "国办发〔2020〕53号";
        case Source::DeputiesLaw: return "《代表法》（政协提案按提案工作条例）";
        case Source::ProposalsNotice: return "国办发〔2014〕46号";
    }
    return {};
}

// Up to 199: 一百零三, 一百一十五.
std::string numeral(int number) {
    constexpr std::string_view digits[] = {"零", "一", "二", "三", "四",
                                           "五", "六", "七", "八", "九"};
    const int tens = number / 10 % 10, ones = number % 10;
    std::string text;
    if (number >= 100) text += std::string(digits[number / 100]) + "百";
    if (tens == 0 && number > 100 && ones > 0) text += digits[0];
    if (tens > 1 || (tens == 1 && number > 100)) text += digits[tens];
    if (tens > 0) text += "十";
    if (ones > 0) text += digits[ones];
    return text;
}

// One digit or two.
std::optional<int> small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 2) return {};
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return {};
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::string part(int number, std::string_view unit) {
    return number ? "第" + numeral(number) + std::string(unit) : std::string();
}

}  // namespace

std::string chinese(const Clause& clause) {
    return std::string(name(clause.source)) + part(clause.article, "条") +
           part(clause.paragraph, "款") + part(clause.item, "项");
}

std::optional<Clause> parse_regulation(std::string_view number) {
    const auto point = number.find('.');
    const bool has_paragraph = point != number.npos;
    const auto article = small_number(number.substr(0, point));
    const auto paragraph =
        has_paragraph ? small_number(number.substr(point + 1)) : std::optional<int>(0);
    if (!article || !paragraph || (has_paragraph && *paragraph == 0)) return {};
    const Clause clause{Source::Regulation, *article, *paragraph, 0};
    return regulation_2019::has(clause) ? std::optional(clause) : std::nullopt;
}

}  // namespace gongkai::law
