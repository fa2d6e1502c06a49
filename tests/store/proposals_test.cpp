#include "store/ledger/proposals.h"

#include <doctest/doctest.h>

#include "../interaction/proposals_for_tests.h"
#include "engines.h"
#include "store/ledger/ledger.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing::proposals;
using gongkai::testing::on_each_database;
using journal::Change;
using journal::LogKey;
using journal::View;

namespace {

const LogKey town{330302, 7};
const ProposalRepository proposals;

void on_each_ledger(const std::function<void(store::Ledger&)>& body) {
    on_each_database([&](Database& database) {
        migrate(database);
        store::Ledger ledger(database, VaultKey::random());
        body(ledger);
        database.read(
            [&](Connection& connection) { CHECK(verify_projections(connection, town).empty()); });
    });
}

// Under the next number, its acts as they are; the number.
std::string recorded(store::Ledger& ledger, const Proposal& it) {
    ProposalKey where{town, ""};
    for (const Act& act : it.acts())
        REQUIRE(ledger
                    .change({act.by, 1'780'000'000'000}, town,
                            [&](Change& change) -> Status {
                                if (where.number.empty())
                                    where.number = proposals.next_number(change, town, 2026);
                                change.append({subject(where), records::entry_kind<Subject>(act),
                                               records::record<Subject>(act)});
                                return Done{};
                            })
                    .ok());
    return where.number;
}

Proposal named(std::string number, Form form, std::string_view on) {
    Register it = assignment();
    it.assigned_number = std::move(number);
    it.form = form;
    return Proposal::begin({town, "2026-0001"}, act(it, on), rules()).value();
}

// The numbers of a page; the code of a refusal.
std::string numbers(store::Ledger& ledger, const records::Ask& ask) {
    std::string all;
    ledger.look([&](const View& view) {
        const auto page = proposals.page(view, town, ask, day("2026-06-03"));
        if (!page.ok()) {
            all = page.error().code;
            return;
        }
        for (const Listed& it : page.value().rows)
            all += (all.empty() ? "" : " ") + it.number;
    });
    return all;
}

records::Ask filtered(std::string name, std::string value) {
    records::Ask ask;
    ask.filters.push_back({std::move(name), std::move(value)});
    return ask;
}

records::Ask sorted(std::string by) {
    records::Ask ask;
    ask.sort = std::move(by);
    return ask;
}

}  // namespace

TEST_CASE("a proposal is read as it was written") {
    on_each_ledger([](store::Ledger& ledger) {
        const auto number = recorded(ledger, published());
        ledger.look([&](const View& view) {
            const auto found = proposals.find(view, {town, number});
            REQUIRE(found.ok());
            CHECK(found.value().acts().size() == published().acts().size());
            CHECK(assignment_of(found.value()) == assignment());
            CHECK(*reply_of(found.value().acts()[1]) == reply());
            CHECK(std::get<Prepare>(found.value().acts()[2].what) == prepared());
            CHECK(std::get<Review>(found.value().acts()[3].what) == passed(2));
            CHECK(proposals.find(view, {town, "2026-0009"}).error().code == "proposal.not-found");
        });
    });
}

TEST_CASE("the list shows, sorts, filters and counts") {
    on_each_ledger([](store::Ledger& ledger) {
        // Due 2026-06-02 and 2026-09-01; answered and public; with a promise for 2026-12-31.
        CHECK(recorded(ledger, named("第1号", Form::Cppcc, "2026-03-02")) == "2026-0001");
        CHECK(recorded(ledger, named("第2号", Form::Suggestion, "2026-06-01")) == "2026-0002");
        CHECK(recorded(ledger, published()) == "2026-0003");
        CHECK(recorded(ledger, answered("B")) == "2026-0004");
        CHECK(numbers(ledger, {}) == "2026-0001 2026-0002 2026-0004 2026-0003");
        CHECK(numbers(ledger, sorted("-assigned")).starts_with("2026-0002"));
        CHECK(numbers(ledger, sorted("-number")) == "2026-0004 2026-0003 2026-0002 2026-0001");
        CHECK(numbers(ledger, sorted("title")) == "list.sort");
        CHECK(numbers(ledger, filtered("form", "cppcc")) == "2026-0001");
        CHECK(numbers(ledger, filtered("class", "B")) == "2026-0004");
        CHECK(numbers(ledger, filtered("state", "answered")) == "2026-0004 2026-0003");
        CHECK(numbers(ledger, filtered("public", "1")) == "2026-0003");
        CHECK(numbers(ledger, filtered("year", "2025")) == "");
        CHECK(numbers(ledger, filtered("group", "overdue")) == "2026-0001");
        CHECK(numbers(ledger, filtered("group", "promised")) == "2026-0004");
        CHECK(numbers(ledger, filtered("colour", "red")) == "list.filter");
        records::Ask words;
        words.search = "柳河大堤";
        CHECK(numbers(ledger, words) == "2026-0001 2026-0002 2026-0004 2026-0003");
        words.search = "第2号";
        CHECK(numbers(ledger, words) == "2026-0002");
        ledger.look([&](const View& view) {
            const auto page = proposals.page(view, town, {}, day("2026-06-03")).value();
            const Listed& first = page.rows[0];
            CHECK(first.duty == ClockId::Answer);
            CHECK(first.due == day("2026-06-02"));
            CHECK(first.lead == "县水务局");
            const Listed& promised = page.rows[2];
            CHECK(promised.duty == ClockId::Promise);
            CHECK(promised.promised == day("2026-12-31"));
            const Listed& shown = page.rows[3];
            CHECK(shown.is_public);
            CHECK_FALSE(shown.due);
            CHECK(shown.answered_on == day("2026-05-20"));
            CHECK(shown.answer_class == "A");
            records::Ask due = filtered("group", "duties");
            due.sort = "duty";
            CHECK(proposals.page(view, town, due, day("2026-06-03")).value().rows.size() == 3);
            CHECK(proposals.has(view, town, assignment()));
            Register other = assignment();
            other.session = "县第十八届人民代表大会第五次会议";
            CHECK_FALSE(proposals.has(view, town, other));
        });
    });
}

TEST_CASE("pages follow each other, whatever was written in between") {
    on_each_ledger([](store::Ledger& ledger) {
        for (int i = 0; i < 5; ++i)
            recorded(ledger, named("第" + std::to_string(i) + "号", Form::Cppcc, "2026-03-02"));
        records::Ask ask;
        ask.limit = 2;
        std::string all;
        for (bool more = true; more;)
            ledger.look([&](const View& view) {
                const auto page = proposals.page(view, town, ask, day("2026-03-03")).value();
                for (const Listed& it : page.rows)
                    all += it.number.substr(5) + " ";
                ask.after = page.next;
                more = !page.next.empty();
                CHECK(page.count == records::Count{5, false});
            });
        CHECK(all == "0001 0002 0003 0004 0005 ");
    });
}

TEST_CASE("the public's list has what passed the gate and nothing else") {
    on_each_ledger([](store::Ledger& ledger) {
        recorded(ledger, answered());
        recorded(ledger, after(answered(), act(prepared(), "2026-05-21")));
        const auto shown = recorded(ledger, published());
        recorded(ledger, after(published(), saying(act(TakeDown{}, "2026-06-01"))));
        ledger.look([&](const View& view) {
            const auto page = proposals.answers(view, town, {}).value();
            REQUIRE(page.rows.size() == 1);
            CHECK(page.rows[0].number == shown);
            CHECK(page.rows[0].title == "关于修复柳河大堤的建议");
            CHECK(page.rows[0].published_on == day("2026-05-22"));
            CHECK(page.groups.empty());
            CHECK(proposals.public_sessions(view, town) ==
                  std::vector<std::string>{"县第十八届人民代表大会第四次会议"});
            records::Ask words;
            words.search = "年久失修";
            CHECK(proposals.answers(view, town, words).value().rows.size() == 1);
            words.search = "县财政局";
            CHECK(proposals.answers(view, town, words).value().rows.empty());
            CHECK(proposals.answers(view, town, filtered("class", "C")).value().rows.empty());
        });
    });
}

TEST_CASE("the public's list shows the answer that was published, and that another one followed") {
    on_each_ledger([](store::Ledger& ledger) {
        auto it = after(published(), act(Feedback{Satisfaction::Dissatisfied}, "2026-06-01"));
        recorded(ledger, after(it, act(AnswerAgain{reply("C")}, "2026-06-20")));
        ledger.look([&](const View& view) {
            const auto page = proposals.answers(view, town, {}).value();
            REQUIRE(page.rows.size() == 1);
            CHECK(page.rows[0].answer_class == "A");
            CHECK(page.rows[0].answered_on == day("2026-05-20"));
            CHECK(page.rows[0].answered_again_on == day("2026-06-20"));
            CHECK(proposals.answers(view, town, filtered("class", "C")).value().rows.empty());
            CHECK(proposals.answers(view, town, filtered("class", "A")).value().rows.size() == 1);
            // On the staff's list what holds, and what is still to be done.
            const auto staff = proposals.page(view, town, {}, day("2026-06-21")).value();
            CHECK(staff.rows[0].answer_class == "C");
            CHECK(staff.rows[0].duty == ClockId::Replace);
        });
    });
}

TEST_CASE(
    "what was assigned before a year is there for its counts, and an annulled one has its day") {
    on_each_ledger([](store::Ledger& ledger) {
        recorded(ledger, named("第1号", Form::Cppcc, "2025-11-03"));
        recorded(ledger, named("第2号", Form::Cppcc, "2026-03-02"));
        recorded(ledger, after(named("第3号", Form::Cppcc, "2026-03-02"),
                               saying(act(Annul{{0}}, "2026-03-03"))));
        ledger.look([&](const View& view) {
            const auto number = [&](int year) {
                int all = 0;
                proposals.until_year(view, town, year, [&](const Proposal&) { ++all; });
                return all;
            };
            CHECK(number(2024) == 0);
            CHECK(number(2025) == 1);
            CHECK(number(2026) == 3);
            const auto page = proposals.page(view, town, {}, day("2026-06-03")).value();
            CHECK(page.rows[2].assigned_on == day("2026-03-02"));
        });
    });
}
