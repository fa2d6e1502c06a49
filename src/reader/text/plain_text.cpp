#include "reader/text/plain_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "reader/block_list.h"
#include "reader/html/html_reader.h"
#include "reader/refusal.h"
#include "reader/text/comma_table.h"
#include "reader/text/pipe_table.h"
#include "reader/text/spaced_text.h"
#include "reader/text/tab_table.h"
#include "reader/text/text_lines.h"

namespace gongkai::reader {
namespace {

using Lines = std::vector<TextLine>;

// How a file uses empty lines: between nearly all lines, or as something of their own.
struct Spacing {
    bool doubled = false;
    bool blanks_are_rare = false;
};

Spacing spacing_of(const Lines& lines) {
    std::size_t filled = 0;
    std::size_t followed_by_blank = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].blank) continue;
        ++filled;
        if (at + 1 < lines.size() && lines[at + 1].blank) ++followed_by_blank;
    }
    return {followed_by_blank * 10 >= filled * 7, followed_by_blank * 10 <= filled * 6};
}

int heading_level(std::string_view line) {
    const auto signs = line.find_first_not_of('#');
    if (signs == 0 || signs == line.npos || signs > 6 || line[signs] != ' ') return 0;
    return static_cast<int>(signs);
}

class PlainText {
public:
    PlainText(const Lines& lines, std::string_view whole)
        : lines_(lines), spacing_(spacing_of(lines)), has_strokes_(holds_stroke(whole)) {
        blocks_.reserve(lines.size() / 4);
    }

    Status read() {
        while (at_ < lines_.size()) {
            const auto line = lines_[at_].text;
            if (starts_tab_table(lines_, at_)) {
                at_ = read_tab_table(lines_, at_, blocks_);
            } else if (lines_[at_].blank) {
                skip_blank_lines();
            } else if (has_strokes_ && is_pipe_line(line) && !is_pipe_rule(line)) {
                read_pipes();
            } else if (const auto sign = line.find_first_not_of(" \t");
                       line.substr(sign).starts_with("<table")) {
                GK_CHECK(read_html_table());
            } else if (const auto end = comma_rows_end(lines_, at_); end > at_) {
                read_comma_table(lines_, at_, end, blocks_);
                at_ = end;
            } else {
                read_paragraph(line);
            }
        }
        return Done{};
    }

    bool markdown() const { return markdown_; }
    std::vector<Block> take() { return blocks_.take(); }

private:
    void read_paragraph(std::string_view line) {
        ++at_;
        if (has_strokes_ && is_pipe_rule(line) && is_pipe_line(line)) return;
        const int level = heading_level(line);
        if (level > 0) {
            markdown_ = true;
            line.remove_prefix(static_cast<std::size_t>(level) + 1);
        }
        blocks_.add(Paragraph{without_emphasis(line), level});
    }

    // Blank lines may be blank cells of a table with one cell a line. They are none where blank
    // lines merely separate paragraphs, nor around tables and headings.
    void skip_blank_lines() {
        const auto start = at_;
        while (at_ < lines_.size() && lines_[at_].blank && !starts_tab_table(lines_, at_)) {
            ++at_;
        }
        const auto count = at_ - start;
        if (markdown_ || !blocks_.ends_with_paragraph() || at_ == lines_.size()) return;
        const auto next = lines_[at_].text;
        if (starts_tab_table(lines_, at_) || (has_strokes_ && is_pipe_line(next)) ||
            heading_level(next) > 0)
            return;
        auto kept = spacing_.blanks_are_rare ? count : std::size_t{0};
        // Line, gap, blank cell, gap, line: three blank lines hold one cell.
        if (spacing_.doubled) kept = (count - 1) / 2;
        for (std::size_t one = 0; one < kept; ++one) {
            blocks_.add(Paragraph{});
        }
    }

    void read_pipes() {
        if (at_ + 1 < lines_.size() && is_pipe_rule(lines_[at_ + 1].text)) markdown_ = true;
        at_ = read_pipe_table(lines_, at_, spacing_.doubled, blocks_);
    }

    // Programs that turn pictures into Markdown leave tables with spans as HTML.
    Status read_html_table() {
        const char* begin = lines_[at_].text.data();
        const char* end = begin;
        int open = 0;
        while (at_ < lines_.size()) {
            const auto line = lines_[at_].text;
            for (std::size_t from = 0; (from = line.find('<', from)) != line.npos; ++from) {
                if (line.substr(from).starts_with("<table")) ++open;
                if (line.substr(from).starts_with("</table")) --open;
            }
            end = line.data() + line.size();
            ++at_;
            if (open <= 0) break;
        }
        const std::string_view html(begin, static_cast<std::size_t>(end - begin));
        GK_TRY(document, read_html(html));
        blocks_.add(std::move(document.blocks));
        return Done{};
    }

    const Lines& lines_;
    Spacing spacing_;
    bool has_strokes_;
    std::size_t at_ = 0;
    bool markdown_ = false;
    BlockList blocks_;
};

}  // namespace

Result<Document> read_text(std::string_view utf8) {
    const auto lines = split_lines(utf8);
    if (std::all_of(lines.begin(), lines.end(), [](const TextLine& line) { return line.blank; })) {
        return refuse_empty();
    }
    Document document;
    document.format = "text";
    if (is_spaced_text(lines)) {
        BlockList blocks;
        read_spaced_text(lines, blocks);
        document.blocks = blocks.take();
        return document;
    }
    PlainText reader(lines, utf8);
    GK_CHECK(reader.read());
    document.blocks = reader.take();
    if (reader.markdown()) document.format = "markdown";
    return document;
}

}  // namespace gongkai::reader
