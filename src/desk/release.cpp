#include "desk/release.h"

#include <vector>

#include "base/text.h"
#include "desk/examine.h"

namespace gongkai::desk {

namespace {

constexpr std::size_t most_named = 5;

Error refused(std::string message) {
    return {ErrorKind::Conflict, "report.read-back", std::move(message)};
}

bool same(const forms::Cell* written, const forms::Cell* read) {
    if (!written || !read) return written == read;
    if (written->kind != read->kind) return false;
    switch (written->kind) {
        case forms::CellKind::Number: return written->value == read->value;
        case forms::CellKind::Text:
            return text::folded_points(written->text) == text::folded_points(read->text);
        // What is not certain cannot be released, however it is read.
        case forms::CellKind::Ambiguous: return false;
        default: return true;
    }
}

std::string names(const forms::Form& form, const std::vector<int>& cells) {
    std::string all;
    for (std::size_t i = 0; i < cells.size() && i < most_named; ++i)
        all += "“" + form.cell_name(cells[i]) + "”";
    if (cells.size() > most_named) all += "等 " + std::to_string(cells.size()) + " 格";
    return all;
}

}  // namespace

Status read_back(const forms::Report& report, std::string_view bytes, const forms::Forms& forms) {
    GK_TRY(read, read_report(bytes, forms));
    if (read.form->id() != report.form->id() || read.year != report.year)
        return refused(
            "生成的文件读回后，年度或者表格格式与报告不同，没有发布。请检查标题和年度。");
    std::vector<int> differing;
    for (int cell = 0; cell < report.form->cell_count(); ++cell)
        if (!same(report.cell(cell), read.cell(cell))) differing.push_back(cell);
    if (differing.empty()) return Done{};
    return refused("生成的文件读回后，" + names(*report.form, differing) +
                   "与报告中的数据不同，没有发布。请核对这些格的内容。");
}

}  // namespace gongkai::desk
