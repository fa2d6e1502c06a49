#include "cli/kept_reports.h"

#include <doctest/doctest.h>

#include <sstream>

#include "../site/library_in_memory.h"
#include "cli/exit_status.h"

namespace gongkai::cli {
namespace {

struct Said {
    int status;
    std::string out, err;
};
Said remove(reports::Library& library, std::string_view id, bool yes, const char* answer) {
    std::istringstream in(answer);
    std::ostringstream out, err;
    const int status = remove_report(library, id, yes, {in, out, err});
    return {status, out.str(), err.str()};
}

TEST_CASE("a report is removed when somebody says so, and by no other answer") {
    const struct {
        bool yes;
        const char* answer;
        int status;
        bool gone;
    } cases[] = {
        {false, "是\n", clean, true},    {false, " y \n", clean, true},
        {false, "Y\n", clean, true},     {false, "n\n", clean, false},
        {false, "\n", clean, false},     {false, "好\n", clean, false},
        {false, "", wrong_usage, false}, {true, "", clean, true},
    };
    for (const auto& it : cases) {
        CAPTURE(it.answer);
        LibraryInMemory library;
        library.add(blank_report("清河县教育局", 2024));
        const auto said = remove(library, "1", it.yes, it.answer);
        CHECK(said.status == it.status);
        CHECK((library.size() == 0) == it.gone);
        CHECK((said.out.find("已移除") != std::string::npos) == it.gone);
        CHECK((said.err.find("确定吗") != std::string::npos) == !it.yes);
    }
}

TEST_CASE("a number that is none or is not there removes nothing") {
    LibraryInMemory library;
    library.add(blank_report("清河县教育局", 2024));
    CHECK(remove(library, "1x", true, "").status == wrong_usage);
    CHECK(remove(library, "2", true, "").status == unreadable);
    CHECK(library.size() == 1);
}

TEST_CASE("the list has a line for each report, whatever its file is called") {
    LibraryInMemory library;
    auto report = blank_report("清河县教育局", 2024);
    reports::Kept kept;
    kept.organ = report.organ;
    kept.form = "2021";
    kept.source = "年\t报\n.docx";
    kept.imported = "2026-03-02T08:00:00Z";
    library.add(kept, report);
    std::ostringstream out;
    CHECK(list_reports(library, out) == clean);
    CHECK(out.str() ==
          "1\t清河县教育局 （未印年度）（2021年格式）\t年 报 .docx\t2026-03-02T08:00:00Z\n");
}

}  // namespace
}  // namespace gongkai::cli
