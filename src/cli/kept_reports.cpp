#include "cli/kept_reports.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/whole_number.h"
#include "cli/exit_status.h"

namespace gongkai::cli {

using reports::Kept;
using reports::ReportId;

namespace {

std::optional<ReportId> number(std::string_view text) {
    const auto id = whole_number(text);
    if (!id) return {};
    return ReportId(*id);
}

// A name of a file may hold a tab or a line feed.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char sign) { return static_cast<unsigned char>(sign) < ' '; }, ' ');
    return text;
}

std::string line(const Kept& kept) {
    return std::to_string(std::int64_t(kept.id)) + "\t" + on_one_line(named(kept)) + "\t" +
           on_one_line(kept.source) + "\t" + kept.imported;
}

}  // namespace

std::string named(const Kept& kept) {
    return kept.organ + " " + (kept.year ? std::to_string(kept.year) + "年" : "（未印年度）") +
           "（" + kept.form + "年格式）";
}

int list_reports(const reports::Library& library, std::ostream& out) {
    std::optional<reports::ReportPlace> after;
    for (;;) {
        const auto some = library.page({}, after, records::longest_page, {});
        for (const auto& one : some)
            out << line(one.kept) << '\n';
        if (some.size() < std::size_t(records::longest_page)) return clean;
        after = reports::place_of(some.back().kept);
    }
}

int remove_report(reports::Library& library, std::string_view id, bool yes, const Talk& talk) {
    const auto wanted = number(id);
    if (!wanted) {
        talk.err << "编号“" << id << "”不是数字。编号见 gongkai reports list。\n";
        return wrong_usage;
    }
    const auto found = library.find(*wanted);
    if (!found.ok()) {
        talk.err << "公开列表里没有编号 " << id << " 的报告。编号见 gongkai reports list。\n";
        return unreadable;
    }
    if (!yes) {
        talk.err << "要移除：" << line(found.value().kept) << "\n确定吗？输入“是”或 y 移除：";
        std::string answer;
        if (!std::getline(talk.in, answer)) {
            talk.err << "\n没有回答，没有移除。不必询问的，请加 --yes。\n";
            return wrong_usage;
        }
        const auto said = text::trim(answer);
        if (said != "是" && said != "y" && said != "Y") {
            talk.err << "没有移除。\n";
            return clean;
        }
    }
    const auto removed = library.remove(*wanted);
    if (!removed.ok()) {
        talk.err << removed.error().message << '\n';
        return unreadable;
    }
    talk.out << "已移除：" << line(removed.value()) << '\n';
    return clean;
}

}  // namespace gongkai::cli
