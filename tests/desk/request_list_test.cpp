#include "desk/request_list.h"

#include <doctest/doctest.h>

#include "office_for_tests.h"
#include "store/ledger/projected_by.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string take_in(TestOffice& it, const journal::LogKey& town, std::string_view on,
                    std::string_view name, std::string_view content,
                    ApplicantKind kind = ApplicantKind::NaturalPerson) {
    auto asked = any_question(on);
    asked.who.name = name;
    asked.applicant_kind = kind;
    asked.content = records::in_clear(std::string(content));
    const auto receipt = it.desks.requests.take_in(TestOffice::at(on), town, asked);
    REQUIRE(receipt.ok());
    return receipt.value().request.key().number;
}

void record(TestOffice& it, const RequestKey& key, Act act, std::string_view by = "account/1") {
    const auto seen = it.desks.requests.open(key).value().request.acts().size();
    const auto on = iso(act.on);
    REQUIRE(
        it.desks.requests
            .act_on(TestOffice::at(on, std::string(by)), key, said(std::move(act), "说明"), seen)
            .ok());
}

records::Page<desk::RequestRow> list(TestOffice& it, const journal::LogKey& town,
                                     std::string_view today, const records::Ask& ask) {
    const auto page = it.desks.request_list.page(town, day(today), ask);
    REQUIRE(page.ok());
    return page.value();
}

std::string numbers(const records::Page<desk::RequestRow>& page) {
    std::string all;
    for (const auto& row : page.rows)
        all += (all.empty() ? "" : " ") + row.line.number.substr(5);
    return all;
}

}  // namespace

TEST_CASE("a row says who asks, masked, and the first twenty signs of what for") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        take_in(it, town, "2025-01-15", "欧阳小明",
                "柳河镇2024年村级财务收支情况，包括\n各村的明细");
        take_in(it, town, "2025-01-16", "柳河粮油有限公司", "征地批文", ApplicantKind::Commercial);
        const auto page = list(it, town, "2025-01-20", {.sort = "number"});
        REQUIRE(page.rows.size() == 2);
        CHECK(page.rows[0].applicant == "欧**");
        CHECK(page.rows[0].about == "柳河镇2024年村级财务收支情况，包括各…");
        CHECK(page.rows[1].applicant == "柳河粮油有限公司");
        CHECK(page.rows[1].about == "征地批文");
        CHECK(desk::first_signs("一二三四五六七八九十一二三四五六七八九十") ==
              "一二三四五六七八九十一二三四五六七八九十");
        CHECK(desk::first_signs("  甲 \n 乙  ") == "甲 乙");
        CHECK(desk::first_signs("").empty());
        CHECK(desk::masked_name("王", ApplicantKind::NaturalPerson) == "王**");
    });
}

TEST_CASE("an applicant is found by the whole name, until the name is erased") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town(), other = it.town();
        const auto number = take_in(it, town, "2025-01-15", "王小明", "甲");
        take_in(it, town, "2025-01-16", "王小", "乙");
        take_in(it, other, "2025-01-16", "王小明", "丙");
        const auto found = [&](std::string sought) {
            return numbers(
                list(it, town, "2025-01-20", {.search = std::move(sought), .sort = "number"}));
        };
        CHECK(found("王小明") == "0001");
        CHECK(found("王　小明") == "0001");
        CHECK(found("王小") == "0002");
        CHECK(found("小明").empty());
        CHECK(found("2025-00") == "0001 0002");
        CHECK(found("2025-0002") == "0002");
        // What is kept is no name, and not the same for two bodies.
        const auto kept = it.database.run("SELECT DISTINCT digest FROM sealed_name", {});
        CHECK(kept.size() == 3);
        const auto who =
            application_of(it.desks.requests.open({town, number}).value().request).applicant.seal;
        REQUIRE(it.ledger
                    .change({"account/1", 1'740'000'000'000}, town,
                            [&](journal::Change& change) -> Status {
                                change.erase("request/" + number, who);
                                return Done{};
                            })
                    .ok());
        CHECK(found("王小明").empty());
        CHECK(list(it, town, "2025-01-20", {.search = number}).rows.at(0).applicant.empty());
    });
}

TEST_CASE("the groups follow the day, and whoever is waited for is not late") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        // Due on 31 March 2025 (received on Monday 3 March), 1 April and so on.
        const RequestKey first{town, take_in(it, town, "2025-03-03", "甲", "甲")};
        const RequestKey second{town, take_in(it, town, "2025-03-04", "乙", "乙")};
        const RequestKey third{town, take_in(it, town, "2025-03-05", "丙", "丙")};
        record(it, second, act(AskCorrection{day("2025-03-20")}, "2025-03-06"), "account/2");
        record(it, third, decide(day("2025-03-07")), "account/3");
        record(it, third, act(Deliver{}, "2025-03-10"), "account/3");
        const auto on = [&](std::string_view today) {
            const auto page = list(it, town, today, {.limit = 1});
            std::string all;
            for (const auto& each : page.groups)
                all += each.name + "=" + std::to_string(each.count.number) + " ";
            return all;
        };
        CHECK(on("2025-03-10") == "open=2 overdue=0 due_today=0 due_soon=0 waiting=1 new=1 ");
        CHECK(on("2025-03-24") == "open=2 overdue=0 due_today=0 due_soon=1 waiting=1 new=1 ");
        CHECK(on("2025-03-31") == "open=2 overdue=0 due_today=1 due_soon=0 waiting=1 new=1 ");
        CHECK(on("2025-04-01") == "open=2 overdue=1 due_today=0 due_soon=0 waiting=1 new=1 ");
        const auto by = [&](std::vector<records::Ask::Filter> filters,
                            std::string sort = "number") {
            return numbers(list(it, town, "2025-04-01",
                                {.filters = std::move(filters), .sort = std::move(sort)}));
        };
        CHECK(by({{"group", "overdue"}}) == "0001");
        CHECK(by({{"group", "waiting"}}) == "0002");
        CHECK(by({{"group", "open"}}, "due") == "0001 0002");  // whoever has no day is last
        CHECK(by({{"state", "delivered"}}) == "0003");
        CHECK(by({{"handler", "account/2"}}) == "0002");
        CHECK(by({{"decision", "G2"}}) == "0003");
        CHECK(by({{"received_from", "2025-03-04"}}) == "0002 0003");
        CHECK(
            by({{"decided_to", "2025-03-07"}, {"received_year", "2025"}, {"state", "delivered"}}) ==
            "0003");
        CHECK(by({}, "-received") == "0003 0002 0001");
        CHECK(it.desks.request_list.page(town, day("2025-04-01"), {.sort = "applicant"})
                  .error()
                  .code == "list.sort");
        const auto late =
            list(it, town, "2025-04-02", {.filters = {{"group", "overdue"}}}).rows.at(0);
        CHECK(late.working_days_left == -2);
        CHECK(late.clock->state == ClockState::Overdue);
    });
}

TEST_CASE("rows that were made by another calendar, or by an older program, are made anew") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        take_in(it, town, "2025-03-03", "王小明", "甲");
        store::keep_projected_by(it.database, it.key, {rules()});
        const auto due = [&] { return iso(*list(it, town, "2025-03-04", {}).rows.at(0).line.due); };
        CHECK(due() == "2025-03-31");
        // As the migration leaves them: filled by nobody.
        it.database.transaction([](store::Connection& connection) {
            connection.run_script(
                "UPDATE request SET due = '', state = '', channel = '', acts = 0;"
                "DELETE FROM sealed_name;UPDATE projected_by SET rules = ''");
        });
        store::keep_projected_by(it.database, it.key, {rules()});
        CHECK(due() == "2025-03-31");
        CHECK(list(it, town, "2025-03-04", {.search = "王小明"}).rows.size() == 1);
        CHECK(it.faults() == "");
        // The notice for the year changes: Monday the 31st becomes a day off.
        const law::Calendar other =
            rules().calendar.with_days_off(std::vector{day("2025-03-31")}, "改").value();
        store::keep_projected_by(it.database, it.key, {{other}});
        CHECK(due() == "2025-04-01");
        store::keep_projected_by(it.database, it.key, {rules()});
        CHECK(due() == "2025-03-31");
    });
}
