#include "cli/law_term.h"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/exit_status.h"

namespace gongkai::cli {
namespace {

struct Said {
    int status;
    std::string out, err;
};
Said term(const char* from, const char* days, std::vector<std::string> pauses = {},
          bool trace = false) {
    std::ostringstream out, err;
    const int status = law_term({from, days, std::move(pauses), trace, {}}, out, err);
    return {status, out.str(), err.str()};
}

std::string first_line(const Said& it) { return it.out.substr(0, it.out.find('\n')); }

TEST_CASE("the last day stands alone on the first line") {
    CHECK(first_line(term("2025-01-15", "20")) == "2025-02-18");
    CHECK(first_line(term("2025-01-15", "1")) == "2025-01-16");
    CHECK(first_line(term("2025-03-03", "20", {"2025-03-04..2025-03-07"})) == "2025-04-03");
    // A pause of a day whose end is its beginning takes nothing; one without end leaves it open.
    CHECK(first_line(term("2025-03-03", "20", {"2025-03-04..2025-03-04"})) == "2025-03-31");
    CHECK(first_line(term("2025-03-03", "20", {"2025-03-04.."})) == "未定");
    const auto traced = term("2025-01-24", "2", {}, true);
    CHECK(traced.out.find("2025-01-25  星期六  周末  不计\n"
                          "2025-01-26  星期日  调休上班  第1日\n"
                          "2025-01-27  星期一  工作日  第2日\n") != std::string::npos);
}

TEST_CASE("what cannot be counted is refused as wrong usage, by its option") {
    for (const auto& [from, days, pauses, option] :
         {std::tuple("2025-02-30", "20", std::vector<std::string>(), "--from"),
          {"1949-12-31", "20", {}, "--from"},
          {"2025-01-15", "0", {}, "--working-days"},
          {"2025-01-15", "1001", {}, "--working-days"},
          {"2025-01-15", "5x", {}, "--working-days"},
          {"2025-01-15", "20", {"2025-01-16"}, "--pause"},
          {"2025-01-15", "20", {"2025-01-20..2025-01-16"}, "--pause"}}) {
        CAPTURE(from);
        CAPTURE(days);
        const auto it = term(from, days, pauses);
        CHECK(it.status == wrong_usage);
        CHECK(it.out == "");
        CHECK(it.err.starts_with(option));
    }
    CHECK(term("2025-01-15", "1000").status == clean);
}

}  // namespace
}  // namespace gongkai::cli
