#include "store/report_library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "engines.h"
#include "files/form_files.h"
#include "store/migrations.h"

using namespace gongkai;
using reports::Kept;
using reports::ReportId;

namespace {

const forms::Forms& all_forms() {
    static const forms::Forms forms = files::load_forms().value();
    return forms;
}

// A database and its library, on each engine.
void on_each_library(const std::function<void(store::Database&, store::ReportLibrary&)>& body) {
    testing::on_each_database([&](store::Database& database) {
        store::migrate(database);
        store::ReportLibrary library(database, all_forms());
        body(database, library);
    });
}

forms::Report report(std::string organ, int year) {
    forms::Report it;
    it.form = &all_forms().back();
    it.organ = std::move(organ);
    it.year = year;
    it.title = it.organ + "年度报告";
    it.cells.resize(std::size_t(it.form->cell_count()));
    const auto set = [&](const char* id, forms::Cell cell) {
        it.cells[std::size_t(*it.form->find(id))] = std::move(cell);
    };
    set("requests.new_received.total",
        {forms::CellKind::Number, Decimal(12), "12 ", false, -1, {}});
    set("requests.carried_over_in.total", {forms::CellKind::Blank, {}, "", false, -1, {}});
    set("proactive.art20_8.admin_fee.amount_wan_yuan",
        {forms::CellKind::Number, Decimal::parse("0.311082"), "0.311082", false, -1, {}});
    it.sections.push_back({1, "一、总体情况", "引号\"与<尖括号>\n", 0});
    return it;
}

Kept kept(const forms::Report& it, std::string digest) {
    Kept result;
    result.region = 330101;
    result.organ = it.organ;
    result.year = it.year.value_or(0);
    result.form = it.form->id();
    result.title = it.title;
    result.source = "a.docx";
    result.format = "docx";
    result.digest = std::move(digest);
    result.imported = "2026-03-02T08:00:00Z";
    return result;
}

std::vector<Kept> everything(const reports::Library& library) {
    std::vector<Kept> all;
    for (auto& line : library.page({}, {}, 1000, {}))
        all.push_back(line.kept);
    return all;
}

}  // namespace

TEST_CASE("a report comes back as it was kept") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        const auto it = report("清河县教育局", 2024);
        const ReportId id = library.add(kept(it, "d1"), it);

        const auto found = library.find(id);
        REQUIRE(found.ok());
        CHECK(found.value().kept.organ == "清河县教育局");
        CHECK(found.value().kept.region == 330101);
        CHECK(found.value().kept.imported == "2026-03-02T08:00:00Z");
        const auto& back = found.value().report;
        CHECK(back.form == it.form);
        CHECK(back.year == 2024);
        CHECK(back.sections.at(0).text == it.sections[0].text);
        const auto fee = *it.form->find("proactive.art20_8.admin_fee.amount_wan_yuan");
        CHECK(back.value(fee) == Decimal::parse("0.311082"));
        const auto blank = *it.form->find("requests.carried_over_in.total");
        REQUIRE(back.cell(blank));
        CHECK(back.cell(blank)->kind == forms::CellKind::Blank);
        CHECK(!back.cell(*it.form->find("requests.result_granted.total")));
    });
}

TEST_CASE("the same file is kept once and keeps its id") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        const auto first = report("甲局", 2023);
        auto second = report("甲局", 2024);
        second.cells[std::size_t(*second.form->find("requests.carried_over_in.total"))].reset();
        const ReportId id = library.add(kept(first, "d1"), first);
        CHECK(library.add(kept(second, "d1"), second) == id);
        REQUIRE(everything(library).size() == 1);
        CHECK(everything(library)[0].year == 2024);
        const auto found = library.find(id);
        REQUIRE(found.ok());
        CHECK(std::ranges::count_if(found.value().report.cells,
                                    [](const auto& cell) { return cell.has_value(); }) == 2);
    });
}

TEST_CASE("reports are listed by body, the newest year first") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        for (const auto& [organ, year] : {std::pair{"b", 2022}, {"a", 2023}, {"b", 2024}}) {
            const auto it = report(organ, year);
            library.add(kept(it, organ + std::to_string(year)), it);
        }
        std::string order;
        for (const Kept& it : everything(library))
            order += it.organ + std::to_string(it.year) + " ";
        CHECK(order == "a2023 b2024 b2022 ");
    });
}

TEST_CASE("the year before is of the same body and region") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        const auto last = report("甲局", 2023), other = report("乙局", 2023);
        library.add(kept(last, "d1"), last);
        library.add(kept(other, "d2"), other);
        const auto now = report("甲局", 2024);
        const auto before = library.year_before(kept(now, "d3"));
        REQUIRE(before);
        CHECK(before->kept.organ == "甲局");
        CHECK(before->report.year == 2023);

        auto elsewhere = kept(now, "d3");
        elsewhere.region = 330102;
        CHECK(!library.year_before(elsewhere));
        CHECK(!library.year_before(kept(last, "d1")));
    });
}

TEST_CASE("of several reports kept for the year before, the one that came last counts") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        auto first = report("甲局", 2023), corrected = first;
        first.title = "第一稿";
        corrected.title = "更正后的";
        library.add(kept(first, "d1"), first);
        library.add(kept(corrected, "d2"), corrected);
        // Two years before, and that year itself, are other years.
        library.add(kept(report("甲局", 2022), "d3"), report("甲局", 2022));
        library.add(kept(report("甲局", 2024), "d4"), report("甲局", 2024));
        const auto before = library.year_before(kept(report("甲局", 2024), "d5"));
        REQUIRE(before);
        CHECK(before->report.title == "更正后的");
        CHECK(before->kept.title == "更正后的");
    });
}

TEST_CASE("a report that is removed is gone, and no other is") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        const auto one = report("甲局", 2023), other = report("甲局", 2024);
        const ReportId id = library.add(kept(one, "d1"), one);
        library.add(kept(other, "d2"), other);
        const auto removed = library.remove(id);
        REQUIRE(removed.ok());
        CHECK(removed.value().year == 2023);
        CHECK(removed.value().digest == "d1");
        REQUIRE(everything(library).size() == 1);
        CHECK(everything(library)[0].year == 2024);
        CHECK(!library.find(id).ok());
        REQUIRE(!library.remove(id).ok());
        CHECK(library.remove(id).error().code == "report.not-found");
    });
}

TEST_CASE("others like a report are of its body, year, form and region, out of other files") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        const auto it = report("甲局", 2024);
        const ReportId first = library.add(kept(it, "d1"), it);
        CHECK(library.others_like(kept(it, "d1")).empty());
        const auto others = library.others_like(kept(it, "d2"));
        REQUIRE(others.size() == 1);
        CHECK(others[0].id == first);
        for (const auto& unlike : {report("乙局", 2024), report("甲局", 2023), report("", 2024)})
            CHECK(library.others_like(kept(unlike, "d2")).empty());
        auto elsewhere = kept(it, "d2"), earlier_form = kept(it, "d2");
        elsewhere.region = 330102;
        earlier_form.form = "2019";
        CHECK(library.others_like(elsewhere).empty());
        CHECK(library.others_like(earlier_form).empty());
    });
}

TEST_CASE("what is not there is refused, not thrown") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        const auto found = library.find(ReportId(7));
        REQUIRE(!found.ok());
        CHECK(found.error().code == "report.not-found");
    });
}

TEST_CASE("several threads keep and read at once") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&, t] {
                    for (int i = 0; i < 5; ++i) {
                        const auto it = report("局" + std::to_string(t), 2000 + i);
                        const auto id = library.add(kept(it, std::to_string(t * 100 + i)), it);
                        if (!library.find(id).ok()) throw std::logic_error("lost");
                    }
                });
        }
        CHECK(everything(library).size() == 20);
    });
}

TEST_CASE("lists sort by the bytes of the name, whatever the language of the server") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        for (const char* organ : {"乙局", "b局", "B局", "甲局", "a局"}) {
            const auto it = report(organ, 2024);
            library.add(kept(it, organ), it);
        }
        std::string order;
        for (const Kept& it : everything(library))
            order += it.organ + " ";
        CHECK(order == "B局 a局 b局 乙局 甲局 ");
    });
}

TEST_CASE("a report is found by its number in whatever region it is") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        std::vector<ReportId> ids;
        for (const std::int32_t region : {0, 110101, 330101, 659001}) {
            const auto it = report("甲局", 2024);
            auto how = kept(it, "d");
            how.region = region;
            ids.push_back(library.add(how, it));
        }
        for (const ReportId id : ids)
            CHECK(library.find(id).value().kept.id == id);
    });
}

TEST_CASE("a report with signs that no store keeps is kept without them") {
    on_each_library([](store::Database&, store::ReportLibrary& library) {
        auto it = report(std::string("甲\0局", 7), 2024);
        it.cells[std::size_t(*it.form->find("requests.new_received.total"))]->text =
            std::string("1\0002", 3);
        auto how = kept(it, "d");
        how.source = "\xC4\xE3.docx";
        const auto found = library.find(library.add(how, it));
        REQUIRE(found.ok());
        CHECK(found.value().kept.organ == "甲局");
        CHECK(found.value().kept.source == "\uFFFD\uFFFD.docx");
        auto next = how;
        next.year = 2025;
        CHECK(library.year_before(next));
    });
}
