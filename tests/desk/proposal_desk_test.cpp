#include "desk/proposal_desk.h"

#include <doctest/doctest.h>

#include "office_for_tests.h"

using namespace gongkai;
using gongkai::testing::day;
using gongkai::testing::on_each_office;
using gongkai::testing::TestOffice;
namespace of = interaction::proposals;

namespace {

of::Act act(of::Kinds what, std::string_view on, std::string words = {}) {
    of::Act it;
    it.on = day(on);
    it.what = std::move(what);
    if (!words.empty()) it.words = records::in_clear(std::move(words));
    return it;
}

of::Register assignment(std::string number = "第12号") {
    of::Register it;
    it.assigned_number = std::move(number);
    it.session = "县政协十一届五次会议";
    it.form = of::Form::Cppcc;
    it.matter = "关于增设公交站点的提案";
    it.units = {of::Part::Lead, "柳河镇人民政府", {"县交通运输局"}};
    it.proposer.clear = journal::canonical(journal::Record{}
                                               .set("names", std::string("赵委员"))
                                               .set("contact", std::string("13900000000")));
    it.content = records::in_clear("建议在镇卫生院门前增设公交站。");
    return it;
}

of::Reply reply(std::string its_class = "A") {
    of::Reply it{std::move(its_class),
                 "柳政函〔2025〕3号",
                 "李明",
                 "党政办公室 张华",
                 "0000-1234567",
                 {},
                 {}};
    if (it.answer_class == "B") it.promises = {{"建成候车亭", day("2025-12-31")}};
    it.text = records::in_clear("站点已经增设。");
    return it;
}

std::string code(const desk::ProposalDesk::Answer& it) { return it.ok() ? "" : it.error().code; }

// What is due, one line each.
std::string due(const TestOffice& it, const journal::LogKey& town, std::string_view today) {
    std::string all;
    for (const auto& duty : it.desks.proposals.duties(town, day(today)))
        all += duty.number + " " + std::string(name(duty.what)) + " " + duty.about + " " +
               iso(duty.due) + " " + std::to_string(duty.working_days_left) + "\n";
    return all;
}

}  // namespace

TEST_CASE("a proposal is assigned once, and what is personal is sealed") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-03-05");
        const auto first = it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03"));
        REQUIRE(first.ok());
        CHECK(first.value().key().number == "2025-0001");
        CHECK(code(it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-04"))) ==
              "proposal.twice");
        CHECK(code(it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-06"))) ==
              "proposal.twice");
        CHECK(code(it.desks.proposals.assign(
                  clerk, town, act(assignment("第13号"), "2025-03-06"))) == "proposal.act.future");
        const auto file = it.desks.proposals.open(first.value().key());
        REQUIRE(file.ok());
        CHECK(file.value().proposer()->names == "赵委员");
        CHECK(file.value().proposer()->contact == "13900000000");
        CHECK(*file.value().data.find(assignment_of(file.value().proposal).content) ==
              "建议在镇卫生院门前增设公交站。");
        it.ledger.look([&](const journal::View& view) {
            for (const auto& entry : view.entries(town, "proposal/2025-0001"))
                for (const char* personal : {"赵委员", "13900000000", "卫生院"})
                    CHECK(entry.payload.find(personal) == std::string::npos);
        });
        CHECK(it.desks.proposals.open({town, "2025-0009"}).error().code == "proposal.not-found");
        // One that was annulled may be entered anew.
        CHECK(code(it.desks.proposals.record(clerk, first.value().key(),
                                             act(of::Annul{{0}}, "2025-03-05", "登记到了别的镇"),
                                             1)) == "");
        CHECK(code(it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03"))) == "");
    });
}

TEST_CASE("whoever has not seen the last act does not act") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-03-20");
        const auto key =
            it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03")).value().key();
        const auto opinion =
            act(of::ReceiveOpinion{"县交通运输局"}, "2025-03-18", "同意，今年实施");
        CHECK(code(it.desks.proposals.record(clerk, key, opinion, 0)) == "proposal.changed");
        CHECK(code(it.desks.proposals.record(clerk, key, opinion, 1)) == "");
        CHECK(code(it.desks.proposals.record(clerk, key, opinion, 1)) == "proposal.changed");
        CHECK(code(it.desks.proposals.record(clerk, {town, "2025-0002"}, opinion, 1)) ==
              "proposal.not-found");
    });
}

TEST_CASE("answers, opinions, second answers and promises are due") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto on = [](std::string_view today) { return TestOffice::at(today); };
        const auto key =
            it.desks.proposals.assign(on("2025-03-03"), town, act(assignment(), "2025-03-03"))
                .value()
                .key();
        // A month and three months from 3 March. Of the working days between 31 March and 3 April
        // three are left; the day after the answer's is one past.
        CHECK(due(it, town, "2025-03-31") ==
              "2025-0001 opinion 县交通运输局 2025-04-03 3\n2025-0001 answer  2025-06-03 42\n");
        (void)it.desks.proposals
            .record(on("2025-04-02"), key,
                    act(of::ReceiveOpinion{"县交通运输局"}, "2025-04-02", "同意"), 1)
            .value();
        CHECK(due(it, town, "2025-06-04") == "2025-0001 answer  2025-06-03 -1\n");
        (void)it.desks.proposals
            .record(on("2025-05-20"), key, act(of::Answer{reply("B")}, "2025-05-20"), 2)
            .value();
        CHECK(due(it, town, "2025-12-30") == "2025-0001 promise  2025-12-31 1\n");
        (void)it.desks.proposals
            .record(on("2025-06-03"), key,
                    act(of::Feedback{of::Satisfaction::Dissatisfied}, "2025-06-03"), 3)
            .value();
        CHECK(due(it, town, "2025-07-02") == "2025-0001 answer_again  2025-07-03 1\n");
    });
}

TEST_CASE("only what another person has looked at becomes public") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-05-20"),
                   reviewer = TestOffice::at("2025-05-20", "account/2");
        const auto key =
            it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03")).value().key();
        const auto does = [&](const desk::Actor& by, of::Act what, std::size_t seen) {
            return code(it.desks.proposals.record(by, key, std::move(what), seen));
        };
        CHECK(does(clerk, act(of::Answer{reply()}, "2025-05-20"), 1) == "");
        of::Prepare text;
        text.answer_text = "站点已经增设。";
        CHECK(does(clerk, act(text, "2025-05-20"), 2) == "");
        const of::Review review{{2}, {true, true, true, true}};
        CHECK(does(clerk, act(review, "2025-05-20"), 3) == "proposal.review.own");
        CHECK(does(reviewer, act(review, "2025-05-20"), 3) == "");
        CHECK_FALSE(it.desks.proposals.answer(key, day("2025-05-20")));
        CHECK(does(clerk, act(of::Publish{}, "2025-05-20"), 4) == "");
        const auto view = it.desks.proposals.answer(key, day("2025-05-20"));
        REQUIRE(view);
        CHECK(view->answer() == "站点已经增设。");
        CHECK(view->proposer() == "");
        CHECK(it.desks.proposals.answers(town, {}).value().rows.size() == 1);
    });
}

TEST_CASE("the annual report is told what the year brought") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-06-20");
        CHECK(it.desks.proposals.sentence(it.desks.proposals.counts(town, 2025, day("2025-12-31")),
                                          2025) == "");
        const auto key =
            it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03")).value().key();
        of::Register other = assignment("第13号");
        other.form = of::Form::Suggestion;
        (void)it.desks.proposals.assign(clerk, town, act(other, "2025-03-03")).value();
        (void)it.desks.proposals.record(clerk, key, act(of::Answer{reply()}, "2025-05-20"), 1)
            .value();
        (void)it.desks.proposals
            .record(clerk, key, act(of::Feedback{of::Satisfaction::Satisfied}, "2025-06-03"), 2)
            .value();
        const auto counts = it.desks.proposals.counts(town, 2025, day("2025-12-31"));
        CHECK(it.desks.proposals.sentence(counts, 2025) ==
              "2025年承办人大代表建议1件，已答复0件；政协提案1件，已答复1件，收到反馈1件，"
              "其中满意1件、基本满意0件、不满意0件。");
        CHECK(it.desks.proposals.sentence(it.desks.proposals.counts(town, 2026, day("2026-12-31")),
                                          2026) == "");
    });
}
