#include <doctest/doctest.h>

#include "mailbox_for_tests.h"
#include "requests/request.h"

using namespace gongkai;
using namespace gongkai::testing;
using organs::Organ;
namespace bodies = organs::bodies;

namespace {

using Numbers = std::set<std::int64_t>;

// Ends a body, with that successor.
Result<Organ> end(TestOffice& it, const journal::LogKey& body, std::string_view last_day,
                  std::optional<std::int64_t> successor) {
    Organ wanted = it.desks.organs.find(body).value();
    wanted.valid_until = day(last_day);
    wanted.successor = successor;
    return it.desks.organs.change(TestOffice::at(last_day, "account/99"), wanted);
}

interaction::proposals::Act assigned() {
    interaction::proposals::Register what;
    what.assigned_number = "第12号";
    what.session = "县政协十一届五次会议";
    what.form = interaction::proposals::Form::Cppcc;
    what.matter = "关于增设公交站点的提案";
    what.units = {interaction::proposals::Part::Lead, "柳河镇人民政府", {}};
    what.proposer.clear = journal::canonical(journal::Record{}.set("names", std::string("赵委员")));
    what.content = records::in_clear("建议增设公交站。");
    interaction::proposals::Act act;
    act.on = day("2025-03-03");
    act.what = what;
    return act;
}

// One open request, one open letter and one open proposal, and a request that has ended.
void fill(TestOffice& it, const journal::LogKey& body) {
    const auto by = TestOffice::at("2025-03-03");
    (void)it.desks.requests.take_in(by, body, any_question("2025-03-03")).value();
    const auto ended = it.desks.requests.take_in(by, body, any_question("2025-03-03")).value();
    Act withdrawn;
    withdrawn.on = day("2025-03-03");
    withdrawn.what = requests::Withdraw{};
    REQUIRE(it.desks.requests.act_on(by, ended.request.key(), said(withdrawn, "不再需要"), 1).ok());
    (void)it.desks.messages.enter(by, body, entry()).value();
    (void)it.desks.proposals.assign(by, body, assigned()).value();
}

// What the last act on a body recorded of its open cases: "3 request/2025-0001".
std::vector<std::string> handed_over(const TestOffice& it, const journal::LogKey& body) {
    std::vector<std::string> all;
    it.ledger.look([&](const journal::View& view) {
        const auto history = it.organs.find(view, bodies::history_key(body)).value();
        const auto* end = history.acts().back().as<bodies::End>();
        REQUIRE(end);
        for (const auto& each : end->open_cases)
            all.push_back(std::to_string(each.organ) + " " + each.subject);
    });
    return all;
}

organs::Account clerk_of(const journal::LogKey& body) {
    organs::Account account;
    account.region = body.region;
    account.organ = body.organ;
    account.roles = {organs::Role::Clerk};
    return account;
}

}  // namespace

TEST_CASE("a body with open cases ends with a successor, and the act says which go over") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town(), next = it.town();
        fill(it, town);
        const auto refused = end(it, town, "2025-03-10", {});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == "organ.open-cases");
        CHECK(refused.error().message.find(
                  "还有 3 件事项没有办结（来信 2025-0001、建议提案 2025-0001、申请 2025-0001）") !=
              std::string::npos);
        CHECK(refused.error().fields.at(0).name == "successor");
        CHECK_FALSE(it.desks.organs.find(town).value().valid_until);

        REQUIRE(end(it, town, "2025-03-10", next.organ).ok());
        const std::string own = std::to_string(town.organ);
        CHECK(handed_over(it, town) == std::vector<std::string>{own + " message/2025-0001",
                                                                own + " proposal/2025-0001",
                                                                own + " request/2025-0001"});
        const auto inherited = it.desks.organs.inherited(next, day("2025-03-11"));
        REQUIRE(inherited.size() == 1);
        CHECK(inherited[0].ended.key == town);
        CHECK(inherited[0].open_cases.size() == 3);
        CHECK(it.desks.organs.inherited(next, day("2025-03-10")).empty());
    });
}

TEST_CASE("a body without open cases ends without a successor") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        REQUIRE(end(it, town, "2025-03-10", {}).ok());
        CHECK(handed_over(it, town).empty());
    });
}

TEST_CASE("what a body had inherited goes on with its own cases to the next") {
    on_each_office([](TestOffice& it) {
        const auto first = it.town(), second = it.town(), third = it.town();
        fill(it, first);
        REQUIRE(end(it, first, "2025-03-10", second.organ).ok());
        CHECK(end(it, second, "2025-04-10", {}).error().code == "organ.open-cases");
        REQUIRE(end(it, second, "2025-04-10", third.organ).ok());
        const auto all = handed_over(it, second);
        REQUIRE(all.size() == 3);
        CHECK(all[2] == std::to_string(first.organ) + " request/2025-0001");

        const auto reach = [&](const journal::LogKey& home, const char* on) {
            return it.desks.organs.reach(clerk_of(home), day(on)).inherited;
        };
        CHECK(reach(second, "2025-03-10") == Numbers{});
        CHECK(reach(second, "2025-03-11") == Numbers{first.organ});
        CHECK(reach(second, "2025-04-11") == Numbers{});
        CHECK(reach(third, "2025-04-10") == Numbers{});
        CHECK(reach(third, "2025-04-11") == Numbers{first.organ, second.organ});
    });
}

TEST_CASE("a supervisor whose office ended is followed by the one of its successor") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town(), office = it.office_above(town), next = it.town();
        auto head = clerk_of(next);
        CHECK(it.desks.organs.reach(head, day("2025-03-11")).supervised == Numbers{});
        head.roles = {organs::Role::Supervisor};
        CHECK(it.desks.organs.reach(head, day("2025-03-11")).supervised == Numbers{});
        REQUIRE(end(it, office, "2025-03-10", next.organ).ok());
        CHECK(it.desks.organs.reach(head, day("2025-03-11")).supervised == Numbers{town.organ});
        CHECK(it.desks.organs.reach(clerk_of(next), day("2025-03-11")).supervised == Numbers{});
    });
}

TEST_CASE("letters of an old case are those of the body that answers now, and say why") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town(), next = it.town();
        Organ heir = it.desks.organs.find(next).value();
        heir.name = "云溪县柳河街道办事处";
        heir.contact.phone = "0000-7654321";
        heir.remedies.review_organ = "示例市人民政府";
        REQUIRE(it.desks.organs.change(TestOffice::at("2025-01-03"), heir).ok());
        const auto key =
            it.desks.requests
                .take_in(TestOffice::at("2025-03-03"), town, any_question("2025-03-03"))
                .value()
                .request.key();
        REQUIRE(end(it, town, "2025-03-10", next.organ).ok());
        const auto receipt = [&](const char* today) {
            return it.desks.letters
                .write(it.desks.requests.open(key).value(), "receipt", "柳公复〔2025〕1号", {},
                       day(today))
                .value();
        };
        const auto before = receipt("2025-03-10");
        CHECK(before.organ == "云溪县柳河镇人民政府");
        const auto after = receipt("2025-03-11");
        CHECK(after.organ == "云溪县柳河街道办事处");
        CHECK(after.paragraphs.front() ==
              "云溪县柳河镇人民政府已于2025年3月10日终止，其职权由本机关承继，"
              "本件由本机关继续办理。");
        CHECK(after.contact.find("0000-7654321") != std::string::npos);
        CHECK(after.paragraphs.size() == before.paragraphs.size() + 1);
    });
}

TEST_CASE("in the name of a body that ended nothing new is begun, and what was begun goes on") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town(), next = it.town();
        const auto heir = TestOffice::at("2025-03-11", "account/77");
        disclosure::Content content;
        content.title = "关于公布村级财务收支情况的通知";
        content.formed_on = day("2025-03-03");
        content.body.clear = "各村收支如下。";
        const auto begun =
            it.desks.publishing.draft(TestOffice::at("2025-03-03"), town, content).value();
        const auto line_of = [&](const desk::Actor& by, std::string_view on) {
            disclosure::RegisterAct line;
            line.on = day(on);
            line.what = disclosure::registers::Enter{
                disclosure::RegisterKind::License, {}, Decimal(3), "审批系统"};
            return it.desks.publishing.enter_line(by, town, line);
        };
        fill(it, town);
        REQUIRE(end(it, town, "2025-03-10", next.organ).ok());

        const auto draft = it.desks.publishing.draft(heir, town, content);
        REQUIRE_FALSE(draft.ok());
        CHECK(draft.error().code == "organ.ended");
        CHECK(draft.error().message ==
              "“云溪县柳河镇人民政府”已于2025年3月10日终止，不能再以它的名义起草文件。"
              "已经开始的可以继续办理，新的请以承继机关的名义办理。");
        CHECK(it.desks.publishing.draft(TestOffice::at("2025-03-10"), town, content).ok());
        CHECK(it.desks.publishing.draft(heir, next, content).ok());
        CHECK(line_of(heir, "2025-03-11").error().code == "organ.ended");
        // What it did itself still has to be counted.
        CHECK(line_of(heir, "2025-03-10").ok());
        CHECK(it.desks.requests.take_in(heir, town, any_question("2025-03-11")).error().code ==
              "organ.ended");
        CHECK(
            it.desks.messages.enter(heir, town, entry(messages::Source::Hotline, "", "2025-03-11"))
                .error()
                .code == "organ.ended");
        auto proposal = assigned();
        proposal.on = day("2025-03-11");
        std::get<interaction::proposals::Register>(proposal.what).assigned_number = "第13号";
        CHECK(it.desks.proposals.assign(heir, town, proposal).error().code == "organ.ended");

        disclosure::Act edit;
        content.abstract = "各村收支情况。";
        content.body = disclosure::present_content(begun).body;
        edit.what = disclosure::Edit{content};
        CHECK(it.desks.publishing.record(heir, {begun.key(), 1}, edit).ok());
    });
}
