#include <doctest/doctest.h>

#include "written_report.h"

namespace gongkai::recognizer {
namespace {

using tests::Content;
using tests::read_back;
using tests::Way;

forms::Report headed(const std::string& head, Way way = Way::Tabs) {
    Content content;
    content.head = head;
    auto report = read_back(content, way);
    REQUIRE(report.ok());
    return std::move(report.value());
}

TEST_CASE("organ and year are read from titles of many shapes") {
    struct Shape {
        const char* head;
        const char* organ;
        int year;
    };
    const Shape shapes[] = {
        {"栖云县司法局2024年政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"栖云县司法局2024年度政府信息公开工作报告", "栖云县司法局", 2024},
        {"2024年栖云县司法局政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"2024年度栖云县司法局政府信息公开年度报告", "栖云县司法局", 2024},
        {"栖云县司法局二〇二四年政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"栖云县司法局二○二四年政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"栖云县司法局２０２４年政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"栖云县司法局关于2024年政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"标题：栖云县司法局2024年政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"栖云县司法局\n2024年政府信息公开工作年度报告", "栖云县司法局", 2024},
        {"栖云县司法局2024年政府信息公开\n工作年度报告", "栖云县司法局", 2024},
        {"栖雲縣司法局2024年政府信息公開工作年度報告", "栖雲縣司法局", 2024},
    };
    for (const auto& [head, organ, year] : shapes) {
        CAPTURE(std::string(head));
        const auto report = headed(head);
        CHECK(report.organ == organ);
        CHECK(report.year == year);
    }
}

TEST_CASE("the year of the title goes before other years") {
    CHECK(headed("索引号：11370000/2023-00012\n发布日期：2025-01-15\n"
                 "栖云县司法局2024年政府信息公开工作年度报告")
              .year == 2024);
    // The end of a longer number is no year.
    CHECK(
        headed("栖云县司法局第12021年号政府信息公开工作年度报告\n统计期限为2024年1月1日至12月31日")
            .year == 2024);
}

TEST_CASE("a day of publication is read where it is printed as that, and only there") {
    struct Shape {
        const char* line;
        const char* day;
    };
    const Shape shapes[] = {
        {"发布日期：2025-01-20", "2025-01-20"},
        {"发布时间：2025年1月20日", "2025-01-20"},
        {"发布时间: 2025/1/20 09:30", "2025-01-20"},
        {"发布日期：2025-01-2009:30", ""},
        {"公开日期：２０２５－０１－２０", "2025-01-20"},
        {"发文日期 2025.01.20 浏览次数：35", "2025-01-20"},
        {"成文日期：2025-01-20", ""},
        {"发布日期：2025-02-30", ""},
        {"发布日期：", ""},
        {"2025年1月20日", ""},
    };
    for (const auto& [line, day] : shapes) {
        CAPTURE(std::string(line));
        const auto report =
            headed(std::string("栖云县司法局2024年政府信息公开工作年度报告\n") + line);
        CHECK((report.published_on ? iso(*report.published_on) : "") == day);
    }
}

TEST_CASE("a part that the form does not have keeps its text and moves no other") {
    Content content;
    content.sixth = "无。\n七、附则\n本报告由司法局解释。";
    const auto report = read_back(content, Way::Tabs);
    REQUIRE(report.ok());
    std::string numbers;
    for (const auto& section : report.value().sections)
        if (!section.title.empty()) numbers += std::to_string(section.number);
    CHECK(numbers == "1234560");
    CHECK(report.value().sections.back().title == "七、附则");
    CHECK(report.value().sections.back().text == "本报告由司法局解释。\n");
}

TEST_CASE("a numbered list inside a part opens no part") {
    Content content;
    content.first =
        "（一）主动公开情况。公开信息60条。\n（二）依申请公开。收到3件。\n一是平台建设，二是监督。";
    const auto report = read_back(content, Way::Tabs);
    REQUIRE(report.ok());
    std::string numbers;
    for (const auto& section : report.value().sections)
        if (!section.title.empty()) numbers += std::to_string(section.number);
    CHECK(numbers == "123456");
}

}  // namespace
}  // namespace gongkai::recognizer
