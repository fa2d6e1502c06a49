#include "recognizer/recognizer.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "written_report.h"

namespace gongkai::recognizer {
namespace {

using forms::CellKind;
using tests::Content;
using tests::read_back;
using tests::Way;

constexpr Way ways[] = {Way::Glued, Way::Tabs, Way::Pipes, Way::Lines, Way::Page};
constexpr Way ways_with_cells[] = {Way::Tabs, Way::Pipes, Way::Lines, Way::Page};

std::string text_of(const forms::Report& report, int number) {
    const auto value = report.value(number);
    return value ? value->text() : "none";
}

using Values = std::map<std::string, std::string>;

Content with(const Values& values, const std::string& form = "2021") {
    Content content;
    content.form = form;
    if (form == "2019") content.head = "栖云县司法局2020年政府信息公开工作年度报告";
    content.value = [values](const std::string& id) {
        const auto it = values.find(id);
        return it == values.end() ? std::string("0") : it->second;
    };
    return content;
}

// Requests that add up: two from persons, one from a company; one is left.
const Values few = {
    {"proactive.art20_1.normative_documents.currently_valid", "12"},
    {"proactive.art20_5.admin_license.decisions", "1362"},
    {"proactive.art20_8.admin_fee.amount_wan_yuan", "25.1"},
    {"requests.new_received.natural_person", "2"},
    {"requests.new_received.org_commercial", "1"},
    {"requests.new_received.total", "3"},
    {"requests.result_granted.natural_person", "2"},
    {"requests.result_granted.total", "2"},
    {"requests.result_total.natural_person", "2"},
    {"requests.result_total.total", "2"},
    {"requests.carried_over_out.org_commercial", "1"},
    {"requests.carried_over_out.total", "1"},
    {"review_litigation.review.outcome_upheld", "1"},
    {"review_litigation.review.outcome_total", "1"},
};

TEST_CASE("the same cells are read from every way of writing them") {
    const Content content = with(few);
    for (const Way way : ways) {
        CAPTURE(int(way));
        const auto report = read_back(content, way);
        REQUIRE(report.ok());
        const forms::Form& form = *report.value().form;
        CHECK(form.id() == "2021");
        for (int cell = 0; cell < form.cell_count(); ++cell) {
            const auto place = form.place(cell);
            const bool optional = place.grid->rows[std::size_t(place.row)].optional;
            const std::string& id = form.cell_id(cell);
            CAPTURE(id);
            if (optional)
                CHECK(report.value().cell(cell) == nullptr);
            else
                CHECK(text_of(report.value(), cell) == content.value(id));
        }
    }
}

TEST_CASE("a sentence before table four takes nothing from it") {
    Content content = with(few);
    for (const char* sentence : {"2024年，本机关行政复议1件，行政诉讼0件。", "全年复议1件。",
                                 "行政复议1件（结果维持1件、结果纠正0件），没有行政诉讼。"})
        for (const Way way : ways) {
            CAPTURE(sentence);
            CAPTURE(int(way));
            content.fourth = sentence;
            const auto report = read_back(content, way);
            REQUIRE(report.ok());
            for (const auto& [id, value] : few) {
                CAPTURE(id);
                CHECK(text_of(report.value(), *report.value().form->find(id)) == value);
            }
            CHECK(text_of(report.value(),
                          *report.value().form->find("review_litigation.litigation_direct"
                                                     ".outcome_total")) == "0");
            if (way != Way::Tabs && way != Way::Page) continue;  // cells that are no running text
            const auto part =
                std::ranges::find(report.value().sections, 4, &forms::Section::number);
            REQUIRE(part != report.value().sections.end());
            CHECK(part->text == content.fourth + "\n");
        }
}

TEST_CASE("the older form is told by its rows") {
    for (const Way way : ways_with_cells) {
        CAPTURE(int(way));
        const auto report = read_back(with({}, "2019"), way);
        REQUIRE(report.ok());
        CHECK(report.value().form->id() == "2019");
        CHECK(report.value().year == 2020);
        for (const auto& cell : report.value().cells)
            if (cell) CHECK(cell->kind == CellKind::Number);
    }
}

TEST_CASE("title, organ, year and the six parts are read from every way") {
    for (const Way way : ways) {
        CAPTURE(int(way));
        const auto report = read_back(Content{}, way);
        REQUIRE(report.ok());
        const forms::Report& it = report.value();
        CHECK(it.title == "栖云县司法局2024年政府信息公开工作年度报告");
        CHECK(it.organ == "栖云县司法局");
        CHECK(it.year == 2024);
        std::string numbers;
        for (const auto& section : it.sections)
            if (section.number) numbers += std::to_string(section.number);
        CHECK(numbers == "123456");
    }
}

TEST_CASE("the narrative has the sentences and nothing of the tables") {
    for (const Way way : ways) {
        CAPTURE(int(way));
        const auto report = read_back(with(few), way);
        REQUIRE(report.ok());
        for (const auto& section : report.value().sections) {
            CAPTURE(section.number);
            const bool tables = section.number >= 2 && section.number <= 4;
            if (tables) CHECK(section.text == "");
            if (section.number == 1) CHECK(section.text == "全年公开信息60条。\n");
            if (section.number == 5) CHECK(section.text == "公开的及时性有待提高。\n");
            if (section.number == 6) CHECK(section.text == "本年度没有收取信息处理费。\n");
        }
    }
}

TEST_CASE("a short sentence before table four is narrative, however the tables are written") {
    Content content = with(few);
    content.fourth = "被申请行政复议5件。";
    for (const Way way : ways_with_cells) {
        CAPTURE(int(way));
        const auto report = read_back(content, way);
        REQUIRE(report.ok());
        const auto four = std::ranges::find(report.value().sections, 4, &forms::Section::number);
        REQUIRE(four != report.value().sections.end());
        CHECK(four->text == "被申请行政复议5件。\n");
        for (const auto& [id, value] : few)
            CHECK_MESSAGE(text_of(report.value(), *report.value().form->find(id)) == value, id);
    }
}

TEST_CASE("tables behind the last part are read as well, tables that are nowhere are noted") {
    for (const Way way : ways_with_cells) {
        CAPTURE(int(way));
        const std::string whole = tests::Writer(with(few), way).write();
        std::string narrative = whole, annex;
        const auto take = [&](const std::string& from, const std::string& to) {
            const auto begin = narrative.find(from) + from.size();
            const auto size = narrative.find(to, begin) - begin;
            annex += "\n" + narrative.substr(begin, size);
            narrative.replace(begin, size,
                              way == Way::Page ? "<p>见附表。</p><p>" : "\n见附表。\n");
        };
        take("二、主动公开政府信息情况", "三、收到");
        take("三、收到和处理政府信息公开申请情况", "四、政府");
        take("四、政府信息公开行政复议、行政诉讼情况", "五、存在");
        const auto report = read_back(narrative + annex);
        REQUIRE(report.ok());
        for (const auto& [id, value] : few)
            CHECK_MESSAGE(text_of(report.value(), *report.value().form->find(id)) == value, id);
        const auto without = read_back(narrative);
        REQUIRE(without.ok());
        CHECK(std::ranges::count(without.value().oddities, "missing-table", &forms::Oddity::id) ==
              3);
    }
}

TEST_CASE("columns and groups that are printed in another order are read by their heads") {
    const forms::Form& form = tests::form_of("2021");
    const auto value = [](const std::string& id) {
        const auto it = few.find(id);
        return it == few.end() ? std::string("0") : it->second;
    };
    for (const Way way : {Way::Page, Way::Tabs, Way::Pipes, Way::Lines}) {
        CAPTURE(int(way));
        std::string text = "栖云县司法局2024年政府信息公开工作年度报告\n";
        const auto row = [&](const std::vector<std::string>& cells) {
            std::string line;
            for (const auto& cell : cells)
                line += way == Way::Page    ? "<td>" + cell + "</td>"
                        : way == Way::Tabs  ? cell + "\t"
                        : way == Way::Pipes ? "| " + cell + " "
                                            : cell + "\n";
            if (way == Way::Tabs) line.pop_back();
            if (way == Way::Pipes) line += "|";
            text +=
                way == Way::Page ? "<tr>" + line + "</tr>" : line + (way == Way::Lines ? "" : "\n");
        };
        const auto open = [&](const std::string& heading) {
            text += way == Way::Page ? "</table><p>" + heading + "</p><table>"
                                     : "\n" + heading + "\n\n";
        };
        if (way == Way::Page) text = "<html><body><p>" + text + "</p><table>";
        open("三、收到和处理政府信息公开申请情况");
        const forms::Grid& requests = *form.grid("requests");
        std::vector<std::string> cells = {"类别", requests.columns.back().label};
        for (std::size_t c = 0; c + 1 < requests.columns.size(); ++c)
            cells.push_back(requests.columns[c].label);
        row(cells);
        for (const forms::Row& it : requests.rows) {
            if (it.optional) continue;
            cells = {it.label, value("requests." + it.id + ".total")};
            for (std::size_t c = 0; c + 1 < requests.columns.size(); ++c)
                cells.push_back(value("requests." + it.id + "." + requests.columns[c].id));
            row(cells);
        }
        open("四、政府信息公开行政复议、行政诉讼情况");
        const forms::Grid& review = *form.grid("review_litigation");
        cells.clear();
        std::vector<std::string> outcomes, values;
        for (const std::size_t r : {1, 2, 0}) {
            cells.push_back(review.rows[r].label);
            for (const forms::Column& column : review.columns) {
                outcomes.push_back(column.label);
                values.push_back(value("review_litigation." + review.rows[r].id + "." + column.id));
            }
        }
        row(cells);
        row(outcomes);
        row(values);
        const auto report = read_back(text);
        REQUIRE(report.ok());
        for (const auto& [id, wanted] : few)
            if (!id.starts_with("proactive"))
                CHECK_MESSAGE(text_of(report.value(), *form.find(id)) == wanted, id);
    }
}

TEST_CASE("a missing, added or renamed row shifts no other") {
    const std::string changed = "result_granted";
    Content missing = with(few), added = with(few), renamed = with(few), split = with(few);
    missing.label = [&](const forms::Row& row) {
        return row.optional || row.id == "carried_over_in" ? "" : row.label;
    };
    added.before = [&](const forms::Row& row) {
        return row.id == changed ? "（零）转送上级机关办理" : "";
    };
    renamed.label = [&](const forms::Row& row) {
        if (row.optional) return std::string();
        return row.id == "result_partial" ? std::string("（二）部分公开的情况") : row.label;
    };
    for (const Way way : {Way::Tabs, Way::Pipes, Way::Page})
        for (const Content* content : {&missing, &added, &renamed}) {
            CAPTURE(int(way));
            CAPTURE(content == &missing ? "missing" : content == &added ? "added" : "renamed");
            const auto report = read_back(*content, way);
            REQUIRE(report.ok());
            const auto& form = *report.value().form;
            for (const auto& [id, value] : few)
                CHECK_MESSAGE(text_of(report.value(), *form.find(id)) == value, id);
            const int lacked = *form.find("requests.carried_over_in.total");
            CHECK((report.value().cell(lacked) == nullptr) == (content == &missing));
            CHECK(text_of(report.value(), *form.find("requests.result_partial.total")) == "0");
        }
}

TEST_CASE("the one row of other handling is read beside the rows of the newer form") {
    Content content = with(few);
    std::vector<std::string> lacked;
    for (const auto& row : tests::form_of("2021").grid("requests")->rows)
        if (row.optional) lacked = row.replaces;
    content.label = [&](const forms::Row& row) {
        const bool gone = std::ranges::find(lacked, row.id) != lacked.end();
        return gone ? std::string() : row.label;
    };
    for (const Way way : {Way::Tabs, Way::Pipes, Way::Page}) {
        CAPTURE(int(way));
        const auto report = read_back(content, way);
        REQUIRE(report.ok());
        const auto& form = *report.value().form;
        CHECK(form.id() == "2021");
        CHECK(text_of(report.value(), *form.find("requests.other_total.total")) == "0");
        for (const auto& [id, value] : few)
            CHECK_MESSAGE(text_of(report.value(), *form.find(id)) == value, id);
    }
}

TEST_CASE("other handling is not read twice where its parts and their sum are printed") {
    Content content = with(few);
    content.before = [](const forms::Row& row) {
        return row.id == "other_no_correction" ? std::string("（六）其他处理") : std::string();
    };
    for (const Way way : {Way::Tabs, Way::Pipes, Way::Page, Way::Lines}) {
        CAPTURE(int(way));
        const auto report = read_back(content, way);
        REQUIRE(report.ok());
        const auto& form = *report.value().form;
        CHECK(text_of(report.value(), *form.find("requests.other_total.total")) == "none");
        CHECK(text_of(report.value(), *form.find("requests.other_other.total")) == "0");
        for (const auto& [id, value] : few)
            CHECK_MESSAGE(text_of(report.value(), *form.find(id)) == value, id);
    }
}

TEST_CASE("one cell a line may carry a unit, or gaps inside its number") {
    const auto& form = tests::form_of("2021");
    for (const bool unit : {true, false}) {
        Content content = with(few);
        content.value = [&](const std::string& id) {
            const auto it = few.find(id);
            const std::string value = it == few.end() ? "0" : it->second;
            if (id.ends_with("amount_wan_yuan")) return value;
            if (unit) return value + (id.starts_with("requests") ? " 件" : "件");
            return id.starts_with("requests") ? value + " 5" : value;
        };
        const auto report = read_back(content, Way::Lines);
        REQUIRE(report.ok());
        for (const auto& [id, value] : few) {
            const bool gap = !unit && id.starts_with("requests");
            CHECK_MESSAGE(text_of(report.value(), *form.find(id)) == value + (gap ? "5" : ""), id);
        }
    }
}

TEST_CASE("figures of 18 digits are read, whatever their sums") {
    const std::string nines(18, '9');
    Content content = with(few);
    content.value = [&](const std::string& id) {
        return id.starts_with("requests") ? nines : std::string("0");
    };
    for (const Way way : {Way::Tabs, Way::Pipes, Way::Page, Way::Lines}) {
        CAPTURE(int(way));
        const auto report = read_back(content, way);
        REQUIRE(report.ok());
        const auto& form = *report.value().form;
        CHECK(text_of(report.value(), *form.find("requests.new_received.total")) == nines);
    }
}

TEST_CASE("a blank cell stays blank and a stroke a stroke") {
    Values values = few;
    values["proactive.art20_1.rules.issued_this_year"] = "/";
    values["requests.new_received.org_research"] = "";
    values["proactive.art20_6.admin_penalty.decisions"] = "无";
    for (const Way way : {Way::Pipes, Way::Page}) {
        CAPTURE(int(way));
        const auto report = read_back(with(values), way);
        REQUIRE(report.ok());
        const auto kind = [&](const char* id) {
            const auto* cell = report.value().cell(*report.value().form->find(id));
            REQUIRE(cell != nullptr);
            return cell->kind;
        };
        CHECK(kind("proactive.art20_1.rules.issued_this_year") == CellKind::Slash);
        CHECK(kind("requests.new_received.org_research") == CellKind::Blank);
        CHECK(kind("proactive.art20_6.admin_penalty.decisions") == CellKind::Text);
        for (const auto& [id, value] : few)
            CHECK_MESSAGE(text_of(report.value(), *report.value().form->find(id)) == value, id);
    }
}

// Figures that add up, with many zeros.
Values any_values() {
    Values values;
    const auto& grid = *tests::form_of("2021").grid("requests");
    std::map<std::string, int> sum;
    const int most = *rc::gen::element(2, 12, 150);
    const auto set = [&](const std::string& row, const std::string& column, int value) {
        values["requests." + row + "." + column] = std::to_string(value);
    };
    for (const auto& row : grid.rows) {
        if (row.optional || row.kind != forms::RowKind::Leaf || *rc::gen::inRange(0, 4)) continue;
        int total = 0;
        for (const auto& column : grid.columns) {
            if (column.id == "total") continue;
            const int value = *rc::gen::inRange(0, 3) ? 0 : *rc::gen::inRange(0, most);
            set(row.id, column.id, value);
            sum[column.id] += value;
            total += value;
        }
        set(row.id, "total", total);
        sum["total"] += total;
    }
    for (const auto& [column, value] : sum) {
        set("result_total", column, value);
        set("new_received", column, value);
    }
    return values;
}

TEST_CASE(
    "a cell of a glued report is certain only if it is right, and open with the truth in it") {
    CHECK(rc::check([] {
        const Content content = with(any_values());
        const auto read = read_back(content, Way::Glued);
        RC_ASSERT(read.ok());
        const forms::Report& report = read.value();
        for (int cell = 0; cell < report.form->cell_count(); ++cell) {
            const auto* it = report.cell(cell);
            if (it && it->kind == CellKind::Number)
                RC_ASSERT(report.form->cell_id(cell) + "=" + it->value->text() ==
                          report.form->cell_id(cell) + "=" +
                              content.value(report.form->cell_id(cell)));
        }
        for (const auto& candidates : report.candidates) {
            std::vector<Decimal> truth;
            for (const int cell : candidates.cells)
                truth.push_back(*Decimal::parse(content.value(report.form->cell_id(cell))));
            const bool there =
                std::ranges::find(candidates.values, truth) != candidates.values.end();
            RC_ASSERT(there || !candidates.complete);
        }
    }));
}

TEST_CASE("what is no annual report is refused with what is missing") {
    for (const auto* text :
         {"关于召开会议的通知\n\n请各科室于周五上午到会。\n", "一、总体情况\n\n今年工作很多。\n",
          "42\n", "姓名\t岁数\n张某\t30\n李某\t31\n王某\t32\n"}) {
        CAPTURE(text);
        const auto report = read_back(text);
        REQUIRE_FALSE(report.ok());
        CHECK(report.error().code == "recognizer.not-a-report");
        CHECK(report.error().message.find("没有找到") != std::string::npos);
    }
}

}  // namespace
}  // namespace gongkai::recognizer
