#include <doctest/doctest.h>

#include "written_report.h"

namespace gongkai::recognizer {
namespace {

// Lines of a page: a label at the left and figures in seven columns, "" for none.
class Page {
public:
    Page() {
        line("栖云县司法局2024年政府信息公开工作年度报告", {}, 40);
        line("三、收到和处理政府信息公开申请情况", {}, 20);
    }

    void line(const std::string& label, const std::vector<std::string>& figures, float step) {
        reader::Line line;
        line.top = at_;
        line.bottom = at_ + 14;
        at_ += step;
        if (!label.empty()) line.words.push_back({label, 50, 200});
        for (std::size_t c = 0; c < figures.size(); ++c) {
            const float middle = 230 + 30 * float(c);
            if (!figures[c].empty()) line.words.push_back({figures[c], middle - 8, middle + 8});
        }
        document_.blocks.push_back({std::move(line), {1, int(document_.blocks.size())}});
    }

    forms::Report read() const {
        auto report = recognize(document_, tests::carried());
        REQUIRE(report.ok());
        return std::move(report.value());
    }

private:
    reader::Document document_;
    float at_ = 60;
};

std::string total(const forms::Report& report, const std::string& row) {
    const auto* cell = report.cell(*report.form->find("requests." + row + ".total"));
    if (!cell) return "absent";
    return cell->value ? cell->value->text() : "blank";
}

using Figures = std::vector<std::string>;
const Figures none = {"0", "0", "0", "0", "0", "0", "0"};

TEST_CASE("a number broken over lines is put together where the row adds up then") {
    Page page;
    page.line("一、本年新收政府信息公开申请数量", {"479", "12", "0", "0", "0", "0", "480"}, 15);
    page.line("", {"5", "", "", "", "", "", "7"}, 24);
    page.line("二、上年结转政府信息公开申请数量", none, 24);
    // Both pieces are short of a digit, and add up all the same.
    page.line("（一）予以公开", {"411", "0", "0", "0", "0", "0", "411"}, 15);
    page.line("", {"2", "", "", "", "", "", "2"}, 24);
    page.line("（二）部分公开", {"4112", "0", "0", "0", "0", "0", "4112"}, 24);
    const auto report = page.read();
    CHECK(total(report, "new_received") == "4807");
    CHECK(total(report, "carried_over_in") == "0");
    CHECK(total(report, "result_granted") == "4112");
    CHECK(total(report, "result_partial") == "4112");
}

TEST_CASE("pieces of more digits than any sum holds are put together with nothing") {
    const std::string nines(18, '9');
    const Figures long_ones(7, nines);
    Page page;
    page.line("一、本年新收政府信息公开申请数量", long_ones, 15);
    page.line("", {"5", "", "", "", "", "", "7"}, 24);
    page.line("二、上年结转政府信息公开申请数量", none, 24);
    page.line("（一）予以公开", none, 24);
    page.line("（二）部分公开", none, 24);
    const auto report = page.read();
    CHECK(total(report, "new_received") != nines + "7");
    CHECK(total(report, "carried_over_in") == "0");
}

TEST_CASE("pieces that cannot be put together leave no certain cell") {
    Page page;
    page.line("一、本年新收政府信息公开申请数量", {"479", "12", "0", "0", "0", "0", "481"}, 15);
    page.line("", {"5", "", "", "", "", "", "7"}, 24);
    page.line("二、上年结转政府信息公开申请数量", none, 24);
    page.line("（一）予以公开", none, 24);
    page.line("（二）部分公开", {"8", "1", "0", "0", "0", "0", "7"}, 24);
    const auto report = page.read();
    CHECK(total(report, "new_received") == "absent");
    // A false sum without pieces beside it stays what it is.
    CHECK(total(report, "result_partial") == "7");
}

}  // namespace
}  // namespace gongkai::recognizer
