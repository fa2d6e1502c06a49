#include "recognizer/outline.h"

#include <algorithm>

#include "base/text.h"
#include "forms/label.h"

namespace gongkai::recognizer {

namespace {

using View = std::u32string_view;

constexpr View han_numbers = U"一二三四五六七八九十";
constexpr std::size_t longest_title = 40;

// Titles that are known to open a section in text without paragraphs. Longer ones first.
struct Known {
    View title;
    int number;
};
constexpr Known known[] = {
    {U"政府信息公开工作总体情况", 1},
    {U"政府信息公开总体情况", 1},
    {U"总体情况", 1},
    {U"工作基本情况", 1},
    {U"基本情况", 1},
    {U"主动公开政府信息情况", 2},
    {U"主动公开政府信息的情况", 2},
    {U"主动公开情况", 2},
    {U"收到和处理政府信息公开申请情况", 3},
    {U"收到和处理政府信息公开申请的情况", 3},
    {U"因政府信息公开工作被申请行政复议,提起行政诉讼情况", 4},
    {U"因政府信息公开申请行政复议,提起行政诉讼的情况", 4},
    {U"因政府信息公开申请行政复议,提起行政诉讼情况", 4},
    {U"政府信息公开行政复议,行政诉讼情况", 4},
    {U"政府信息公开行政复议和行政诉讼情况", 4},
    {U"政府信息公开被申请行政复议,行政诉讼情况", 4},
    {U"政府信息公开工作存在的主要问题及改进情况", 5},
    {U"政府信息公开工作存在的主要问题及改进措施", 5},
    {U"存在的主要问题及改进情况", 5},
    {U"存在的主要问题及改进措施", 5},
    {U"存在的主要问题和改进情况", 5},
    {U"存在的问题及改进情况", 5},
    {U"其他需要报告的事项", 6},
    {U"其它需要报告的事项", 6},
    {U"其他需报告的事项", 6},
};

bool has(View text, View word) { return text.find(word) != text.npos; }

bool is_row_label(View key) {
    return has(key, U"本年新收") || has(key, U"上年结转") || has(key, U"办理结果") ||
           has(key, U"结转下") || has(key, U"继续办理");
}

int meaning(View key) {
    if (has(key, U"行政复议") || has(key, U"行政诉讼")) return 4;
    if (has(key, U"收到和处理") || has(key, U"依申请公开") || has(key, U"公开申请")) return 3;
    if (has(key, U"主动公开")) return 2;
    if (has(key, U"问题")) return 5;
    if (has(key, U"其他") && (has(key, U"报告") || has(key, U"事项") || has(key, U"说明")))
        return 6;
    if (has(key, U"总体情况") || has(key, U"基本情况") || has(key, U"概述") || has(key, U"概况") ||
        has(key, U"工作情况") || has(key, U"总体工作"))
        return 1;
    if (has(key, U"改进") || has(key, U"下一步")) return 5;
    return 0;
}

// The value of 一 to 十九 at `at`, which moves behind it; 0 where there is none.
int han_number(View text, std::size_t& at) {
    int value = 0;
    for (; at < text.size(); ++at) {
        const auto digit = han_numbers.find(text[at]);
        if (digit == han_numbers.npos) break;
        value = value == 10 ? 10 + int(digit) + 1 : int(digit) + 1;
        if (value > 19) return 0;
    }
    return value;
}

class Finder {
public:
    explicit Finder(const Flow& flow) : flow_(flow), text_(flow.text) {}

    std::vector<Heading> find() {
        for (std::size_t start = 0; start < flow_.starts.size(); ++start)
            look_in(start);
        return std::move(headings_);
    }

private:
    const Flow& flow_;
    View text_;
    std::vector<Heading> headings_;
    int last_ordinal_ = 0;

    void look_in(std::size_t start) {
        const std::size_t from = flow_.starts[start].at, to = flow_.end_of(start);
        if (from == to) return;
        if (try_block(from, to)) return;
        for (std::size_t mark = from + 1; mark < to; ++mark)
            if (text_[mark] == U',') try_inside(from, mark, to);
    }

    // A paragraph of its own that is a heading.
    bool try_block(std::size_t from, std::size_t to) {
        std::size_t at = from;
        const int ordinal = han_number(text_, at);
        if (ordinal == 0 || at >= to || (text_[at] != ',' && text_[at] != '.')) return false;
        if (to - at > longest_title) return false;
        const auto key = forms::label_key(text_.substr(at + 1, to - at - 1));
        if (key.empty() || is_row_label(key)) return false;
        const View title = text_.substr(at + 1, to - at - 1);
        const bool sentence = has(title, U".") || has(title, U";") || has(title, U"年");
        const int number = sentence ? 0 : meaning(key);
        const bool follows = ordinal == last_ordinal_ + 1 && last_ordinal_ > 0 && !sentence;
        if (number == 0 && !follows) return false;
        return add(ordinal, number, from, to);
    }

    // A known title behind a number anywhere in a paragraph.
    void try_inside(std::size_t from, std::size_t mark, std::size_t to) {
        std::size_t begin = mark;
        while (begin > from && han_numbers.find(text_[begin - 1]) != han_numbers.npos)
            --begin;
        if (begin == mark) return;
        std::size_t at = begin;
        const int ordinal = han_number(text_, at);
        if (ordinal == 0) return;
        const View rest = text_.substr(mark + 1, to - mark - 1);
        for (const Known& it : known) {
            if (!rest.starts_with(it.title)) continue;
            add(ordinal, it.number, begin, mark + 1 + it.title.size());
            return;
        }
    }

    bool add(int ordinal, int number, std::size_t from, std::size_t to) {
        // One part of each meaning; the parts keep their order, so a list inside one opens none.
        const bool seen = std::ranges::any_of(
            headings_, [&](const Heading& it) { return number != 0 && it.number >= number; });
        if (seen && ordinal != last_ordinal_ + 1) return false;
        if (seen) number = 0;
        last_ordinal_ = ordinal;
        headings_.push_back({number, from, to, std::string(flow_.printed(from, to))});
        return true;
    }
};

bool opens_tables(View text) {
    const auto caption = text.find(U"第二十条第");
    if (caption != text.npos && text.substr(caption, 12).find(U'项') != text.npos &&
        text.size() < 20)
        return true;
    return has(text, U"信息内容") || has(text, U"申请人情况") || has(text, U"勾稽关系");
}

}  // namespace

std::vector<Heading> outline(const Flow& flow) { return Finder(flow).find(); }

Zone table_zone(const Flow& flow, const std::vector<Heading>& headings) {
    Zone zone{flow.size(), flow.size()};
    for (const Heading& it : headings) {
        if (it.number >= 2 && it.number <= 4) {
            zone.from = it.to;
            break;
        }
    }
    if (zone.from == flow.size()) {
        for (std::size_t start = 0; start < flow.starts.size(); ++start) {
            const std::size_t from = flow.starts[start].at, to = flow.end_of(start);
            if (!opens_tables(View(flow.text).substr(from, to - from))) continue;
            zone.from = from;
            break;
        }
    }
    for (const Heading& it : headings) {
        if (it.number >= 5 && it.from > zone.from) {
            zone.to = it.from;
            break;
        }
    }
    return zone;
}

}  // namespace gongkai::recognizer
