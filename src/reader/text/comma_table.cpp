#include "reader/text/comma_table.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "reader/grid.h"

namespace gongkai::reader {
namespace {

constexpr std::size_t least_rows = 3;
constexpr std::size_t least_fields = 3;
constexpr std::size_t longest_field = 120;  // bytes: 40 Chinese signs

std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char sign = line[at];
        if (sign == '"') {
            const bool doubled = quoted && at + 1 < line.size() && line[at + 1] == '"';
            if (doubled) {
                fields.back() += '"';
                ++at;
            } else {
                quoted = !quoted;
            }
        } else if (sign == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += sign;
        }
    }
    return fields;
}

bool is_figure(std::string_view field) {
    return field.find_first_not_of("0123456789.-/% ") == field.npos;
}

// The same as fields_in() for a line without quotes.
std::size_t plain_fields_in(std::string_view line, bool& figures) {
    std::size_t count = 0;
    bool fits = true;
    figures = false;
    for (std::size_t from = 0; from <= line.size(); ++count) {
        const auto comma = std::min(line.find(',', from), line.size());
        const auto field = line.substr(from, comma - from);
        figures = figures || is_figure(field);
        fits = fits && field.size() <= longest_field;
        from = comma + 1;
    }
    return fits ? count : 0;
}

// The number of fields, or 0 where the line cannot be a row.
std::size_t fields_in(std::string_view line, bool& figures) {
    // Three fields have two commas.
    const auto comma = line.find(',');
    if (comma == line.npos || line.find(',', comma + 1) == line.npos) return 0;
    if (line.find('"') == line.npos) return plain_fields_in(line, figures);
    const auto fields = fields_of(line);
    figures = std::any_of(fields.begin(), fields.end(),
                          [](const std::string& field) { return is_figure(field); });
    const bool fits = std::all_of(fields.begin(), fields.end(), [](const std::string& field) {
        return field.size() <= longest_field;
    });
    return fits ? fields.size() : 0;
}

}  // namespace

std::size_t comma_rows_end(const std::vector<TextLine>& lines, std::size_t at) {
    bool figures = false;
    const auto fields = fields_in(lines[at].text, figures);
    if (fields < least_fields) return at;
    std::size_t with_figures = figures ? 1 : 0;
    std::size_t end = at + 1;
    while (end < lines.size() && fields_in(lines[end].text, figures) == fields) {
        if (figures) ++with_figures;
        ++end;
    }
    const auto rows = end - at;
    return rows >= least_rows && with_figures * 2 >= rows ? end : at;
}

void read_comma_table(const std::vector<TextLine>& lines, std::size_t at, std::size_t end,
                      BlockList& blocks) {
    std::vector<std::vector<std::string>> rows;
    for (; at < end; ++at) {
        auto& row = rows.emplace_back(fields_of(lines[at].text));
        for (auto& field : row)
            field = text::trim(field);
    }
    blocks.add(counted_table(rows));
}

}  // namespace gongkai::reader
