#include <algorithm>

#include "base/text.h"
#include "recognizer/outline.h"

namespace gongkai::recognizer {

namespace {

using View = std::u32string_view;

constexpr std::size_t longest_title_line = 70;

bool has(View text, View word) { return text.find(word) != text.npos; }

bool is_title(View text) {
    return has(text, U"报告") && (has(text, U"信息公开") || has(text, U"政务公开"));
}

int digit(char32_t point) {
    if (point >= '0' && point <= '9') return int(point - '0');
    constexpr View han = U"〇一二三四五六七八九";
    const auto at = han.find(point);
    if (at != han.npos) return int(at);
    return point == U'零' || point == U'o' ? 0 : -1;
}

// The first year such as 2020年 or 二〇二〇年 at or behind `from`; 0 for none.
int year_in(View text, std::size_t from = 0) {
    for (std::size_t at = text.find(U'年', from); at != text.npos; at = text.find(U'年', at + 1)) {
        if (at < 4) continue;
        int year = 0;
        bool good = true;
        for (std::size_t i = at - 4; i < at; ++i) {
            const int d = digit(text[i]);
            good = good && d >= 0;
            year = year * 10 + d;
        }
        const bool longer = at > 4 && text[at - 5] >= '0' && text[at - 5] <= '9';
        if (good && !longer && year >= 2008 && year <= 2099) return year;
    }
    return 0;
}

std::string without_mark(std::string_view line) {
    for (const std::string_view mark : {"标题:", "标题：", "名称:", "名称：", "#"})
        while (line.starts_with(mark))
            line = text::trim(line.substr(mark.size()));
    return std::string(line);
}

// A line of its own that only says that an annex follows.
bool is_annex(View text) { return text.starts_with(U"附件") && text.size() < 6; }

// The first lines of the text up to `end`, read as they are asked for: the title is mostly the
// first.
class Lines {
public:
    Lines(const Flow& flow, std::size_t end) : flow_(flow), end_(end) {}

    // Whether there is a line `i`; then the next two tell of it and of those before.
    bool reaches(std::size_t i) {
        while (folded_.size() <= i && read_block()) {
        }
        return i < folded_.size();
    }
    const std::string& printed(std::size_t i) const { return printed_[i]; }
    const std::u32string& folded(std::size_t i) const { return folded_[i]; }

private:
    static constexpr std::size_t most = 40;

    bool read_block() {
        if (start_ == flow_.starts.size() || folded_.size() >= most) return false;
        if (flow_.starts[start_].at >= end_ && end_ != 0) return false;
        const auto text = flow_.printed(start_++);
        for (std::size_t at = 0; at <= text.size();) {
            const auto next = std::min(text.find('\n', at), text.size());
            const auto line = text::trim(text.substr(at, next - at));
            if (!line.empty()) {
                printed_.emplace_back(line);
                folded_.push_back(text::folded_points(line));
            }
            at = next + 1;
        }
        return true;
    }

    const Flow& flow_;
    std::size_t end_, start_ = 0;
    std::vector<std::string> printed_;
    std::vector<std::u32string> folded_;
};

// The title may be set on up to three lines: organ, words, 报告.
std::string join_title(const Lines& lines, std::size_t at) {
    std::string title = without_mark(lines.printed(at));
    const auto short_line = [](View line) {
        return line.size() <= 30 && !has(line, U":") && !has(line, U".") && !is_annex(line) &&
               !has(line, U"-");
    };
    const View own = lines.folded(at);
    const bool no_organ =
        digit(own.front()) >= 0
            ? has(own.substr(0, 9), U"年度政府信息公开") || has(own.substr(0, 9), U"年政府信息公开")
            : own.starts_with(U"政府信息公开") || own.starts_with(U"工作年度报告");
    if (no_organ && at > 0 && short_line(lines.folded(at - 1)) && !is_title(lines.folded(at - 1)))
        title = without_mark(lines.printed(at - 1)) + title;
    return title;
}

std::string find_title(const Flow& flow, std::size_t end) {
    Lines lines(flow, end);
    for (std::size_t i = 0; lines.reaches(i); ++i) {
        if (lines.folded(i).size() > longest_title_line) continue;
        if (is_title(lines.folded(i))) return join_title(lines, i);
        // Broken between 政府信息公开 and 工作年度报告.
        if (lines.reaches(i + 1) && lines.folded(i + 1).size() < 20 &&
            is_title(lines.folded(i) + lines.folded(i + 1)))
            return join_title(lines, i) + lines.printed(i + 1);
    }
    const std::string& own = flow.document->title;
    return is_title(text::folded_points(own)) ? own : std::string();
}

// A glued paragraph opens with its title and goes on at once.
std::string glued_title(const Flow& flow, std::size_t end) {
    for (std::size_t start = 0; start < flow.starts.size(); ++start) {
        const std::size_t from = flow.starts[start].at;
        if (from >= end) break;
        const View text =
            View(flow.text).substr(from, std::min<std::size_t>(flow.end_of(start) - from, 60));
        const auto last = text.find(U"报告");
        if (last == text.npos) continue;
        const View title = text.substr(0, last + 2);
        if (is_title(title) && !has(title, U",") && !has(title, U".") && !has(title, U"根据"))
            return std::string(flow.printed(from, from + title.size()));
    }
    return {};
}

std::string organ_of(const std::string& title) {
    const auto folded = text::folded(title);
    const View text = folded.text;
    // The organ stands before the year or before 政府信息公开, or between year and 政府信息公开.
    std::size_t from = 0, to = text.size();
    for (const View stop : {View(U"政府信息公开"), View(U"信息公开"), View(U"政务公开")}) {
        const auto at = text.find(stop);
        if (at != text.npos) {
            to = at;
            break;
        }
    }
    const auto year = text.substr(0, to).find(U'年');
    if (year != text.npos && year >= 4) {
        if (year - 4 > from) {
            to = year - 4;
        } else {
            from = year + 1;
            if (from < to && text[from] == U'度') ++from;
        }
    }
    if (text.substr(from, to - from).starts_with(U"关于")) from += 2;
    if (text.substr(from, to - from).ends_with(U"关于")) to -= 2;
    while (to > from && (text[to - 1] == U'的' || text[to - 1] == U','))
        --to;
    if (from >= to) return {};
    const std::size_t last = to < folded.source.size() ? folded.source[to] : text::length(title);
    return std::string(text::trim(text::slice(title, folded.source[from], last)));
}

int find_year(const Flow& flow, const std::string& title, const std::vector<Heading>& headings) {
    if (const int year = year_in(text::folded_points(title))) return year;
    const View text = flow.text;
    for (const View word : {View(U"统计期限"), View(U"统计时限"), View(U"统计时间"),
                            View(U"统计数据"), View(U"数据统计")}) {
        const auto at = text.find(word);
        if (at == text.npos) continue;
        if (const int year = year_in(text.substr(at, 40))) return year;
    }
    for (auto at = text.find(U"年度政府信息公开"); at != text.npos;
         at = text.find(U"年度政府信息公开", at + 1))
        if (at >= 4)
            if (const int year = year_in(text.substr(at - 4, 5))) return year;
    if (headings.empty()) return 0;
    const std::size_t from = headings.front().to;
    return year_in(text.substr(from, 30));
}

// 2021-01-27, 2021/1/27 or 2021年1月27日; a time may follow behind a gap ("2020-01-20 15:22").
std::optional<Date> date_at(const Flow& flow, std::size_t from) {
    int parts[3] = {0, 0, 0}, part = -1;
    bool in_number = false;
    for (std::size_t at = from; at < flow.size() && at < from + 16; ++at) {
        const char32_t point = flow.text[at];
        const bool number = point >= '0' && point <= '9';
        if (number && (!in_number || flow.gap[at] != Flow::None) && ++part > 2) break;
        if (number) parts[part] = parts[part] * 10 + int(point - '0');
        in_number = number;
        if (!number && part == 2) break;
    }
    const std::chrono::year_month_day day{std::chrono::year{parts[0]},
                                          std::chrono::month{unsigned(parts[1])},
                                          std::chrono::day{unsigned(parts[2])}};
    if (parts[0] < 2008 || parts[0] > 2099 || !day.ok()) return {};
    return Date{day};
}

// The date behind a word that says that it is that of publication.
std::optional<Date> find_published(const Flow& flow, std::size_t end) {
    const View text = View(flow.text).substr(0, end);
    for (const View word : {View(U"发布日期"), View(U"发布时间"), View(U"公开日期"),
                            View(U"公开时间"), View(U"发文日期")}) {
        const auto at = text.find(word);
        if (at == text.npos) continue;
        if (const auto date = date_at(flow, at + word.size())) return date;
    }
    return {};
}

}  // namespace

void read_head(const Flow& flow, const std::vector<Heading>& headings, forms::Report& report) {
    const std::size_t end =
        headings.empty() ? std::min<std::size_t>(flow.size(), 400) : headings.front().from;
    report.title = find_title(flow, end);
    if (report.title.empty()) report.title = glued_title(flow, end);
    report.organ = organ_of(report.title);
    if (const int year = find_year(flow, report.title, headings)) report.year = year;
    report.published_on = find_published(flow, std::max<std::size_t>(end, 600));
}

}  // namespace gongkai::recognizer
