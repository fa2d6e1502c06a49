#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "files/csv.h"
#include "journal/ledger.h"

// Lists that somebody has made in a spreadsheet: rows under a row of titles, as CSV or XLSX.
namespace gongkai::desk {

// The rows of the file, the titles first; blank rows are left out. CSV in UTF-8 or GB 18030; of a
// workbook its first sheet that is not empty, cells as shown. Refusals: import.format, which names
// the formats that are taken, those of the readers, and files::parse_csv().
Result<std::vector<files::CsvRow>> read_table(std::string_view bytes);

// One column of a list, which may go under several titles: the first is the one of the template.
struct Column {
    std::initializer_list<std::string_view> titles;
    bool needed = false;
    std::string_view title() const { return *titles.begin(); }
};

// Where each column stands in the file.
class Places {
public:
    // Refusal import.columns: a title that is not known, stands twice, or is missing. It names all
    // that there may be.
    static Result<Places> of(const files::CsvRow& titles, std::span<const Column> columns);

    // The cell without spaces at its ends; empty where the file has no such column.
    std::string cell(const files::CsvRow& row, std::size_t column) const;

private:
    std::vector<int> places_;  // -1: it has none
};

// The titles as a file to begin with. A byte order mark lets Excel read it as UTF-8.
std::string template_csv(std::span<const Column> columns,
                         std::span<const std::string_view> example);

// A day as people write it: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302, the number that
// Excel keeps for it, and any of these with a time behind.
std::optional<Date> day_in_cell(std::string_view cell);
// 是, √, 1 and the like; 否, × and nothing.
std::optional<bool> answer_in_cell(std::string_view cell);

// As an entry takes it as well: by either word.
template <HasWords Enum>
std::optional<Enum> choice_in_cell(std::string_view cell) {
    for (std::size_t i = 0; i < count_of<Enum>; ++i)
        if (words_of<Enum>[i].name == cell || words_of<Enum>[i].chinese == cell) return Enum(i);
    return {};
}

enum class ImportAction { Create, Change, Same, Refused };
constexpr auto words(ImportAction) {
    using enum ImportAction;
    return word_list<ImportAction>({
        {Create, "create", "新增"},
        {Change, "change", "修改"},
        {Same, "same", "不变"},
        {Refused, "refused", "不能导入"},
    });
}

// What becomes of one row of a list.
struct ImportRow {
    int line = 0;      // of the file, from 1
    std::string name;  // what tells the row: a body's name, a ticket's number
    ImportAction action{};
    std::vector<std::string> messages;  // Change: what changes; Same, Refused: why

    void refuse(std::string why) {
        action = ImportAction::Refused;
        messages.push_back(std::move(why));
    }
};

struct Import {
    std::vector<ImportRow> rows;
    int created = 0, changed = 0, refused = 0;
    bool written = false;  // nothing is, where a row is refused

    void count();
};

// Takes a list in one change of a log: all of its rows, or, in a dry run or where one is refused,
// none. `take` says what becomes of each row. Refusals: those of the ledger.
Result<Import> import_rows(journal::Ledger& ledger, const journal::Signature& by,
                           const journal::LogKey& log, bool dry_run,
                           const std::function<std::vector<ImportRow>(journal::Change&)>& take);

}  // namespace gongkai::desk
