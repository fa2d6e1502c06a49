#include "desk/table_file.h"

#include <algorithm>
#include <array>

#include "base/quoted.h"
#include "base/stated_day.h"
#include "base/text.h"
#include "reader/format.h"
#include "reader/sheet/sheet_reader.h"
#include "reader/sheet/workbook.h"
#include "reader/text/charset.h"
#include "reader/zip_archive.h"

namespace gongkai::desk {

using files::CsvRow;

namespace {

constexpr int most_rows = 20'000, most_columns = 100;

Error other_format(const std::string& what) {
    return {ErrorKind::Invalid, "import.format",
            what + "请上传 CSV 或者 XLSX 文件，可以先下载模板，照模板填写。"};
}

void put(CsvRow& row, int column, std::string text) {
    if (row.fields.size() <= std::size_t(column)) row.fields.resize(std::size_t(column) + 1);
    row.fields[std::size_t(column)] = std::move(text);
}

Result<std::vector<CsvRow>> rows_of(const reader::Sheet& sheet) {
    std::vector<CsvRow> rows;
    for (const reader::SheetCell& cell : sheet.cells) {
        if (text::is_blank(cell.text)) continue;
        if (cell.column >= most_columns || int(rows.size()) > most_rows)
            return Error{ErrorKind::Invalid, "import.too-large",
                         "表格太大，请分几次导入，每次不超过 20000 行、100 列。"};
        if (rows.empty() || rows.back().line != cell.row + 1) rows.push_back({cell.row + 1, {}});
        put(rows.back(), cell.column, cell.text);
    }
    // As the rows of CSV: each has a field for each title.
    for (CsvRow& row : rows)
        row.fields.resize(std::max(row.fields.size(), rows.front().fields.size()));
    return rows;
}

Error bad_columns(const std::string& what, std::span<const Column> columns) {
    std::string all;
    for (const Column& column : columns)
        all += (all.empty() ? "" : "、") + std::string(column.title());
    return {ErrorKind::Invalid, "import.columns", what + "可以有的列是：" + all + "。"};
}

Result<std::vector<CsvRow>> read_workbook(std::string_view bytes) {
    GK_TRY(archive, reader::ZipArchive::open(bytes));
    if (!reader::is_sheet(archive)) return other_format("这不是表格文件。");
    GK_TRY(sheets, reader::read_workbook(archive, {}));
    for (const reader::Sheet& sheet : sheets) {
        GK_TRY(rows, rows_of(sheet));
        if (!rows.empty()) return rows;
    }
    return Error{ErrorKind::Invalid, "csv.empty", "表格里没有内容。"};
}

bool is_empty(const CsvRow& row) {
    return std::ranges::all_of(row.fields,
                               [](const std::string& field) { return text::is_blank(field); });
}

std::optional<int> whole(std::string_view digits) {
    if (digits.empty() || digits.size() > 8) return {};
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<Date> day_of(int year, int month, int day) {
    using namespace std::chrono;
    const year_month_day it{std::chrono::year{year}, std::chrono::month{unsigned(month)},
                            std::chrono::day{unsigned(day)}};
    const bool sane = year >= first_stated_year && year <= last_stated_year;
    return sane && it.ok() ? std::optional(Date{sys_days{it}}) : std::nullopt;
}

// The separator that a sign is, and nothing for any other sign. 年 and 月 are of one kind.
char separator_of(char32_t sign) {
    switch (sign) {
        case U'年':
        case U'月': return 'n';
        case U'-': return '-';
        case U'/': return '/';
        case U'.': return '.';
        default: return 0;
    }
}

// The numbers between separators of one kind; none where there is anything else.
std::vector<std::string> numbers_of(std::string_view text) {
    std::vector<std::string> numbers(1);
    char kind = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t sign = text::next(text, at);
        if (sign >= U'0' && sign <= U'9') {
            numbers.back().push_back(char(sign));
            continue;
        }
        const char separator = separator_of(sign);
        if (!separator || (kind && kind != separator)) return {};
        kind = separator;
        numbers.emplace_back();
    }
    return numbers;
}

// 2026-3-2, 2026/3/2, 2026.3.2 and, with 日 taken off, 2026年3月2日.
std::optional<Date> parted_day(std::string_view text) {
    const auto numbers = numbers_of(text);
    if (numbers.size() != 3) return {};
    const auto year = whole(numbers[0]), month = whole(numbers[1]), day = whole(numbers[2]);
    if (!year || !month || !day) return {};
    return day_of(*year, *month, *day);
}

// Excel counts days from 1900 with a 29 February that never was, so that day 61 is 1 March 1900.
constexpr Date excel_begins{
    std::chrono::sys_days{std::chrono::year{1899} / std::chrono::December / 30}};
constexpr int first_serial = 36'526, last_serial = 109'574;  // 2000 to 2199

std::optional<Date> plain_day(std::string_view digits) {
    const auto number = whole(digits);
    if (!number) return {};
    if (digits.size() == 8) return day_of(*number / 10'000, *number / 100 % 100, *number % 100);
    if (*number < first_serial || *number > last_serial) return {};
    return excel_begins + std::chrono::days{*number};
}

bool is_time(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789:.APMapm ") == text.npos &&
           text.find(':') != text.npos;
}

}  // namespace

Result<std::vector<CsvRow>> read_table(std::string_view bytes) {
    const auto sniffed = reader::sniff(bytes);
    switch (sniffed.format) {
        case reader::Format::Empty: return other_format("文件是空的。");
        case reader::Format::Zip: return read_workbook(bytes);
        case reader::Format::Ole:
            return other_format("旧版的 Excel 或者 Word 文件（.xls、.doc）不能导入。");
        case reader::Format::Pdf: return other_format("PDF 文件不能导入。");
        case reader::Format::Rtf: return other_format("RTF 文件不能导入。");
        case reader::Format::Foreign: return other_format(sniffed.name + "文件不能导入。");
        case reader::Format::Binary: return other_format("这种文件不能导入。");
        case reader::Format::Text: break;
    }
    GK_TRY(decoded, reader::decode(bytes));
    if (reader::looks_like_html(decoded.text)) return other_format("网页文件不能导入。");
    GK_TRY(rows, files::parse_csv(decoded.text));
    std::erase_if(rows, is_empty);
    if (rows.empty()) return Error{ErrorKind::Invalid, "csv.empty", "文件里没有内容。"};
    return rows;
}

Result<Places> Places::of(const CsvRow& titles, std::span<const Column> columns) {
    Places places;
    places.places_.assign(columns.size(), -1);
    for (std::size_t i = 0; i < titles.fields.size(); ++i) {
        const std::string title(text::trim(titles.fields[i]));
        if (title.empty()) continue;
        const auto it = std::ranges::find_if(columns, [&](const Column& column) {
            return std::ranges::find(column.titles, title) != column.titles.end();
        });
        if (it == columns.end())
            return bad_columns("表头里的" + text::in_quotes(title) + "不认识。", columns);
        int& place = places.places_[std::size_t(it - columns.begin())];
        if (place >= 0) return bad_columns("表头里有两个" + text::in_quotes(title) + "。", columns);
        place = int(i);
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].needed && places.places_[i] < 0)
            return bad_columns("表头里缺少“" + std::string(columns[i].title()) + "”。", columns);
    return places;
}

std::string Places::cell(const CsvRow& row, std::size_t column) const {
    const int place = places_[column];
    if (place < 0 || std::size_t(place) >= row.fields.size()) return {};
    return std::string(text::trim(row.fields[std::size_t(place)]));
}

std::string template_csv(std::span<const Column> columns,
                         std::span<const std::string_view> example) {
    std::string titles, cells;
    for (const Column& column : columns)
        (titles += titles.empty() ? "" : ",") += column.title();
    for (std::size_t i = 0; i < example.size(); ++i)
        (cells += i == 0 ? "" : ",") += example[i];
    return "\xEF\xBB\xBF" + titles + "\r\n" + cells + "\r\n";
}

std::optional<Date> day_in_cell(std::string_view cell) {
    // A time behind the day says nothing here: 2026/3/2 9:05, 2026年3月2日 09:05:00.
    std::string_view given = text::trim(cell);
    if (const auto gap = given.find_first_of(" T"); gap != given.npos) {
        if (!is_time(text::trim(given.substr(gap + 1)))) return {};
        given = given.substr(0, gap);
    }
    std::string text = text::fold(given);
    constexpr std::string_view last_sign = "日";
    if (text.ends_with(last_sign)) text.resize(text.size() - last_sign.size());
    if (auto day = plain_day(text)) return day;
    // A day with a time, as Excel keeps it: 46083.378.
    if (const auto point = text.find('.'); point == 5 && text.find('.', point + 1) == text.npos)
        return plain_day(text.substr(0, point));
    return parted_day(text);
}

std::optional<bool> answer_in_cell(std::string_view cell) {
    constexpr std::array<std::string_view, 7> yes{"是", "√", "1", "y", "yes", "有", "需要"};
    constexpr std::array<std::string_view, 7> no{"", "否", "×", "0", "n", "no", "不需要"};
    const std::string folded = text::fold(text::trim(cell));
    if (std::ranges::find(yes, folded) != yes.end()) return true;
    if (std::ranges::find(no, folded) != no.end()) return false;
    return {};
}

void Import::count() {
    const auto all = [&](ImportAction action) {
        return int(std::ranges::count(rows, action, &ImportRow::action));
    };
    created = all(ImportAction::Create);
    changed = all(ImportAction::Change);
    refused = all(ImportAction::Refused);
}

Result<Import> import_rows(journal::Ledger& ledger, const journal::Signature& by,
                           const journal::LogKey& log, bool dry_run,
                           const std::function<std::vector<ImportRow>(journal::Change&)>& take) {
    Import done;
    const auto not_written = [] { return Error{ErrorKind::NotAllowed, "import.not-written", ""}; };
    const auto recorded = ledger.change(by, log, [&](journal::Change& change) -> Status {
        done.rows = take(change);
        done.count();
        if (dry_run || done.refused > 0) return not_written();
        return Done{};
    });
    if (!recorded.ok() && recorded.error().code != not_written().code) return recorded.error();
    done.written = recorded.ok();
    return done;
}

}  // namespace gongkai::desk
