#include "desk/unit_desk.h"

#include <doctest/doctest.h>

#include "units_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using desk::KnownUnit;
using organs::Role;
using organs::UnitKind;
namespace units = organs::units;

namespace {

using Texts = std::vector<std::string>;

// A town with two units, a clerk and an administrator.
struct Town {
    explicit Town(TestOffice& office)
        : it(office), desks(office), body(it.town()), clerk(open("liuhe.wang", Role::Clerk)) {
        (void)set_up("党政办公室");
        (void)set_up("柳河村");
    }

    std::string open(const std::string& login, Role role) {
        return it.desks.accounts
            .create(by("2025-01-02"), region,
                    {login, "春江潮水连海平，海上明月共潮生", body.organ, {role}, {"王芳", ""}})
            .value()
            .id;
    }
    static desk::Actor by(std::string_view on) { return TestOffice::at(on, "account/99"); }

    static organs::UnitAct act(units::Subject::Kinds what, std::string_view on) {
        organs::UnitAct made;
        made.on = day(on);
        made.what = std::move(what);
        return made;
    }
    Result<KnownUnit> set_up(std::string name) {
        return desks.units.establish(
            by("2025-01-02"), body,
            act(units::Establish{std::move(name), UnitKind::Office}, "2025-01-02"));
    }
    std::vector<KnownUnit> all() const { return desks.units.of_body(body); }
    KnownUnit unit(std::string_view number) const {
        for (const KnownUnit& each : all())
            if (each.unit.number == number) return each;
        FAIL("no such unit");
        return {};
    }
    // The code of the refusal.
    std::string does(const std::string& number, units::Subject::Kinds what,
                     std::string_view on = "2025-02-03") {
        const auto done = desks.units.act_on(by(on), {body, number}, act(std::move(what), on),
                                             unit(number).unit.acts);
        return done.ok() ? "" : done.error().code;
    }
    void move(const journal::LogKey& to, std::string_view on) {
        REQUIRE(it.desks.accounts.move(by(on), region, clerk, {to.organ, {Role::Clerk}}).ok());
    }

    TestOffice& it;
    UnitDesks desks;
    journal::LogKey body;
    std::string clerk;
};

}  // namespace

TEST_CASE("units of a body are numbered in it, and are no other body's") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        const auto all = town.all();
        REQUIRE(all.size() == 2);
        CHECK(all[0].unit.number == "1");
        CHECK(all[0].unit.name == "党政办公室");
        CHECK(all[1].unit.number == "2");
        CHECK(town.desks.units.of_body(it.town()).empty());
        CHECK(town.set_up("柳河村").error().code == "unit.name-taken");
        CHECK(town.set_up("柳河\n村").error().code == "fields.line");
        CHECK(town.does("2", units::Change{"党政办公室", UnitKind::Village}) == "unit.name-taken");
        CHECK(town.does("2", units::Change{"柳河社区", UnitKind::Village}) == "");
        CHECK(town.unit("2").unit.name == "柳河社区");
        CHECK(town.unit("2").unit.kind == UnitKind::Village);
        for (int i = 3; i <= 11; ++i)
            CHECK(town.set_up("第" + std::to_string(i) + "村").value().unit.number ==
                  std::to_string(i));
        CHECK(town.all().back().unit.number == "11");  // by number, not by its signs
    });
}

TEST_CASE("the second of two who change a unit is told, and whoever lacks the right is refused") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        const auto wanted = Town::act(units::Change{"办公室", UnitKind::Office}, "2025-02-03");
        CHECK(town.desks.units.act_on(Town::by("2025-02-03"), {town.body, "1"}, wanted, 0)
                  .error()
                  .code == "unit.changed");
        const desk::Actor clerk{
            {town.clerk, TestOffice::at("2025-02-03").at},
            [](records::Right right) { return right != records::Right::ManagePeople; }};
        CHECK(town.desks.units.act_on(clerk, {town.body, "1"}, wanted, 1).error().code ==
              "door.right");
        CHECK(town.desks.units
                  .establish(clerk, town.body,
                             Town::act(units::Establish{"财政所", UnitKind::Station}, "2025-02-03"))
                  .error()
                  .code == "door.right");
        CHECK(town.unit("1").unit.name == "党政办公室");
    });
}

TEST_CASE("somebody works in one unit of his body at most") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        const Texts him{town.clerk};
        CHECK(town.does("1", units::Admit{town.clerk}) == "");
        CHECK(town.unit("1").people == him);
        CHECK(town.does("2", units::Admit{town.clerk}) == "");
        CHECK(town.unit("1").people.empty());
        CHECK(town.unit("2").people == him);
        // From where he is no more nobody takes him.
        CHECK(town.does("1", units::Release{town.clerk}) == "unit.person");
        CHECK(town.unit("2").people == him);
        CHECK(town.does("2", units::Release{town.clerk}) == "");
        CHECK(town.unit("2").people.empty());
        CHECK(town.does("1", units::Admit{"account/77"}) == "unit.person");
    });
}

TEST_CASE("nobody of another body and no closed account comes into a unit") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        REQUIRE(it.desks.accounts
                    .change(Town::by("2025-01-03"), region, town.clerk, {{Role::Clerk}, false})
                    .ok());
        CHECK(town.does("1", units::Admit{town.clerk}) == "unit.person");
        REQUIRE(it.desks.accounts
                    .change(Town::by("2025-01-03"), region, town.clerk, {{Role::Clerk}, true})
                    .ok());
        town.move(it.town(), "2025-01-04");
        CHECK(town.does("1", units::Admit{town.clerk}) == "unit.person");
    });
}

TEST_CASE("whoever moves to another body leaves his unit, and does not come back into it") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        REQUIRE(town.does("1", units::Admit{town.clerk}) == "");
        const auto other = it.town();
        town.move(other, "2025-02-04");
        CHECK(town.unit("1").people.empty());
        town.move(town.body, "2025-02-05");
        CHECK(town.unit("1").people.empty());
        CHECK(town.does("1", units::Admit{town.clerk}, "2025-02-06") == "");
        CHECK(town.unit("1").people == Texts{town.clerk});
    });
}

TEST_CASE("a unit with people ends with a successor, who has them from then on") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        REQUIRE(town.does("1", units::Admit{town.clerk}) == "");
        CHECK(town.does("1", units::End{}, "2025-03-03") == "unit.in-use");
        CHECK(town.does("1", units::End{"1"}, "2025-03-03") == "unit.successor");
        CHECK(town.does("1", units::End{"2"}, "2025-03-03") == "");
        CHECK(town.unit("1").unit.ended_on == day("2025-03-03"));
        CHECK(town.unit("1").people.empty());
        CHECK(town.unit("2").people == Texts{town.clerk});
        // By its successor he can be released, and it ends with nobody in it.
        CHECK(town.does("2", units::Release{town.clerk}, "2025-03-04") == "");
        CHECK(town.does("2", units::End{}, "2025-03-04") == "");
        CHECK(town.does("2", units::Admit{town.clerk}, "2025-03-04") == "unit.act.not-now");
    });
}

TEST_CASE("closed accounts do not keep a unit from ending") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        REQUIRE(town.does("1", units::Admit{town.clerk}) == "");
        REQUIRE(it.desks.accounts
                    .change(Town::by("2025-02-04"), region, town.clerk, {{Role::Clerk}, false})
                    .ok());
        CHECK(town.does("1", units::End{}, "2025-03-03") == "");
    });
}

TEST_CASE("a body that is no more gets no unit") {
    on_each_office([](TestOffice& it) {
        Town town(it);
        auto organ = it.desks.organs.find(town.body).value();
        organ.valid_until = day("2025-01-01");
        REQUIRE(it.desks.organs.change(Town::by("2025-01-02"), organ).ok());
        CHECK(town.set_up("财政所").error().code == "organ.ended");
    });
}
