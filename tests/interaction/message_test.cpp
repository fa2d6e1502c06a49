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
        {"refused", with({act(Refuse{}, monday)}), {"reclassify", "reopen"}},
        {"transferred",
         with({act(Transfer{"县住建局"}, monday)}),
         {"designate", "reclassify", "reopen"}},
        {"returned", with({act(SendBack{}, monday)}), {"designate", "reclassify"}},
        {"handed over", with({act(HandOver{"2026-0003"}, monday)}), {"reclassify"}},
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
        CHECK(code(after(message, act(Refuse{}, tuesday))) == "message.refuse.designated");
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
    CHECK(closed.value().progress().first_in_time);
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
    CHECK(now.first_in_time);
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
        // What is public can be taken back, whatever the matter has come to.
        CHECK(names.contains("withdraw") == (now.stage == Stage::Public));
        // A wrong entry can be annulled unless the public reads it.
        CHECK(after(message, act(Annul{{0}}, tuesday)).ok() == (now.stage != Stage::Public));
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
