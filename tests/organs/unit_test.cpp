#include "organs/unit.h"

#include <doctest/doctest.h>

using namespace gongkai;
using namespace gongkai::organs;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

// 1 went into 2, and that into 3; 4 ended and nobody took over.
std::vector<Unit> some_units() {
    const Date ended = day("2025-03-01");
    return {{"1", "文化站", UnitKind::Station, ended, "2", 2},
            {"2", "文化服务站", UnitKind::Station, ended, "3", 2},
            {"3", "公共服务办公室", UnitKind::Office, {}, "", 1},
            {"4", "柳河村", UnitKind::Village, ended, "", 2}};
}

std::string number_now(std::string_view number) {
    const auto all = some_units();
    const Unit* unit = unit_now(all, number);
    return unit ? unit->number : "none";
}

std::string code(const Status& status) { return status.ok() ? "" : status.error().code; }

UnitAct act(units::Subject::Kinds what, std::string_view on) {
    UnitAct it;
    it.on = it.recorded_on = day(on);
    it.what = std::move(what);
    return it;
}

UnitHistory set_up(std::string name) {
    return UnitHistory::begin(
               {{900121, 3}, "1"},
               act(units::Establish{std::move(name), UnitKind::Office}, "2025-01-02"))
        .value();
}

}  // namespace

TEST_CASE("what was a unit's is the successor's, however often there was another") {
    CHECK(number_now("1") == "3");
    CHECK(number_now("2") == "3");
    CHECK(number_now("3") == "3");
    CHECK(number_now("4") == "4");
    CHECK(number_now("5") == "none");
    const auto all = some_units();
    CHECK(come_to(all, "3") == std::vector<std::string>{"1", "2", "3"});
    CHECK(come_to(all, "4") == std::vector<std::string>{"4"});
    CHECK(come_to(all, "1").empty());
}

TEST_CASE("successors that go round in a damaged journal are followed to no end") {
    const std::vector<Unit> all{{"1", "甲", UnitKind::Office, day("2025-03-01"), "2", 2},
                                {"2", "乙", UnitKind::Office, day("2025-03-01"), "1", 2}};
    CHECK(unit_now(all, "1") != nullptr);
}

TEST_CASE("two units that stand do not have one name, and one that ended leaves its name") {
    const auto all = some_units();
    CHECK(code(check_name(all, "", "公共服务办公室")) == "unit.name-taken");
    CHECK(code(check_name(all, "3", "公共服务办公室")) == "");
    CHECK(code(check_name(all, "", "柳河村")) == "");
}

TEST_CASE("a unit with people or open cases ends only where another that stands takes over") {
    auto all = some_units();
    all.push_back({"5", "司法所", UnitKind::Station, {}, "", 1});
    CHECK(code(check_end(all, "3", "", {0, 0})) == "");
    CHECK(code(check_end(all, "3", "", {1, 0})) == "unit.in-use");
    CHECK(code(check_end(all, "3", "", {0, 1})) == "unit.in-use");
    CHECK(code(check_end(all, "3", "5", {1, 1})) == "");
    CHECK(code(check_end(all, "3", "5", {0, 0})) == "");
    // Itself, one that ended, none.
    for (const char* wrong : {"3", "4", "9"})
        CHECK(code(check_end(all, "3", wrong, {1, 0})) == "unit.successor");
    const auto refused = check_end(all, "3", "", {2, 3});
    REQUIRE(refused.error().fields.size() == 1);
    CHECK(refused.error().fields[0].name == "successor");
    CHECK(refused.error().message ==
          "这个内设机构还有 2 名工作人员、3 件没有办结的申请。请选择接手的内设机构，再撤销。");
}

TEST_CASE("a unit is what its acts made of it, and ends for good") {
    auto unit = set_up("党政办公室");
    unit =
        unit.after(act(units::Change{"党政综合办公室", UnitKind::Station}, "2025-02-03")).value();
    CHECK(unit_of(unit) == Unit{"1", "党政综合办公室", UnitKind::Station, {}, "", 2});
    unit = unit.after(act(units::End{"2"}, "2025-03-01")).value();
    CHECK(unit_of(unit) ==
          Unit{"1", "党政综合办公室", UnitKind::Station, day("2025-03-01"), "2", 3});
    const auto code_of = [&](units::Subject::Kinds what) {
        const auto after = unit.after(act(std::move(what), "2025-03-02"));
        return after.ok() ? "" : after.error().code;
    };
    CHECK(code_of(units::Change{"甲", UnitKind::Office}) == "unit.act.not-now");
    CHECK(code_of(units::Admit{"account/1", 1}) == "unit.act.not-now");
    CHECK(code_of(units::End{}) == "unit.act.not-now");
}

TEST_CASE("a unit has a name of one to fifty signs") {
    const auto begun = [](std::string name) {
        return UnitHistory::begin(
                   {{900121, 3}, "1"},
                   act(units::Establish{std::move(name), UnitKind::Office}, "2025-01-02"))
            .ok();
    };
    std::string fifty;
    for (int i = 0; i < 50; ++i)
        fifty += "室";
    CHECK(begun("室"));
    CHECK(begun(fifty));
    CHECK_FALSE(begun(fifty + "室"));
    CHECK_FALSE(begun(" "));
}
