#include <algorithm>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/printed_row.h"

// Running text is cut by kinds of signs: a run of words is a label, the digits behind it are its
// values. Three things need care: the number of the next label ("00000002.其他"), strokes and
// brackets inside labels ("本年增/减", "(指2019年事项数)"), and units behind a value ("251000元").
namespace gongkai::recognizer {

namespace {

constexpr std::size_t prose_signs = 90;

bool is_digit(char32_t point) { return point >= '0' && point <= '9'; }
bool is_stroke(char32_t point) { return point == '/' || point == '-'; }

class Cutter {
public:
    Cutter(const Flow& flow, std::vector<PrintedRow>& rows) : flow_(flow), rows_(rows) {}

    void cut(std::size_t from, std::size_t to) {
        at_ = from;
        to_ = to;
        start_ = flow_.start_of(from);
        label_from_ = from;
        while (at_ < to_) {
            const bool blank_row = at_ > label_from_ && empty_before(at_) > 0;
            if (value_starts() || blank_row)
                take_values();
            else
                ++at_;
        }
    }

private:
    const Flow& flow_;
    std::vector<PrintedRow>& rows_;
    std::size_t at_ = 0, to_ = 0, label_from_ = 0;
    std::size_t start_ = 0;  // of a sign that was looked at, no later than the next one
    int depth_ = 0;

    char32_t sign(std::size_t at) const { return at < to_ ? flow_.text[at] : U'\0'; }
    bool apart(std::size_t at) const { return at >= to_ || flow_.gap[at] != Flow::None; }
    bool block_break(std::size_t at) const { return at >= to_ || flow_.gap[at] == Flow::Blocks; }

    // The same as of the flow, for signs that are looked at one after the other.
    std::size_t start_of(std::size_t at) {
        while (start_ + 1 < flow_.starts.size() && flow_.starts[start_ + 1].at <= at)
            ++start_;
        return start_;
    }

    // Empty paragraphs right before a sign: where the reader kept them, each is a blank cell.
    std::size_t empty_before(std::size_t at) {
        if (at > to_ || at >= flow_.size() || flow_.gap[at] != Flow::Blocks) return 0;
        std::size_t start = start_of(at), count = 0;
        while (start > 0 && flow_.starts[start - 1].at == at)
            --start, ++count;
        return count;
    }

    // A number that counts the next label: one or two digits and a mark, then words.
    std::size_t numbering(std::size_t at) const {
        std::size_t end = at;
        while (is_digit(sign(end)) && end - at < 2 && (end == at || !apart(end)))
            ++end;
        if (end == at || sign(at) == '0' || (sign(end) != '.' && sign(end) != ',')) return 0;
        return text::is_han(sign(end + 1)) && !block_break(end + 1) ? end + 1 - at : 0;
    }

    bool value_starts() {
        const char32_t point = sign(at_);
        if (point == '(') ++depth_;
        if (point == ')') depth_ = std::max(0, depth_ - 1);
        if (block_break(at_)) depth_ = point == '(' ? 1 : 0;
        if (depth_ > 0) return false;
        if (is_digit(point)) return numbering(at_) == 0 && !counts_words(at_);
        if (is_stroke(point)) return apart(at_) || !text::is_han(sign(at_ + 1));
        return point == U'无' && block_break(at_) && block_break(at_ + 1);
    }

    // Digits inside prose ("2023年,在区委"): words follow at once that are no unit.
    bool counts_words(std::size_t at) const {
        std::size_t end = at;
        while (is_digit(sign(end)))
            ++end;
        return sign(end) == U'年' && end - at == 4;
    }

    void take_values() {
        PrintedRow row;
        row.source = PrintedRow::Source::Running;
        row.from = label_from_;
        row.block = flow_.starts[start_of(at_)].block;
        row.keys = keys(label_from_, at_);
        add_blanks(row);
        while (at_ < to_ && token_starts()) {
            const std::size_t end = token_end();
            add(row, at_, end);
            at_ = end;
            add_blanks(row);
        }
        row.to = at_;
        label_from_ = at_;
        rows_.push_back(std::move(row));
    }

    bool token_starts() const {
        const char32_t point = sign(at_);
        if (is_digit(point)) return numbering(at_) == 0 && !counts_words(at_);
        if (point == '-' && is_digit(sign(at_ + 1))) return true;
        if (is_stroke(point)) return true;
        return point == U'无' && block_break(at_) && block_break(at_ + 1);
    }

    std::size_t token_end() const {
        std::size_t end = at_ + 1;
        if (sign(at_) == U'无' || (is_stroke(sign(at_)) && !is_digit(sign(end)))) {
            while (!apart(end) && sign(at_) == '-' && sign(end) == '-')
                ++end;
            return end;
        }
        while (end < to_ && !apart(end) && goes_on(end))
            ++end;
        return unit_end(end);
    }

    // Whether a token that has begun goes on with this sign.
    bool goes_on(std::size_t at) const {
        const char32_t point = sign(at);
        if (is_digit(point)) return numbering_before_label(at) == 0;
        if (point == '.' || point == ',') return is_digit(sign(at + 1)) && !apart(at + 1);
        return point == '-' && is_digit(sign(at + 1));
    }

    // "…0002.其他法律": the last digit before a mark and words belongs to the label.
    std::size_t numbering_before_label(std::size_t at) const {
        if (sign(at + 1) != '.' && sign(at + 1) != ',') return 0;
        return text::is_han(sign(at + 2)) ? 2 : 0;
    }

    std::size_t unit_end(std::size_t end) const {
        for (const std::u32string_view unit : {U"万元", U"亿元", U"元"}) {
            const auto here = std::u32string_view(flow_.text).substr(end, unit.size());
            if (end + unit.size() <= to_ && here == unit && !apart(end)) return end + unit.size();
        }
        // 3件 or 3 件, but not 3件政府信息.
        constexpr std::u32string_view counted = U"件条个项份宗次起例";
        const bool closes = counted.find(sign(end)) != counted.npos && apart(end + 1);
        return closes && !block_break(end) ? end + 1 : end;
    }

    void add_blanks(PrintedRow& row) {
        const std::size_t count = empty_before(at_);
        if (count == 0) return;
        const std::size_t start = start_of(at_);
        for (std::size_t i = count; i > 0; --i)
            row.values.push_back({{}, {0, flow_.starts[start - i].block}, 0});
    }

    void add(PrintedRow& row, std::size_t from, std::size_t to) {
        reader::Place place;
        const std::size_t start = start_of(from);
        place.block = flow_.starts[start].block;
        place.page = flow_.document->blocks[std::size_t(place.block)].place.page;
        row.values.push_back({flow_.printed_of(start, from, to), place, 0});
    }

    // The last piece of the label, the last two, the last three, then all of it.
    std::vector<std::u32string> keys(std::size_t from, std::size_t to) const {
        std::vector<std::u32string> result;
        const std::u32string_view text = flow_.text;
        std::size_t pieces = 0;
        for (std::size_t at = to; at > from && pieces < 5;) {
            --at;
            if (flow_.gap[at] == Flow::None && at != from) continue;
            auto key = forms::label_key(text.substr(at, to - at));
            if (!key.empty() && (result.empty() || key != result.back())) {
                result.push_back(std::move(key));
                ++pieces;
            }
        }
        return result;
    }
};

}  // namespace

// Long paragraphs of sentences that hold no run of the form are narrative inside the zone.
bool is_prose(const Flow& flow, std::size_t from, std::size_t to) {
    constexpr std::size_t shortest = 12, shortest_sentence = 4;
    if (to - from < shortest_sentence) return false;
    const auto text = std::u32string_view(flow.text).substr(from, to - from);
    // No cell ends in a full stop.
    const bool sentence = text.back() == U'.';
    const bool stopped = sentence && flow.printed(to - 1, to) == "。";
    if (to - from < shortest) return stopped;
    if (text.find(U"信息内容") != text.npos || text.find(U"结果维持") != text.npos) return false;
    if (text.find(U"勾稽关系") != text.npos || text.find(U"申请人情况") != text.npos) return false;
    const bool clauses = std::ranges::count(text, U',') >= 2;
    return to - from > prose_signs || stopped || (sentence && clauses);
}

void rows_of_running(const Flow& flow, std::size_t from, std::size_t to,
                     std::vector<PrintedRow>& rows) {
    if (from >= to) return;
    Cutter cutter(flow, rows);
    std::size_t begin = from;
    for (std::size_t start = flow.start_of(from); start < flow.starts.size(); ++start) {
        const std::size_t block_from = std::max<std::size_t>(flow.starts[start].at, from);
        const std::size_t block_to = std::min(flow.end_of(start), to);
        if (block_from >= to) break;
        if (!is_prose(flow, block_from, block_to)) continue;
        if (begin < block_from) cutter.cut(begin, block_from);
        begin = block_to;
    }
    if (begin < to) cutter.cut(begin, to);
}

}  // namespace gongkai::recognizer
