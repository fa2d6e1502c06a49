#include "desk/assignment_desk.h"

#include <doctest/doctest.h>

#include "units_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using organs::Role;
using requests::assignments::Order;
namespace units = organs::units;

namespace {

using Texts = std::vector<std::string>;

// A town with two units, a clerk, and two open requests.
struct Office {
    explicit Office(TestOffice& office)
        : it(office), desks(office), body(it.town()), clerk(open("liuhe.wang", body)) {
        set_up(body, "党政办公室");
        set_up(body, "柳河村");
        for (int i = 0; i < 2; ++i)
            (void)it.desks.requests.take_in(by("2025-03-03"), body, any_question("2025-03-03"))
                .value();
    }

    static desk::Actor by(std::string_view on) { return TestOffice::at(on, "account/99"); }
    std::string open(const std::string& login, const journal::LogKey& home) {
        return it.desks.accounts
            .create(
                by("2025-01-02"), region,
                {login, "春江潮水连海平，海上明月共潮生", home.organ, {Role::Clerk}, {"王", ""}})
            .value()
            .id;
    }
    void set_up(const journal::LogKey& home, std::string name) {
        organs::UnitAct act;
        act.what = units::Establish{std::move(name), organs::UnitKind::Office};
        REQUIRE(desks.units.establish(by("2025-01-02"), home, act).ok());
    }
    std::string ends(const std::string& number, std::string successor, std::string_view on) {
        organs::UnitAct act;
        act.on = day(on);
        act.what = units::End{std::move(successor)};
        const auto done = desks.units.act_on(by(on), {body, number}, act, 1);
        return done.ok() ? "" : done.error().code;
    }
    // The code of the refusal.
    std::string assign(Order order, std::size_t seen, std::string_view on = "2025-03-04",
                       const std::string& number = "2025-0001") {
        const auto done = desks.assignments.assign(by(on), {body, number}, std::move(order), seen);
        return done.ok() ? "" : done.error().code;
    }
    // request>unit name, person
    Texts listed(std::vector<records::Ask::Filter> filters = {}) const {
        Texts all;
        const auto page = desks.assignments.page(body, {.filters = std::move(filters)}).value();
        for (const auto& each : page.rows)
            if (!each.line.order.unit.empty())
                all.push_back(each.line.request + ">" + each.unit_name + "," +
                              each.line.order.person);
        return all;
    }
    Texts requests(std::vector<records::Ask::Filter> filters) const {
        Texts all;
        const auto page =
            it.desks.request_list.page(body, day("2025-03-10"), {.filters = std::move(filters)});
        for (const auto& row : page.value().rows)
            all.push_back(row.line.number);
        return all;
    }
    void withdraw(const std::string& number) {
        Act withdrawn;
        withdrawn.on = day("2025-03-05");
        withdrawn.what = Withdraw{};
        REQUIRE(it.desks.requests
                    .act_on(by("2025-03-05"), {body, number}, said(withdrawn, "不再需要"), 1)
                    .ok());
    }
    std::string place(std::string_view unit) const {
        return requests::place_in_rows(body.organ, unit);
    }

    TestOffice& it;
    UnitDesks desks;
    journal::LogKey body;
    std::string clerk;
};

}  // namespace

TEST_CASE("a request is assigned to a unit and a person, and the last time counts") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        CHECK(office.assign({"1"}, 0) == "");
        CHECK(office.listed() == Texts{"2025-0001>党政办公室,"});
        CHECK(office.assign({"2", office.clerk, day("2025-03-07")}, 1) == "");
        CHECK(office.listed() == Texts{"2025-0001>柳河村," + office.clerk});
        const auto page = office.desks.assignments.page(office.body, {}).value();
        REQUIRE(page.rows.size() == 1);
        CHECK(page.rows[0].line.order.until == day("2025-03-07"));
        CHECK(page.rows[0].line.acts == 2);
        CHECK(office.assign({"1"}, 1) == "assignment.changed");
        CHECK(office.desks.assignments
                  .take_back(Office::by("2025-03-04"), {office.body, "2025-0001"}, 2)
                  .ok());
        CHECK(office.listed().empty());
        CHECK(office.desks.assignments
                  .take_back(Office::by("2025-03-04"), {office.body, "2025-0001"}, 3)
                  .error()
                  .code == "assignment.act.not-now");
        CHECK(office.assign({"1"}, 3) == "");
        CHECK(office.listed() == Texts{"2025-0001>党政办公室,"});
    });
}

TEST_CASE("what is none of the body's, or has ended, gets no work") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        const auto stranger = office.open("donghu.li", it.town());
        CHECK(office.assign({"7"}, 0) == "assignment.unit");
        CHECK(office.assign({"1", stranger}, 0) == "assignment.person");
        CHECK(office.assign({"1", "account/77"}, 0) == "assignment.person");
        CHECK(office.assign({"1", office.clerk, day("2025-03-03")}, 0) == "assignment.until");
        CHECK(office.assign({""}, 0) == "assignment.unit");
        CHECK(office.assign({"1"}, 0, "2025-03-04", "2025-0009") == "request.not-found");
        REQUIRE(it.desks.accounts
                    .change(Office::by("2025-03-04"), region, office.clerk, {{Role::Clerk}, false})
                    .ok());
        CHECK(office.assign({"1", office.clerk}, 0) == "assignment.person");
        REQUIRE(office.ends("1", "", "2025-03-04") == "");
        CHECK(office.assign({"1"}, 0) == "assignment.unit");
        office.withdraw("2025-0001");
        CHECK(office.assign({"2"}, 0, "2025-03-06") == "assignment.closed");
        CHECK(office.listed().empty());
    });
}

TEST_CASE("whoever may not handle requests assigns none") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        const desk::Actor reviewer{
            {office.clerk, TestOffice::at("2025-03-04").at},
            [](records::Right right) { return right != records::Right::HandleRequests; }};
        const requests::RequestKey key{office.body, "2025-0001"};
        CHECK(office.desks.assignments.assign(reviewer, key, {"1"}, 0).error().code ==
              "door.right");
        REQUIRE(office.assign({"1"}, 0) == "");
        CHECK(office.desks.assignments.take_back(reviewer, key, 1).error().code == "door.right");
    });
}

TEST_CASE("lists are narrowed to a unit and to a person") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        REQUIRE(office.assign({"1", office.clerk}, 0) == "");
        REQUIRE(office.assign({"2"}, 0, "2025-03-04", "2025-0002") == "");
        CHECK(office.requests({{"unit", office.place("1")}}) == Texts{"2025-0001"});
        CHECK(office.requests({{"unit", office.place("2")}}) == Texts{"2025-0002"});
        CHECK(office.requests({{"assignee", office.clerk}}) == Texts{"2025-0001"});
        CHECK(office.requests({{"assignee", office.clerk}, {"group", "overdue"}}).empty());
        CHECK(office.requests({{"unit", "-"}}).empty());
        CHECK(office.listed({{"person", office.clerk}}).size() == 1);
        CHECK(office.listed({{"request", "2025-0002"}}) == Texts{"2025-0002>柳河村,"});
        // Once it is taken back nobody has it.
        REQUIRE(office.desks.assignments
                    .take_back(Office::by("2025-03-04"), {office.body, "2025-0001"}, 1)
                    .ok());
        CHECK(office.requests({{"assignee", office.clerk}}).empty());
    });
}

TEST_CASE("a unit with open work ends with a successor, whose work it is from then on") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        REQUIRE(office.assign({"1"}, 0) == "");
        CHECK(office.desks.units.of_body(office.body)[0].open_cases == 1);
        CHECK(office.ends("1", "", "2025-03-04") == "unit.in-use");
        CHECK(office.ends("1", "2", "2025-03-04") == "");
        CHECK(office.listed() == Texts{"2025-0001>柳河村,"});
        CHECK(office.requests({{"unit", office.place("2")}}) == Texts{"2025-0001"});
        CHECK(office.listed({{"unit", office.place("2")}}).size() == 1);
        const auto all = office.desks.units.of_body(office.body);
        CHECK(all[0].open_cases == 0);
        CHECK(all[1].open_cases == 1);
        // What is finished does not keep it from ending.
        office.withdraw("2025-0001");
        CHECK(office.ends("2", "", "2025-03-06") == "");
    });
}

TEST_CASE("the cases of a body that ended are the work of its successor's units") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        const auto next = it.town();
        office.set_up(next, "综合办公室");
        const auto colleague = office.open("donghu.li", next);
        auto organ = it.desks.organs.find(office.body).value();
        organ.valid_until = day("2025-03-10");
        organ.successor = next.organ;
        REQUIRE(it.desks.organs.change(Office::by("2025-03-10"), organ).ok());
        // To its last day it does its work itself.
        CHECK(office.assign({"2", colleague}, 0, "2025-03-10") == "assignment.person");
        CHECK(office.desks.assignments.at_work(office.body, day("2025-03-10")).value() ==
              office.body);
        CHECK(office.desks.assignments.at_work(office.body, day("2025-03-11")).value() == next);
        CHECK(office.assign({"2"}, 0, "2025-03-11") == "assignment.unit");
        CHECK(office.assign({"1", colleague}, 0, "2025-03-11") == "");
        CHECK(office.listed() == Texts{"2025-0001>综合办公室," + colleague});
        const auto unit = office.desks.units.of_body(next).at(0);
        CHECK(unit.open_cases == 1);
    });
}

// The clocks, what the applicant is shown and the figures are made of the request alone.
TEST_CASE("an assignment is no act of the request") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        const requests::RequestKey key{office.body, "2025-0001"};
        const auto before = it.desks.requests.open(key).value().request;
        REQUIRE(office.assign({"1", office.clerk}, 0, "2025-03-06") == "");
        const auto after = it.desks.requests.open(key).value().request;
        CHECK(after.acts() == before.acts());
        // What happened before it and is written down later is not refused for it.
        Act withdrawn;
        withdrawn.on = day("2025-03-05");
        withdrawn.what = Withdraw{};
        CHECK(
            it.desks.requests.act_on(Office::by("2025-03-07"), key, said(withdrawn, "不再需要"), 1)
                .ok());
    });
}

TEST_CASE("a body that is established again leaves no case with a unit that has ended") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        const auto next = it.town();
        office.set_up(next, "综合办公室");
        auto organ = it.desks.organs.find(office.body).value();
        organ.valid_until = day("2025-03-10");
        organ.successor = next.organ;
        REQUIRE(it.desks.organs.change(Office::by("2025-03-10"), organ).ok());
        REQUIRE(office.assign({"1"}, 0, "2025-03-11") == "");
        organ.valid_until.reset();
        organ.successor.reset();
        REQUIRE(it.desks.organs.change(Office::by("2025-03-12"), organ).ok());
        // The case is the body's own again, and still with the unit that it was given to.
        CHECK(office.desks.units.of_body(next).at(0).open_cases == 1);
        organs::UnitAct end;
        end.on = day("2025-03-12");
        end.what = units::End{};
        const auto ends = [&] {
            const auto done =
                office.desks.units.act_on(Office::by("2025-03-12"), {next, "1"}, end, 1);
            return done.ok() ? "" : done.error().code;
        };
        CHECK(ends() == "unit.in-use");
        // It takes its case to itself, and the unit may go.
        CHECK(office.assign({"2"}, 1, "2025-03-12") == "");
        CHECK(ends() == "");
        CHECK(office.listed() == Texts{"2025-0001>柳河村,"});
    });
}

TEST_CASE("a request without a day is in no span of days") {
    on_each_office([](TestOffice& it) {
        Office office(it);
        office.withdraw("2025-0001");
        CHECK(office.requests({{"decided_from", "2025-03-05"}}) == Texts{"2025-0001"});
        CHECK(office.requests({{"decided_to", "2025-03-05"}}) == Texts{"2025-0001"});
        CHECK(office.requests({{"decided_to", "9999-12-31"}}) == Texts{"2025-0001"});
        CHECK(office.requests({{"decided_to", "2025-03-04"}}).empty());
        CHECK(office.requests({{"due_from", "2026-01-01"}}).empty());
        // One that was withdrawn keeps the day that it had.
        CHECK(office.requests({{"due_from", "2025-01-01"}, {"due_to", "9999-12-31"}}).size() == 2);
    });
}
