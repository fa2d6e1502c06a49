#include "reader/sheet/workbook.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "reader/refusal.h"
#include "reader/sheet/number_format.h"
#include "reader/xml_part.h"

namespace gongkai::reader {
namespace {

constexpr int most_rows = 100000;
constexpr int most_columns = 1024;
constexpr std::size_t most_cells = 400000;
constexpr int most_sheets = 64;

struct CellStyle {
    std::string format;
    bool bordered = false;
};

// The text of a string item: its runs, without the readings (rPh) that stand above them.
std::string item_text(const pugi::xml_node& item) {
    std::string text;
    for (auto node = item.first_child(); node; node = node.next_sibling()) {
        if (local_name(node) == "t") text += node.child_value();
        if (local_name(node) == "r") text += local_child(node, "t").child_value();
    }
    return text;
}

bool has_border(const pugi::xml_node& border) {
    for (auto side = border.first_child(); side; side = side.next_sibling()) {
        const auto style = local_attribute(side, "style");
        if (!style.empty() && style != "none") return true;
    }
    return false;
}

std::vector<CellStyle> cell_styles(const pugi::xml_node& root) {
    std::map<int, std::string> formats;
    const auto declared = local_child(root, "numFmts");
    for (auto node = declared.first_child(); node; node = node.next_sibling()) {
        formats[to_number(local_attribute(node, "numFmtId"), -1)] =
            local_attribute(node, "formatCode");
    }
    std::vector<bool> borders;
    const auto drawn = local_child(root, "borders");
    for (auto node = drawn.first_child(); node; node = node.next_sibling()) {
        borders.push_back(has_border(node));
    }
    std::vector<CellStyle> styles;
    const auto used = local_child(root, "cellXfs");
    for (auto node = used.first_child(); node; node = node.next_sibling()) {
        const int format = to_number(local_attribute(node, "numFmtId"), 0);
        const int border = to_number(local_attribute(node, "borderId"), -1);
        CellStyle style;
        const auto found = formats.find(format);
        style.format = found != formats.end() ? found->second : built_in_format(format);
        style.bordered = border >= 0 && static_cast<std::size_t>(border) < borders.size() &&
                         borders[static_cast<std::size_t>(border)];
        styles.push_back(std::move(style));
    }
    return styles;
}

// B12 is row 11, column 1. False when it is no such name.
bool parse_reference(std::string_view name, int& row, int& column) {
    int letters = 0;
    std::size_t at = 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 4; ++at) {
        letters = letters * 26 + (name[at] - 'A' + 1);
    }
    const int digits = to_number(name.substr(at), 0);
    if (letters == 0 || digits < 1) return false;
    row = digits - 1;
    column = letters - 1;
    return true;
}

class WorkbookReader {
public:
    WorkbookReader(const ZipArchive& archive, const Limits& limits)
        : archive_(archive), limits_(limits) {}

    Result<std::vector<Sheet>> read() {
        GK_CHECK(load_aids());
        GK_TRY(names, sheet_parts());
        std::vector<Sheet> sheets;
        for (const auto& name : names) {
            GK_TRY(sheet, read_sheet_part(name));
            sheets.push_back(std::move(sheet));
        }
        return sheets;
    }

private:
    Status load(const std::string& name, XmlPart& part) {
        GK_TRY(bytes, archive_.read(name, limits_.text_bytes));
        part.bytes = std::move(bytes);
        return parse_part(part, name);
    }

    Status load_aids() {
        if (archive_.has("xl/sharedStrings.xml")) {
            XmlPart part;
            GK_CHECK(load("xl/sharedStrings.xml", part));
            const auto root = part.document.first_child();
            for (auto item = root.first_child(); item; item = item.next_sibling()) {
                if (local_name(item) == "si") strings_.push_back(item_text(item));
            }
        }
        if (archive_.has("xl/styles.xml")) {
            XmlPart part;
            GK_CHECK(load("xl/styles.xml", part));
            styles_ = cell_styles(part.document.first_child());
        }
        return Done{};
    }

    // The parts of the visible sheets, in order. workbook.xml names them by relation.
    Result<std::vector<std::string>> sheet_parts() {
        std::map<std::string, std::string, std::less<>> targets;
        if (archive_.has("xl/_rels/workbook.xml.rels")) {
            XmlPart relations;
            GK_CHECK(load("xl/_rels/workbook.xml.rels", relations));
            const auto root = relations.document.first_child();
            for (auto node = root.first_child(); node; node = node.next_sibling()) {
                std::string target(local_attribute(node, "Target"));
                if (target.starts_with('/'))
                    target.erase(0, 1);
                else
                    target.insert(0, "xl/");
                targets.emplace(node.attribute("Id").value(), std::move(target));
            }
        }
        XmlPart workbook;
        GK_CHECK(load("xl/workbook.xml", workbook));
        std::vector<std::string> parts;
        const auto list = local_child(workbook.document.first_child(), "sheets");
        for (auto node = list.first_child(); node; node = node.next_sibling()) {
            const auto state = local_attribute(node, "state");
            if (state == "hidden" || state == "veryHidden") continue;
            const auto found = targets.find(local_attribute(node, "id"));
            if (found == targets.end() || !archive_.has(found->second)) continue;
            // Chart sheets have another root element and no cells.
            parts.push_back(found->second);
            if (parts.size() == most_sheets) break;
        }
        return parts;
    }

    std::string cell_text(const pugi::xml_node& node, const CellStyle& style) const {
        const auto type = local_attribute(node, "t");
        if (type == "inlineStr") return item_text(local_child(node, "is"));
        const std::string_view value = local_child(node, "v").child_value();
        if (type == "s") {
            const int index = to_number(value, -1);
            const bool known = index >= 0 && static_cast<std::size_t>(index) < strings_.size();
            return known ? strings_[static_cast<std::size_t>(index)] : std::string();
        }
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        if (type == "str" || type == "e" || type == "d") return std::string(value);
        return value.empty() ? std::string() : shown_number(value, style.format);
    }

    void read_row(const pugi::xml_node& row_node, int row, Sheet& sheet) {
        int column = -1;
        for (auto node = row_node.first_child(); node; node = node.next_sibling()) {
            if (local_name(node) != "c") continue;
            int named_row = row;
            ++column;
            // The row that a cell's own name gives is the same row; only its column counts.
            parse_reference(local_attribute(node, "r"), named_row, column);
            if (column >= most_columns) continue;
            const int number = to_number(local_attribute(node, "s"), -1);
            const bool styled = number >= 0 && static_cast<std::size_t>(number) < styles_.size();
            static const CellStyle none;
            const auto& style = styled ? styles_[static_cast<std::size_t>(number)] : none;
            auto text = cell_text(node, style);
            if (text::is_blank(text) && !style.bordered) continue;
            sheet.cells.push_back({row, column, std::move(text), style.bordered});
        }
    }

    Result<Sheet> read_sheet_part(const std::string& name) {
        XmlPart part;
        GK_CHECK(load(name, part));
        Sheet sheet;
        const auto root = part.document.first_child();
        const auto data = local_child(root, "sheetData");
        int row = -1;
        for (auto node = data.first_child(); node; node = node.next_sibling()) {
            if (local_name(node) != "row") continue;
            row = std::max(to_number(local_attribute(node, "r"), row + 2) - 1, row + 1);
            if (row >= most_rows || sheet.cells.size() > most_cells) break;
            const auto hidden = local_attribute(node, "hidden");
            if (hidden == "1" || hidden == "true") continue;
            read_row(node, row, sheet);
        }
        const auto merges = local_child(root, "mergeCells");
        for (auto node = merges.first_child(); node; node = node.next_sibling()) {
            const auto range = local_attribute(node, "ref");
            const auto colon = range.find(':');
            MergedCells merge;
            if (colon == range.npos) continue;
            if (!parse_reference(range.substr(0, colon), merge.row, merge.column)) continue;
            if (!parse_reference(range.substr(colon + 1), merge.last_row, merge.last_column))
                continue;
            sheet.merges.push_back(merge);
        }
        // A row may name its cells out of order.
        std::stable_sort(sheet.cells.begin(), sheet.cells.end(),
                         [](const SheetCell& a, const SheetCell& b) {
                             return std::pair(a.row, a.column) < std::pair(b.row, b.column);
                         });
        return sheet;
    }

    const ZipArchive& archive_;
    const Limits& limits_;
    std::vector<std::string> strings_;
    std::vector<CellStyle> styles_;
};

}  // namespace

Result<std::vector<Sheet>> read_workbook(const ZipArchive& archive, const Limits& limits) {
    return WorkbookReader(archive, limits).read();
}

}  // namespace gongkai::reader
