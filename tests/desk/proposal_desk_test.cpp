#include "desk/proposal_desk.h"

#include <doctest/doctest.h>

#include "desk/proposal_checks.h"
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
    const records::Ask ask{.filters = {{"group", "duties"}}, .sort = "duty"};
    const auto page = it.desks.proposals.duties(town, ask, day(today));
    for (const auto& duty : page.value().rows)
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

TEST_CASE("duties come by the page, the opinions of others among them by their own day") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-03-03");
        auto alone = assignment("第11号");
        alone.units.co_units.clear();
        (void)it.desks.proposals.assign(clerk, town, act(alone, "2025-02-17")).value();
        (void)it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03")).value();
        // Three months from 17 February end on a Saturday; the opinion is due on 3 April.
        records::Ask ask{.filters = {{"group", "duties"}}, .sort = "duty", .limit = 1};
        const auto first = it.desks.proposals.duties(town, ask, day("2025-03-31")).value();
        REQUIRE(first.rows.size() == 2);
        CHECK(first.rows[0].number == "2025-0002");
        CHECK(first.rows[0].about == "县交通运输局");
        CHECK(first.rows[1].due == day("2025-06-03"));
        CHECK(first.count.number == 2);
        ask.after = first.next;
        const auto last = it.desks.proposals.duties(town, ask, day("2025-03-31")).value();
        REQUIRE(last.rows.size() == 1);
        CHECK(last.rows[0].number == "2025-0001");
        CHECK(last.rows[0].due == day("2025-05-19"));
        CHECK(last.next.empty());
        ask.after = "7";
        CHECK(it.desks.proposals.duties(town, ask, day("2025-03-31")).error().code ==
              "list.cursor");
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
                                          2025, day("2025-12-31")) == "");
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
        const auto sentence = [&](int year, std::string_view today) {
            const auto counts = it.desks.proposals.counts(town, year, day(today));
            return desk::ProposalDesk::sentence(counts, year, day(today));
        };
        CHECK(sentence(2025, "2026-03-01") ==
              "2025年承办人大代表建议1件，已答复0件；政协提案1件，已答复1件，收到反馈1件，"
              "其中满意1件、基本满意0件、不满意0件（按交办、答复、反馈和首次公开的日期统计，"
              "截至2025年12月31日）。");
        CHECK(sentence(2025, "2025-06-20").find("截至2025年6月20日）") != std::string::npos);
        CHECK(sentence(2024, "2025-06-20") == "");
        // One is still to be answered; the other one is done with.
        CHECK(sentence(2026, "2026-12-31") ==
              "2026年承办人大代表建议1件（其中上年结转1件），已答复0件（按交办、答复、反馈和首次"
              "公开的日期统计，截至2026年12月31日）。");
    });
}

TEST_CASE("a past year that was put right says so") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto key =
            it.desks.proposals
                .assign(TestOffice::at("2025-12-01"), town, act(assignment(), "2025-12-01"))
                .value()
                .key();
        (void)it.desks.proposals
            .record(TestOffice::at("2026-01-05"), key, act(of::Answer{reply()}, "2025-12-30"), 1)
            .value();
        const auto counts = it.desks.proposals.counts(town, 2025, day("2026-02-01"));
        CHECK(desk::ProposalDesk::sentence(counts, 2025, day("2026-02-01")) ==
              "2025年承办政协提案1件，已答复1件（按交办、答复、反馈和首次公开的日期统计，"
              "截至2025年12月31日；有1件在此后补记或者更正过）。");
    });
}

TEST_CASE("the body was there, and is the one that the units name") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();  // 云溪县柳河镇人民政府, from 2019-05-15 on
        const auto clerk = TestOffice::at("2025-03-05");
        const auto assigning = [&](of::Units units, std::string_view on = "2025-03-03") {
            of::Register first = assignment();
            first.units = std::move(units);
            return code(it.desks.proposals.assign(clerk, town, act(first, on)));
        };
        using of::Part;
        const struct {
            of::Units units;
            const char* code;
        } cases[] = {
            {{Part::Lead, "县交通运输局", {}}, "proposal.units.lead"},
            {{Part::Lead, "人民政府府", {}}, "proposal.units.lead"},
            {{Part::Lead, "政府", {}}, "proposal.units.lead"},
            {{Part::Joint, "柳河镇人民政府", {"县交通运输局"}}, "proposal.units.joint"},
            {{Part::Joint, "县交通运输局", {"县财政局"}}, "proposal.units.joint"},
            {{Part::Separate, "县交通运输局", {"县财政局"}}, "proposal.units.separate"},
            {{Part::Gone, "县交通运输局", {}}, "proposal.part"},
        };
        for (const auto& each : cases) {
            CAPTURE(each.units.lead);
            CHECK(assigning(each.units) == each.code);
        }
        CHECK(assigning({Part::Lead, "柳河镇人民政府", {}}, "2019-05-14") == "organ.ended");
        CHECK(assigning({Part::Separate, "县交通运输局", {"柳河镇人民政府"}}, "2019-05-15") == "");
        auto body = it.desks.organs.find(town).value();
        body.valid_until = day("2025-03-04");
        body.successor = it.town().organ;  // which has the open one since
        (void)it.desks.organs.change(clerk, body).value();
        const auto other = [&](std::string_view on) {
            return code(it.desks.proposals.assign(clerk, town, act(assignment("第13号"), on)));
        };
        CHECK(other("2025-03-05") == "organ.ended");
        CHECK(other("2025-03-04") == "");
        // What it leaves goes to others, and is none of its duties any more.
        const auto change = [&](of::Units units) {
            return code(it.desks.proposals.record(
                clerk, {town, "2025-0002"},
                act(of::ChangeUnits{std::move(units)}, "2025-03-05", "机构改革"), 1));
        };
        CHECK(change({Part::Lead, "县交通运输局", {}}) == "proposal.units.lead");
        CHECK(change({Part::Gone, "柳河镇人民政府", {}}) == "proposal.units.gone");
        CHECK(due(it, town, "2025-03-05").find("2025-0002") != std::string::npos);
        CHECK(change({Part::Gone, "县交通运输局", {}}) == "");
        CHECK(due(it, town, "2025-03-05").find("2025-0002") == std::string::npos);
    });
}

TEST_CASE("no proposer stands in what is public, but by the setting") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-05-20"),
                   reviewer = TestOffice::at("2025-05-20", "account/2");
        of::Settings by_name;
        by_name.proposer = of::ProposerShown::Name;
        desk::ProposalDesk naming{it.ledger, it.proposals, it.organs, testing::calendar(), by_name};
        const auto key =
            it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03")).value().key();
        (void)it.desks.proposals.record(clerk, key, act(of::Answer{reply()}, "2025-05-20"), 1)
            .value();
        const auto preparing = [&](desk::ProposalDesk& by, const of::Prepare& text) {
            return by.record(clerk, key, act(text, "2025-05-20"),
                             it.desks.proposals.open(key).value().proposal.acts().size());
        };
        const auto refusal = [](const desk::ProposalDesk::Answer& answer) {
            if (answer.ok()) return std::string();
            return answer.error().code + " " +
                   (answer.error().fields.empty() ? "" : answer.error().fields[0].name);
        };
        // Registered: 赵委员, 13900000000.
        const struct {
            of::Prepare text;
            const char *by_number, *by_name;
        } cases[] = {
            {{of::Manner::Full, "赵委员的提案", "", "", "已设。", ""},
             "proposal.prepare.person heading",
             ""},
            {{of::Manner::Full, "", "", "赵委员提出", "已设。", ""},
             "proposal.prepare.person about",
             ""},
            {{of::Manner::Summary, "", "", "", "已设，详询139-0000-0000。", ""},
             "proposal.prepare.person answer_text",
             "proposal.prepare.person answer_text"},
            {{of::Manner::Full, "", "赵六", "", "已设。", ""},
             "proposal.prepare.proposer proposer_shown",
             "proposal.prepare.proposer proposer_shown"},
            {{of::Manner::Full, "", "赵委员", "", "已设。", ""},
             "proposal.prepare.proposer proposer_shown",
             ""},
            {{of::Manner::Full, "", "", "建议设站。", "已设。", ""}, "", ""},
        };
        for (const auto& each : cases) {
            CAPTURE(each.text.heading + each.text.about + each.text.answer_text);
            CHECK(refusal(preparing(it.desks.proposals, each.text)) == each.by_number);
            CHECK(refusal(preparing(naming, each.text)) == each.by_name);
        }
        // The place decides on numbers after the text was written with the name.
        (void)preparing(naming, {of::Manner::Full, "", "", "赵委员提出", "已设。", ""}).value();
        const int text = int(it.desks.proposals.open(key).value().proposal.acts().size()) - 1;
        (void)it.desks.proposals
            .record(reviewer, key, act(of::Review{{text}, {true, true, true, true}}, "2025-05-20"),
                    std::size_t(text) + 1)
            .value();
        CHECK(refusal(it.desks.proposals.record(clerk, key, act(of::Publish{}, "2025-05-20"),
                                                std::size_t(text) + 2)) ==
              "proposal.prepare.person about");
        CHECK(refusal(naming.record(clerk, key, act(of::Publish{}, "2025-05-20"),
                                    std::size_t(text) + 2)) == "");
    });
}

TEST_CASE("who may be named is who proposed") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        of::Register first = assignment();
        first.proposer.clear =
            journal::canonical(journal::Record{}.set("names", std::string("李四代表、王五等3人")));
        const auto key =
            it.desks.proposals.assign(TestOffice::at("2025-03-05"), town, act(first, "2025-03-03"))
                .value();
        of::Settings by_name;
        by_name.proposer = of::ProposerShown::Name;
        const struct {
            const char *shown, *text;
            bool named, numbered;
        } cases[] = {
            {"李四", "已设。", true, false},       {"李四、王五", "已设。", true, false},
            {"王五等3人", "已设。", true, false},  {"李四代表", "已设。", true, false},
            {"赵六", "已设。", false, false},      {"李四、赵六", "已设。", false, false},
            {"", "李四建议设站。", true, false},   {"", "按王五的建议设。", true, false},
            {"", "第3人民医院门前。", true, true},
        };
        it.ledger.look([&](const journal::View& view) {
            for (const auto& each : cases) {
                CAPTURE(each.shown);
                CAPTURE(each.text);
                const of::Prepare text{of::Manner::Full, "", each.shown, "", each.text, ""};
                CHECK(desk::check_text(view, key, text, by_name).ok() == each.named);
                CHECK(desk::check_text(view, key, text, {}).ok() == each.numbered);
            }
        });
    });
}

TEST_CASE("a second return has another ground") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-03-20");
        const auto key =
            it.desks.proposals.assign(clerk, town, act(assignment(), "2025-03-03")).value().key();
        const auto does = [&](of::Act what, std::size_t seen) {
            return code(it.desks.proposals.record(clerk, key, std::move(what), seen));
        };
        CHECK(does(act(of::Return{}, "2025-03-05", "由县交通运输局负责"), 1) == "");
        CHECK(does(act(of::AnswerReturn{of::ReturnAnswer::Refused}, "2025-03-07"), 2) == "");
        CHECK(does(act(of::Return{}, "2025-03-10", "由县交通运输局负责"), 3) ==
              "proposal.return.same-ground");
        CHECK(does(act(of::Return{}, "2025-03-10", "站点在县道上，按县道管理办法由县里设置"), 3) ==
              "");
    });
}

TEST_CASE("the terms of the day of the assignment are kept with it") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto first = it.desks.proposals.assign(TestOffice::at("2025-03-05"), town,
                                                     act(assignment(), "2025-03-03"));
        REQUIRE(assignment_of(first.value()).terms);
        CHECK(*assignment_of(first.value()).terms == of::Terms{});
        // Another office on the same books, where the place has changed its rules since.
        of::Settings changed;
        changed.answer = {2, of::Unit::Months};
        const desk::ProposalDesk later{it.ledger, it.proposals, it.organs, testing::calendar(),
                                       changed};
        const auto proposal = later.open(first.value().key()).value().proposal;
        CHECK(of::answer_due(proposal.progress(), later.rules()) == day("2025-06-03"));
    });
}
