#include "organs/succession.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gongkai;
using namespace gongkai::organs;

namespace {

Date on(std::string_view day) { return parse_date(day).value(); }

// A body of that number, there since 2019, that ends on a day and has these successors.
Organ body(std::int64_t number, std::string_view ends = {},
           std::optional<std::int64_t> successor = {}, std::vector<std::int64_t> further = {}) {
    Organ it;
    it.key = {900121, number};
    it.name = "机关" + std::to_string(number);
    it.valid_from = on("2019-01-01");
    if (!ends.empty()) it.valid_until = on(ends);
    it.successor = successor;
    it.further_successors = std::move(further);
    return it;
}

std::vector<std::int64_t> numbers(const std::vector<Organ>& all) {
    std::vector<std::int64_t> found;
    for (const Organ& each : all)
        found.push_back(each.key.organ);
    return found;
}

using Numbers = std::vector<std::int64_t>;

FindOrgan in(const std::vector<Organ>& all) {
    return [&all](std::int64_t number) -> std::optional<Organ> {
        const auto it = std::ranges::find(all, number, [](const Organ& o) { return o.key.organ; });
        return it == all.end() ? std::nullopt : std::optional(*it);
    };
}

std::string refused(const std::vector<Organ>& all, const Organ& organ) {
    const auto status = check_successors(all, organ);
    if (status.ok()) return "";
    CHECK(status.error().code == "organ.successor");
    CHECK(status.error().fields.at(0).name == "successor");
    return status.error().message;
}

}  // namespace

TEST_CASE("who goes on stands at the end of the successors, from the day after the end") {
    // 1 went into 2, and 2 later into 3.
    const std::vector<Organ> all{body(1, "2025-01-20", 2), body(2, "2025-06-30", 3), body(3)};
    const auto heir = [&](const char* day) { return numbers(heirs(in(all), all[0], on(day))); };
    CHECK(heir("2025-01-20") == Numbers{});  // its last day
    CHECK(heir("2025-01-21") == Numbers{2});
    CHECK(heir("2025-06-30") == Numbers{2});
    CHECK(heir("2025-07-01") == Numbers{3});
    CHECK(numbers(inherited(all, 2, on("2025-01-20"))) == Numbers{});
    CHECK(numbers(inherited(all, 2, on("2025-01-21"))) == Numbers{1});
    CHECK(numbers(inherited(all, 2, on("2025-07-01"))) == Numbers{});
    CHECK(numbers(inherited(all, 3, on("2025-07-01"))) == Numbers{1, 2});
    CHECK(numbers(leading_to(all, 3)) == Numbers{1, 2});
    CHECK(numbers(leading_to(all, 1)) == Numbers{});
}

TEST_CASE("several bodies are merged into one, and one is divided into several") {
    const std::vector<Organ> merged{body(1, "2025-01-20", 3), body(2, "2025-01-20", 3), body(3)};
    CHECK(numbers(inherited(merged, 3, on("2025-02-01"))) == Numbers{1, 2});
    // 1 was divided: 2 has its open cases, 3 and 4 a part of its work, and 4 has gone into 3 since.
    const std::vector<Organ> divided{body(1, "2025-01-20", 2, {3, 4}), body(2), body(3),
                                     body(4, "2025-03-31", 3)};
    CHECK(numbers(heirs(in(divided), divided[0], on("2025-02-01"))) == Numbers{2, 3, 4});
    CHECK(numbers(heirs(in(divided), divided[0], on("2025-04-01"))) == Numbers{2, 3});
    CHECK(numbers(inherited(divided, 2, on("2025-02-01"))) == Numbers{1});
    CHECK(numbers(inherited(divided, 3, on("2025-02-01"))) == Numbers{});
    CHECK(refused(divided, divided[0]) == "");
}

TEST_CASE("without a successor, or in a circle of old, nobody goes on") {
    const std::vector<Organ> none{body(1, "2025-01-20"), body(2)};
    CHECK(heirs(in(none), none[0], on("2025-02-01")).empty());
    CHECK(inherited(none, 2, on("2025-02-01")).empty());
    const std::vector<Organ> circle{body(1, "2025-01-20", 2), body(2, "2025-01-20", 1)};
    CHECK(heirs(in(circle), circle[0], on("2025-02-01")).empty());
    CHECK(inherited(circle, 1, on("2025-02-01")).empty());
    CHECK(numbers(leading_to(circle, 1)) == Numbers{2});
}

TEST_CASE("a successor is another body that is there on the day after, and leads nowhere back") {
    std::vector<Organ> all{body(1), body(2, "2025-03-31", 3), body(3), body(4, "2024-12-31")};
    CHECK(refused(all, body(1, "2025-01-20", 2)) == "");
    CHECK(refused(all, body(1, "2025-01-20", 9)).find("不存在，或者就是它自己") !=
          std::string::npos);
    CHECK(refused(all, body(1, "2025-01-20", 1)).find("就是它自己") != std::string::npos);
    CHECK(refused(all, body(1, "2025-01-20", 4)).find("次日不存在") != std::string::npos);
    CHECK(refused(all, body(1, "2025-01-20", 2, {9})).find("不存在") != std::string::npos);
    CHECK(refused(all, body(1, "2025-01-20", 2, {3, 2})).find("重复") != std::string::npos);
    // 1 went into 2 until March; 2 into 3. That 3 goes back into 1 is refused, whatever the days.
    all[0] = body(1, "2025-06-30", 2);
    all[1] = body(2, "2025-12-31", 3);
    CHECK(refused(all, body(3, "2025-05-31", 1)).find("不能互相承继") != std::string::npos);
    CHECK(refused(all, body(3, "2025-05-31", 4, {1})) != "");
}

TEST_CASE("days that are corrected later leave nobody's successor behind") {
    const std::vector<Organ> all{body(1, "2025-01-20", 2), body(2), body(3),
                                 body(4, "2025-01-20", 3, {2})};
    CHECK(refused(all, body(2, "2025-01-21", 3)) == "");
    const auto early = refused(all, body(2, "2025-01-20", 3));
    CHECK(early.find("“机关2”承继了“机关1”，后者2025年1月20日终止") != std::string::npos);
    Organ late = body(2);
    late.valid_from = on("2025-01-22");
    CHECK(refused(all, late) != "");
    late.valid_from = on("2025-01-21");
    CHECK(refused(all, late) == "");
}
