#include "interaction/message.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "interaction/message_offer.h"
#include "messages_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const Date monday = day("2026-03-02"), tuesday = day("2026-03-03");

std::string code(const Result<Message>& result) { return result.ok() ? "" : result.error().code; }

Message received() { return begun(entry(), monday); }
Message with(std::vector<MessageAct> acts) { return told(received(), std::move(acts)); }
Message handling() { return with({act(Accept{}, monday)}); }
Message replied() { return with({act(Accept{}, monday), act(reply(), tuesday)}); }

// An act of each kind that is right in itself.
std::map<std::string_view, MessageAct> right_acts(const Message& before) {
    const auto now = before.progress();
    std::map<std::string_view, MessageAct> all;
    const auto put = [&](auto what, std::string by = "account/2") {
        MessageAct it = act(std::move(what), tuesday, std::move(by));
        all.emplace(records::row_of<Subject>(it).name, it);
    };
    put(Accept{});
    put(PassOn{"社会事务办"});
    put(reply());
    put(CallBack{true, Solved::Yes, Satisfaction::Satisfied});
    put(Close{});
    put(Extend{day("2026-04-01")});
    put(Transfer{"县住建局"});
    put(SendBack{});
    put(Refuse{Ground::Litigation});
    put(HandOver{"2026-0003"});
    put(Designate{});
    put(Reclassify{Matter::Help, false, true});
    put(Reopen{});
    put(proposal());
    put(review(now.proposal), "account/3");
    put(publish());
    put(Withdraw{});
    return all;
}

using Names = std::set<std::string_view>;

Names lawful_in(const Message& message) {
    Names names;
    for (auto& [name, next] : right_acts(message))
        if (after(message, next).ok()) names.insert(name);
    return names;
}

}  // namespace

TEST_CASE("in every state, the acts of the table are allowed and no others") {
    const Message closed = told(replied(), {act(Close{}, tuesday)});
    const struct {
        const char* what;
        Message message;
        Names lawful;
    } cases[] = {
        {"received",
         received(),
         {"accept", "pass_on", "extend", "transfer", "send_back", "refuse", "hand_over",
          "designate", "reclassify"}},
        // It wishes an answer, so that it is not closed without one.
        {"handling",
         handling(),
         {"pass_on", "reply", "extend", "transfer", "send_back", "refuse", "hand_over", "designate",
          "reclassify"}},
        {"replied", replied(), {"call_back", "close", "reclassify", "reopen", "propose"}},
        {"closed", closed, {"call_back", "reclassify", "reopen", "propose"}},
        {"refused", with({act(Refuse{}, monday)}), {"reopen"}},
        {"transferred", with({act(Transfer{"县住建局"}, monday)}), {"designate", "reopen"}},
        {"returned", with({act(SendBack{}, monday)}), {"designate"}},
        {"handed over", with({act(HandOver{"2026-0003"}, monday)}), {}},
        {"reopened after its answer",
         told(replied(), {act(Reopen{}, tuesday)}),
         {"pass_on", "reply", "extend", "transfer", "refuse", "hand_over", "designate",
          "reclassify"}},
        {"annulled", with({act(Annul{{0}}, monday)}), {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        CHECK(lawful_in(c.message) == c.lawful);
    }
}

TEST_CASE("what is designated is neither sent back, nor passed to others, nor refused") {
    Enter own = entry();
    own.concern.designated = true;
    const Message from_the_start = begun(own, monday);
    const Message later = with({act(SendBack{}, monday), act(Designate{}, tuesday)});
    CHECK(later.progress().state == State::Received);
    for (const Message& message : {from_the_start, later}) {
        CHECK(code(after(message, act(SendBack{}, tuesday))) == "message.send-back.designated");
        CHECK(code(after(message, act(Transfer{"县住建局"}, tuesday))) ==
              "message.transfer.designated");
        const std::pair<Ground, bool> grounds[] = {
            {Ground::Litigation, true},         {Ground::Secret, true},
            {Ground::Petition, false},          {Ground::Decided, false},
            {Ground::NotAdministrative, false}, {Ground::Other, false}};
        for (const auto& [ground, may] : grounds)
            CHECK(code(after(message, act(Refuse{ground}, tuesday))) ==
                  (may ? "" : "message.refuse.designated"));
        CHECK(after(message, act(Accept{}, tuesday)).ok());
    }
    CHECK(code(after(later, act(Designate{}, tuesday))) == "message.designate.twice");
}

TEST_CASE("a letter to the body's own site has nobody to go back to") {
    for (const Source source : {Source::Website, Source::Correction})
        CHECK(code(after(begun(entry(source), monday), act(SendBack{}, monday))) ==
              "message.send-back.own");
}

TEST_CASE("each refusal says what is wrong") {
    const auto refused_in = [](const Message& message, MessageAct next) {
        return code(after(message, std::move(next)));
    };
    const auto silent = [](MessageAct next) {
        next.words = {};
        return next;
    };
    CHECK(refused_in(handling(), act(PassOn{" "}, tuesday)) == "message.unit");
    CHECK(refused_in(handling(), act(Transfer{""}, tuesday)) == "message.to");
    CHECK(refused_in(handling(), act(Reply{}, tuesday)) == "message.answer");
    CHECK(refused_in(handling(), act(Close{}, tuesday)) == "message.close.no-reply");
    CHECK(refused_in(handling(), act(HandOver{}, tuesday)) == "message.request");
    CHECK(refused_in(handling(), act(Extend{}, tuesday)) == "message.extend.until");
    CHECK(refused_in(handling(), act(Extend{day("2026-03-05")}, tuesday)) ==
          "message.extend.until");
    CHECK(refused_in(told(handling(), {act(Extend{day("2026-03-20")}, monday)}),
                     act(Extend{day("2026-03-27")}, tuesday)) == "message.extend.twice");
    CHECK(refused_in(handling(), act(Reclassify{Matter::Consultation, false, true}, tuesday)) ==
          "message.reclassify.same");
    // Reasons and notices to the person.
    CHECK(refused_in(handling(), silent(act(Extend{day("2026-03-20")}, tuesday))) ==
          "message.act.words");
    CHECK(refused_in(handling(), silent(act(Refuse{}, tuesday))) == "message.act.words");
    CHECK(refused_in(handling(), silent(act(Transfer{"县住建局"}, tuesday))) ==
          "message.act.words");
    CHECK(refused_in(handling(), silent(act(SendBack{}, tuesday))) == "message.act.words");
    CHECK(refused_in(replied(), silent(act(Reopen{}, tuesday))) == "message.act.words");
    CHECK(refused_in(handling(), act(Accept{}, tuesday)) == "message.act.not-now");
    CHECK(refused_in(handling(), act(reply(), day("2026-03-01"))) == "message.act.out-of-order");
}

TEST_CASE("who wishes no answer may see his matter closed without one") {
    Enter quiet = entry(Source::Website, Matter::Suggestion);
    quiet.concern.reply_wished = false;
    const Message message = told(begun(quiet, monday), {act(Accept{}, monday)});
    MessageAct close = act(Close{}, tuesday);
    close.words = {};
    CHECK(code(after(message, close)) == "message.close.result");
    const auto closed = after(message, act(Close{}, tuesday));
    REQUIRE(closed.ok());
    const auto now = closed.value().progress();
    // That is no answer, in time or late; late it is late.
    CHECK(!now.first_in_time);
    CHECK(closed_without_answer(now));
    CHECK(!is_ours(now));
    const auto late = told(message, {act(Close{}, day("2026-04-01"))}).progress();
    CHECK(late.first_in_time == false);
    CHECK(is_ours(late));
}

TEST_CASE("to wish no answer any more needs a reason, and so does another kind after the term") {
    const auto silent = [](MessageAct next) {
        next.words = {};
        return next;
    };
    const Reclassify other{Matter::Complaint, false, true},
        quiet{Matter::Consultation, false, false};
    const struct {
        const char* what;
        Message message;
        Reclassify change;
        const char* on;
        const char* code;
    } cases[] = {
        {"another kind, in time", handling(), other, "2026-03-05", ""},
        {"another kind, a day late", handling(), other, "2026-03-06", "message.reclassify.reason"},
        {"another kind, answered", replied(), other, "2026-03-06", ""},
        {"no answer any more, in time", handling(), quiet, "2026-03-03",
         "message.reclassify.reason"},
        {"secrecy, late", handling(), {Matter::Consultation, true, true}, "2026-03-06", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        CHECK(code(after(c.message, silent(act(c.change, day(c.on))))) == c.code);
        CHECK(after(c.message, act(c.change, day(c.on))).ok());
    }
}

TEST_CASE("what was found out about a ticket today does not order what happened before") {
    const Date today = day("2026-03-09");
    const Message found = with({act(Reclassify{Matter::Help, false, true}, today)});
    CHECK(code(after(found, act(Accept{}, day("2026-03-01")))) == "message.act.out-of-order");
    const Message message =
        told(found, {act(Accept{}, tuesday), act(reply(), tuesday), act(proposal(), today)});
    // Reviewed no sooner than it was written; closed on a day before both.
    CHECK(code(after(message, act(review(4), tuesday, "account/3"))) == "message.act.out-of-order");
    const Message reviewed = told(message, {act(review(4), today, "account/3")});
    CHECK(after(told(reviewed, {act(publish(), today)}), act(Close{}, tuesday)).ok());
    CHECK(code(after(reviewed, act(Close{}, monday))) == "message.act.out-of-order");
    // An answer is not dated before the acceptance, whatever lies between.
    CHECK(code(after(told(found, {act(Accept{}, tuesday)}), act(reply(), monday))) ==
          "message.act.out-of-order");
}

TEST_CASE("what the writer said is not taken back by a call that he did not answer") {
    const CallBack bad{true, Solved::No, Satisfaction::Dissatisfied},
        silence{false, Solved::NoAnswer, Satisfaction::NoAnswer},
        partly{true, Solved::Yes, Satisfaction::NoAnswer};
    const auto wednesday = day("2026-03-04"), thursday = day("2026-03-05");
    const struct {
        const char* what;
        std::vector<MessageAct> acts;
        Date said_on;
        Solved solved;
        Satisfaction satisfaction;
    } cases[] = {
        {"once", {act(bad, wednesday)}, wednesday, Solved::No, Satisfaction::Dissatisfied},
        {"then silence",
         {act(bad, wednesday), act(silence, thursday)},
         wednesday,
         Solved::No,
         Satisfaction::Dissatisfied},
        {"then one of two",
         {act(bad, wednesday), act(partly, thursday)},
         thursday,
         Solved::Yes,
         Satisfaction::Dissatisfied},
        {"taken up again",
         {act(bad, wednesday), act(Reopen{}, thursday)},
         wednesday,
         Solved::No,
         Satisfaction::Dissatisfied},
        {"silence alone",
         {act(silence, wednesday)},
         wednesday,
         Solved::NoAnswer,
         Satisfaction::NoAnswer},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        const auto now = told(replied(), c.acts).progress();
        CHECK(now.said_on == c.said_on);
        CHECK(now.said.solved == c.solved);
        CHECK(now.said.satisfaction == c.satisfaction);
    }
}

TEST_CASE("what is late stays late, whatever is done afterwards") {
    const Date late = day("2026-03-06"), next = day("2026-03-09");
    const struct {
        const char* what;
        std::vector<MessageAct> acts;
        std::optional<bool> in_time;
        bool ours;
    } cases[] = {
        {"refused in time", {act(Refuse{}, tuesday)}, {}, false},
        {"refused late", {act(Refuse{}, late)}, false, true},
        {"transferred in time", {act(Transfer{"县住建局"}, tuesday)}, {}, false},
        {"transferred late", {act(Transfer{"县住建局"}, late)}, false, true},
        {"returned late", {act(SendBack{}, late)}, false, true},
        {"handed over late", {act(HandOver{"2026-0003"}, late)}, false, true},
        {"handed over in time", {act(HandOver{"2026-0003"}, tuesday)}, {}, false},
        {"late, reopened, transferred",
         {act(Accept{}, tuesday), act(reply(), late), act(Reopen{}, late),
          act(Transfer{"县住建局"}, next)},
         false,
         true},
        {"in time, reopened, transferred",
         {act(Accept{}, tuesday), act(reply(), tuesday), act(Reopen{}, tuesday),
          act(Transfer{"县住建局"}, late)},
         true,
         true},
        {"refused late, reopened, answered at once",
         {act(Refuse{}, late), act(Reopen{}, next), act(reply(), next)},
         false,
         true},
        {"refused in time and wrongly, reopened, answered",
         {act(Refuse{}, tuesday), act(Reopen{}, next), act(reply(), next)},
         true,
         true},
        {"returned late, designated, answered",
         {act(SendBack{}, late), act(Designate{}, next), act(Accept{}, next), act(reply(), next)},
         false,
         true},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        const auto now = with(c.acts).progress();
        CHECK(in_time(now, next) == c.in_time);
        CHECK(is_ours(now) == c.ours);
    }
}

TEST_CASE("nobody takes his own late or answered letter out of the figures") {
    const auto who = [](const Message& message, std::string by, const char* today) {
        const Status may = may_annul(message, 0, by, day(today));
        return may.ok() ? "" : may.error().code;
    };
    // account/1 entered and handled it.
    CHECK(who(handling(), "account/1", "2026-03-05") == "");
    CHECK(who(handling(), "account/1", "2026-03-06") == "message.annul.own");
    CHECK(who(handling(), "account/2", "2026-03-06") == "");
    CHECK(who(replied(), "account/1", "2026-03-03") == "message.annul.own");
    CHECK(who(with({act(Refuse{}, day("2026-03-06"))}), "account/1", "2026-03-06") ==
          "message.annul.own");
    CHECK(may_annul(replied(), 2, "account/1", day("2026-03-06")).ok());
}

TEST_CASE("a matter does not go to and fro between mailbox and requests") {
    Enter handed = entry();
    handed.concern.from_request = "2026-0005";
    CHECK(code(after(begun(handed, monday), act(HandOver{"2026-0006"}, monday))) ==
          "message.hand-over.back");
    // Handed over by mistake it comes back with the term that it had.
    const Message back =
        with({act(HandOver{"2026-0003"}, tuesday), act(Annul{{1}}, day("2026-03-10"))});
    CHECK(back.progress().state == State::Received);
    CHECK(due(back.progress()) == day("2026-03-05"));
}

TEST_CASE("what is taken up again has a round and a term of its own") {
    const Message message =
        told(replied(), {act(CallBack{true, Solved::No, Satisfaction::Dissatisfied}, tuesday),
                         act(Close{}, tuesday), act(Reopen{}, day("2026-03-09"), "account/4")});
    const auto now = message.progress();
    CHECK(now.state == State::Handling);
    CHECK(now.round == 2);
    CHECK(now.handler == "account/4");
    CHECK(due(now) == day("2026-03-12"));  // three working days after the 9th
    CHECK(!now.called_back_on);
    // The first answer stays what it was.
    CHECK(now.first_replied_on == tuesday);
    CHECK(now.first_in_time == true);
}

TEST_CASE("from every state there is an end, and a slip can be put right") {
    // All histories of up to four acts, each right in itself.
    std::vector<Message> all{received()};
    for (std::size_t from = 0, depth = 0; depth < 4; ++depth) {
        const std::size_t upto = all.size();
        for (; from < upto; ++from) {
            const Message message = all[from];
            for (auto& [name, next] : right_acts(message))
                if (auto more = after(message, next); more.ok()) all.push_back(more.value());
        }
    }
    CHECK(all.size() > 1000);
    std::map<State, int> seen;
    for (const Message& message : all) {
        const auto now = message.progress();
        ++seen[now.state];
        const auto names = lawful_in(message);
        CAPTURE(Subject::state_words(now));
        if (is_open(now.state))
            CHECK((names.contains("close") || names.contains("reply") || names.contains("accept")));
        else if (now.state != State::HandedOver)
            CHECK((names.contains("reopen") || names.contains("designate")));
        else
            CHECK(after(message, act(Annul{{int(message.acts().size()) - 1}}, tuesday)).ok());
        // What is public can be taken back, whatever the matter has come to.
        CHECK(names.contains("withdraw") == (is_public(now.stage) || now.hidden_by_bar));
        // A wrong entry can be annulled unless the public reads it.
        CHECK(after(message, act(Annul{{0}}, tuesday)).ok() == !is_public(now.stage));
    }
    CHECK(seen.size() == count_of<State> - 1);  // all but Annulled
}

TEST_CASE("offers are what may be done, with what it does to the day of the answer") {
    std::map<std::string_view, Offer> offered;
    for (Offer& offer : offers(handling(), counting(), tuesday))
        offered.emplace(offer.row->name, std::move(offer));
    Names names;
    for (const auto& [name, offer] : offered)
        names.insert(name);
    CHECK(names == Names{"pass_on", "reply", "extend", "transfer", "send_back", "refuse",
                         "hand_over", "designate", "reclassify", "annul"});
    CHECK(offered.at("extend").due_now == day("2026-03-05"));
    CHECK(offered.at("extend").effect == "办理期限从2026年3月5日变为2026年3月19日");
    CHECK(offered.at("annul").refers_to == std::vector<int>{0, 1});
    CHECK(offered.at("reply").effect.empty());
    Enter quiet = entry();
    quiet.concern.reply_wished = false;
    const Message silent = told(begun(quiet, monday), {act(Accept{}, monday)});
    for (const Offer& offer : offers(silent, counting(), tuesday))
        names.insert(offer.row->name);
    CHECK(names.contains("close"));
}
