#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "samples.h"

// Published reports lie beside the repository and are not part of it.
namespace gongkai::reader {
namespace {

const std::filesystem::path shared = std::filesystem::path(GONGKAI_SOURCE_DIR) / ".." / "shared";

// The blocks of the file whose name starts so, or nothing, said loudly, where it is absent.
std::optional<std::string> blocks_of(const char* folder, const std::string& start,
                                     const std::string& suffix) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(shared / folder, error)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(start) || !name.ends_with(suffix)) continue;
        const auto document = read_file(entry.path());
        REQUIRE(document.ok());
        return samples::shown(document.value());
    }
    std::cerr << "\n*** SKIPPED: no " << shared / folder / start << "*" << suffix << " ***\n\n";
    return std::nullopt;
}

struct Row {
    const char* folder;
    const char* start;
    const char* suffix;
    const char* holds;
};

TEST_CASE("real files give the rows that they print") {
    const Row rows[] = {
        {"seeds", "000", ".txt",
         "/ 0: 1: 2:2．其他法律行政~法规禁止公开 3:0 4:0 5:0 6:0 7:0 8:0 9:0 /"},
        {"seeds", "003", ".txt",
         " 2: 3: 4: 5: 6: 7:0 / 0:三、本年度办理结果 1:（一）予以公开 2:1 3: "},
        {"seeds", "004", ".txt", "\nP 信息内容\nP 采购项目数量\nP 采购总金额\nP 政府集中采购\n"},
        {"reports", "01", ".pdf", "[三、收到和处理政府信息公开申请情况]\n"},
        {"reports", "01", ".pdf", "[2.没有现成信息需要另行制作] [11] [0] [0] [0] [0] [0] [11]\n"},
        {"reports", "01", ".layout.txt", "L5 [（七）总计] [2932] [53] [0] [0] [61] [4] [3050]\n"},
        {"reports", "02", ".pdf", "[理] [（三）不予公开]\n"},
        {"reports", "06", ".md", "/ 0:行政规范性文件 1:6 2:1 3:32\n"},
        {"reports", "07", ".html", "/ 0:政府集中采购 1:6(1x2) 3:251000元(1x2)\n"},
        {"reports", "20", ".txt", "/ 0:行政处罚 1:1472 /"},
        {"reports", "22", ".txt", "t 0:第二十条第(一)项 1: 2: 3: 4: /"},
        {"reports", "24", ".txt", "P 规范性文件\nP 57\nP 57\nP 57\nP \n"},
        {"reports", "26", ".txt", "P 规章\nP 0\nP 0\nP 0\nP 行政规范性文件\n"},
        {"reports", "28", ".txt", "/ 0:行政強制 1:4 2:4 3:- 4: 5: /"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.start));
        const auto blocks = blocks_of(row.folder, row.start, row.suffix);
        if (blocks) CHECK(blocks->find(row.holds) != std::string::npos);
    }
}

}  // namespace
}  // namespace gongkai::reader
