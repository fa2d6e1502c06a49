#include <doctest/doctest.h>

#include <map>

#include "base/text.h"
#include "written_report.h"

// Tables whose blank cells a text has lost, or shows by room alone.
namespace gongkai::recognizer {
namespace {

using tests::Content;
using tests::Way;

// As a body fills them in that leaves out what is nothing, totals of rows among it.
const std::map<std::string, std::string> sparse = {
    {"proactive.art20_8.admin_fee.items_prev_year", "35"},
    {"requests.new_received.natural_person", "821"},
    {"requests.new_received.org_commercial", "35"},
    {"requests.new_received.org_legal_service", "2"},
    {"requests.new_received.org_other", "1"},
    {"requests.new_received.total", "859"},
    {"requests.result_granted.natural_person", "258"},
    {"requests.result_granted.org_commercial", "12"},
    {"requests.result_granted.org_legal_service", "1"},
    {"requests.result_granted.org_other", "1"},
    {"requests.carried_over_in.natural_person", "18"},
    {"requests.carried_over_in.total", "18"},
    {"requests.result_total.natural_person", "767"},
    {"requests.result_total.org_commercial", "35"},
    {"requests.result_total.org_legal_service", "2"},
    {"requests.result_total.org_other", "1"},
    {"requests.result_total.total", "805"},
    {"requests.carried_over_out.natural_person", "72"},
    {"requests.carried_over_out.total", "72"},
};

std::string sparse_value(const std::string& id) {
    const auto it = sparse.find(id);
    return it == sparse.end() ? std::string() : it->second;
}

// Every number that is read with certainty is the one that is printed in that cell. How many are.
int check_nothing_wrong(const std::string& text) {
    const auto report = tests::read_back(text);
    REQUIRE(report.ok());
    const forms::Form& form = *report.value().form;
    int certain = 0;
    for (const forms::Grid& grid : form.grids()) {
        for (int r = 0; r < int(grid.rows.size()); ++r)
            for (int c = 0; c < int(grid.columns.size()); ++c) {
                const int cell = grid.cell(r, c);
                const auto value = report.value().value(cell);
                if (!value) continue;
                ++certain;
                CAPTURE(form.cell_id(cell));
                CHECK(value->text() == sparse_value(form.cell_id(cell)));
            }
    }
    return certain;
}

TEST_CASE("values of a line that lost its blanks are no digits run together") {
    for (const std::string form : {"2019", "2021"}) {
        Content content;
        content.form = form;
        content.value = sparse_value;
        std::string text;
        bool gap = false;
        for (const char sign : tests::Writer(content, Way::Tabs).write()) {
            if (sign == '\t' || sign == ' ') {
                gap = true;
                continue;
            }
            if (gap && sign != '\n') text += ' ';
            gap = false;
            text += sign;
        }
        REQUIRE(text.find("（一）予以公开 258 12 1 1\n") != text.npos);
        if (form == "2019") REQUIRE(text.find("行政事业性收费 35\n") != text.npos);
        check_nothing_wrong(text);
    }
}

// The requests laid out with spaces, the last rows on a page of their own that is moved.
std::string laid_out(const forms::Grid& grid, std::size_t wide, std::size_t moved) {
    constexpr std::size_t labels = 90;
    const auto at = [](std::string& line, std::size_t column, const std::string& word) {
        std::size_t width = 0;
        for (std::size_t next = 0; next < line.size();)
            width += text::next(line, next) > 0x7F ? 2 : 1;
        line += std::string(column > width ? column - width : 1, ' ') + word;
    };
    const auto lay = [&](const std::string& label, auto value, std::size_t move) {
        std::string line = label;
        for (std::size_t c = 0; c < grid.columns.size(); ++c)
            if (const auto word = value(c); !word.empty()) at(line, labels + move + c * wide, word);
        return line + "\n";
    };
    std::string text = lay(
        "", [&](std::size_t c) { return grid.columns[c].label; }, 0);
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
        const forms::Row& row = grid.rows[r];
        const bool last = row.id == "result_total" || row.id == "carried_over_out";
        if (row.id == "result_total") text += '\f';
        if (!row.optional)
            text += lay(
                row.label,
                [&](std::size_t c) {
                    return sparse_value(grid.id + "." + row.id + "." + grid.columns[c].id);
                },
                last ? moved : 0);
    }
    return text;
}

TEST_CASE("columns of a page that is moved are not those of the page before") {
    Content content;
    content.value = sparse_value;
    const std::string whole = tests::Writer(content, Way::Lines).write();
    const std::string head = "三、收到和处理政府信息公开申请情况\n", next = "四、政府";
    const auto from = whole.find(head) + head.size(), to = whole.find(next, from);
    for (const forms::Grid& grid : tests::form_of("2021").grids()) {
        if (grid.id != "requests") continue;
        for (const std::size_t moved : {0, 4, 12, 25}) {
            CAPTURE(moved);
            const auto text = whole.substr(0, from) + laid_out(grid, 16, moved) + whole.substr(to);
            CHECK(check_nothing_wrong(text) == int(sparse.size()) - 1);
            // Long heads push the others away from what is below them.
            check_nothing_wrong(whole.substr(0, from) + laid_out(grid, 10, moved) +
                                whole.substr(to));
        }
    }
}

}  // namespace
}  // namespace gongkai::recognizer
