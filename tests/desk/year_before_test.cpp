#include "desk/year_before.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "files/form_files.h"

namespace gongkai::desk {
namespace {

const forms::Forms& all_forms() {
    static const forms::Forms forms = files::load_forms().value();
    return forms;
}

forms::Report report(std::string organ, std::optional<int> year, int carried_in, int carried_out) {
    forms::Report it;
    it.form = &all_forms().back();
    it.organ = std::move(organ);
    it.year = year;
    it.cells.resize(std::size_t(it.form->cell_count()));
    const auto set = [&](const char* id, int value) {
        it.cells[std::size_t(*it.form->find(id))] = forms::Cell{
            forms::CellKind::Number, Decimal(value), std::to_string(value), false, -1, {}};
    };
    set("requests.carried_over_in.total", carried_in);
    set("requests.carried_over_out.total", carried_out);
    return it;
}

bool has_carried_over(const Checked& checked) {
    return std::ranges::any_of(
        checked.findings, [](const auto& it) { return it.rule == "carried-over-from-last-year"; });
}

// A library of one report.
class OneKept : public reports::Library {
public:
    explicit OneKept(forms::Report report) : report_(std::move(report)) {}
    std::vector<reports::ReportId> add(std::span<const reports::NewReport>) override { return {}; }
    reports::BodyPage bodies(const reports::Wanted&, const reports::PlaceAsked&,
                             std::string_view) const override {
        return {};
    }
    std::vector<reports::Listed> page(const reports::Wanted&,
                                      const std::optional<reports::ReportPlace>&, int,
                                      std::string_view) const override {
        return {};
    }
    Counts count(const reports::Wanted&) const override { return {}; }
    std::vector<reports::Listed> of_body(const reports::BodyPlace&,
                                         std::string_view) const override {
        return {};
    }
    Result<reports::KeptReport> find(reports::ReportId) const override { return nothing(); }
    Result<reports::KeptReport> find_in(std::int32_t, reports::ReportId) const override {
        return nothing();
    }
    void note(std::span<const reports::Judged>) override {}
    std::string state() const override { return {}; }
    Result<reports::Kept> remove(reports::ReportId) override { return nothing(); }
    std::vector<reports::Kept> others_like(const reports::Kept&) const override { return {}; }
    std::optional<reports::KeptReport> year_before(const reports::Kept& kept) const override {
        if (kept.region != 7 || kept.organ != report_.organ || kept.year != *report_.year + 1)
            return {};
        reports::Kept found;
        found.source = "kept.docx";
        return reports::KeptReport{found, report_};
    }

private:
    static Error nothing() { return {ErrorKind::NotFound, "report.not-found", "没有"}; }
    forms::Report report_;
};

TEST_CASE("a title names its body before the year or the words that follow it") {
    const std::pair<const char*, const char*> cases[] = {
        {"清河县教育局2023年政府信息公开工作年度报告", "清河县教育局"},
        {"关于清河县教育局政府信息公开工作年度报告", "关于清河县教育局"},
        {"清河县教育局（2023年）政府信息公开年报", "清河县教育局"},
        {"清河县教育局关于2023年政府信息公开", "清河县教育局"},
        {"年度报告", ""},
        {"", ""}};
    for (const auto& [title, body] : cases)
        CHECK_MESSAGE(body_of_title(title) == body, title);
}

TEST_CASE("a body that is not printed is that of the title") {
    auto it = report("", 2024, 0, 0);
    it.title = "清河县教育局2024年政府信息公开工作年度报告";
    CHECK(body_of(it) == "清河县教育局");
    it.organ = "清河县财政局";
    CHECK(body_of(it) == "清河县财政局");
}

TEST_CASE("what is named as last year's is compared where body and year allow it") {
    struct {
        const char* what;
        const char* organ;
        std::optional<int> year;
        bool compared;
    } const cases[] = {{"same body, next year", "清河县教育局", 2024, true},
                       {"shorter name", "教育局", 2024, true},
                       {"no name", "", 2024, true},
                       {"another body", "清河县财政局", 2024, false},
                       {"same year", "清河县教育局", 2023, false},
                       {"two years on", "清河县教育局", 2025, false},
                       {"no year", "清河县教育局", {}, false}};
    const NamedReport named({report("清河县教育局", 2023, 0, 2), "last.docx"});
    for (const auto& it : cases) {
        CAPTURE(it.what);
        const auto checked = check_beside(report(it.organ, it.year, 1, 0), &named);
        CHECK(checked.compared_with == (it.compared ? 2023 : 0));
        CHECK(checked.compared_file == (it.compared ? "last.docx" : ""));
        CHECK(has_carried_over(checked) == it.compared);
    }
}

TEST_CASE("a kept report is compared where the whole name, the year and the region agree") {
    const OneKept library(report("清河县教育局", 2023, 0, 2));
    const KeptReports here(library, 7), elsewhere(library, 8);
    const auto checked = check_beside(report("清河县教育局", 2024, 1, 0), &here);
    CHECK(checked.compared_with == 2023);
    CHECK(checked.compared_file == "kept.docx");
    CHECK(has_carried_over(checked));
    CHECK(!elsewhere.before(report("清河县教育局", 2024, 1, 0)));
    CHECK(!here.before(report("教育局", 2024, 1, 0)));
    CHECK(!here.before(report("清河县教育局", {}, 1, 0)));
}

TEST_CASE("a report without an earlier one stands alone") {
    const auto checked = check_beside(report("清河县教育局", 2024, 1, 0), nullptr);
    CHECK(checked.compared_with == 0);
    CHECK(checked.compared_file.empty());
    CHECK(!has_carried_over(checked));
}

}  // namespace
}  // namespace gongkai::desk
