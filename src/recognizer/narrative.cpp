#include "recognizer/narrative.h"

#include <algorithm>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/printed_row.h"

namespace gongkai::recognizer {

namespace {

// Printed lines that were wrapped belong to one paragraph; an indented line begins another.
class Paragraphs {
public:
    explicit Paragraphs(const Flow& flow) : flow_(flow) {}

    void add(forms::Section& section, std::size_t start, std::string_view printed) {
        const auto& block = flow_.document->blocks[std::size_t(flow_.starts[start].block)];
        const auto* line = std::get_if<reader::Line>(&block.content);
        const auto text = text::trim(printed);
        if (text.empty()) return;
        if (!section.text.empty() && line && goes_on(*line, block.place.page)) {
            section.text.pop_back();
        }
        append(section.text, text, line != nullptr);
        section.text += '\n';
        if (!line) return;
        last_ = line;
        page_ = block.place.page;
    }

    void forget() { last_ = nullptr; }

private:
    const Flow& flow_;
    const reader::Line* last_ = nullptr;
    int page_ = 0;

    bool goes_on(const reader::Line& line, int page) const {
        if (!last_ || last_->words.empty() || line.words.empty()) return false;
        const float height = std::max(line.bottom - line.top, 1.0F);
        const float indent = line.words.front().left - last_->words.front().left;
        // An indent of about two signs opens a paragraph; a new page says nothing of indents.
        const float sign = height > 1.5F ? height : 2.0F;
        return page != page_ || indent < 1.2F * sign;
    }

    // Between Han signs of a wrapped line the gaps of the layout are no spaces.
    static void append(std::string& to, std::string_view text, bool laid_out) {
        if (!laid_out) {
            to += text;
            return;
        }
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t from = at;
            const char32_t point = text::next(text, at);
            if (!text::is_space(point)) to += text.substr(from, at - from);
        }
    }
};

// A caption or label of a table that stands as a paragraph of its own between tables.
bool is_table_label(const Flow& flow, std::size_t from, std::size_t to, const forms::Form& form) {
    if (to - from > 40) return false;
    const auto text = std::u32string_view(flow.text).substr(from, to - from);
    for (const std::u32string_view word : {U"第二十条第", U"勾稽关系", U"申请人情况"})
        if (text.find(word) != text.npos) return true;
    const auto key = forms::label_key(text);
    if (key.empty()) return false;
    // Most keys have another length or begin otherwise.
    const auto is_key = [&](const std::u32string& known) {
        return known.size() == key.size() && known[0] == key[0] && known == key;
    };
    for (const forms::Grid& grid : form.grids())
        for (const forms::Row& row : grid.rows)
            if (is_key(row.keys.front()) || is_key(row.group_key)) return true;
    return false;
}

bool in(const Zone& zone, std::size_t at) { return at >= zone.from && at < zone.to; }

}  // namespace

void read_narrative(const Flow& flow, const std::vector<Heading>& headings, const Zone& tables,
                    forms::Report& report) {
    std::vector<std::size_t> cuts;  // where a stretch of narrative ends at the latest
    for (const Heading& it : headings) {
        cuts.push_back(it.from);
        cuts.push_back(it.to);
    }
    cuts.push_back(tables.from);
    cuts.push_back(tables.to);
    std::ranges::sort(cuts);

    report.sections = {forms::Section{}};
    Paragraphs paragraphs(flow);
    std::size_t next = 0;
    for (std::size_t start = 0; start < flow.starts.size(); ++start) {
        const std::size_t end = flow.end_of(start);
        for (std::size_t from = flow.starts[start].at; from < end;) {
            const auto cut = std::ranges::upper_bound(cuts, from);
            const std::size_t to = cut == cuts.end() ? end : std::min(end, *cut);
            while (next < headings.size() && headings[next].from <= from) {
                const auto& place =
                    flow.document->blocks[std::size_t(flow.starts[start].block)].place;
                report.sections.push_back(
                    {headings[next].number, headings[next].title, {}, place.page});
                paragraphs.forget();
                ++next;
            }
            const bool heading = next > 0 && from < headings[next - 1].to;
            const bool taken = in(tables, from) && !is_prose(flow, from, to);
            const bool table_part =
                next > 0 && headings[next - 1].number >= 2 && headings[next - 1].number <= 4;
            const auto is_label = [&] {
                return table_part && is_table_label(flow, from, to, *report.form);
            };
            if (!heading && !taken && !is_label())
                paragraphs.add(report.sections.back(), start, flow.printed_of(start, from, to));
            from = to;
        }
    }
    if (report.sections.front().text.empty() && report.sections.size() > 1)
        report.sections.erase(report.sections.begin());
}

}  // namespace gongkai::recognizer
