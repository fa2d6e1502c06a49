#include <doctest/doctest.h>

#include "interaction/message.h"
#include "interaction/message_figures.h"
#include "messages_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const Date first = day("2026-03-02");

Message replied(Matter matter = Matter::Consultation, bool secrecy = false) {
    Enter what = entry(Source::Website, matter);
    what.concern.secrecy = secrecy;
    return told(begun(what, first), {act(Accept{}, first), act(reply(), first)});
}

// Three acts stand before the proposal.
Message proposed() { return told(replied(), {act(proposal(), first, "account/1")}); }
Message passed() { return told(proposed(), {act(review(3), first, "account/2")}); }
Message published() { return told(passed(), {act(publish(), first, "account/1")}); }

std::string code(const Result<Message>& result) { return result.ok() ? "" : result.error().code; }

}  // namespace

TEST_CASE("the public sees the text that somebody else has passed, from its day on") {
    CHECK(!PublicLetter::of(proposed(), first));
    CHECK(!PublicLetter::of(passed(), first));
    const auto letter = PublicLetter::of(published(), first);
    REQUIRE(letter);
    CHECK(letter->text() == publish().text);
    CHECK(letter->published_on() == first);
    CHECK(!PublicLetter::of(published(), first - std::chrono::days{1}));
}

TEST_CASE("who writes it does not pass it") {
    CHECK(code(after(proposed(), act(review(3), first, "account/1"))) == "message.review.own");
}

TEST_CASE("one “no” of the checklist sends it back, with an opinion") {
    for (int i = 0; i < 4; ++i) {
        const publication::Checklist list{i != 0, i != 1, i != 2, i != 3};
        MessageAct no = act(review(3, list), first, "account/2");
        const Message failed = after(proposed(), no).value();
        CHECK(failed.progress().stage == Stage::Failed);
        CHECK(code(after(failed, act(publish(), first))) == "message.act.not-now");
        no.words = {};
        CHECK(code(after(proposed(), no)) == "message.review.opinion");
        // Written anew it is looked at anew.
        const Message again = told(failed, {act(proposal(), first)});
        CHECK(again.progress().stage == Stage::Proposed);
        CHECK(code(after(again, act(review(3), first, "account/2"))) ==
              "message.review.other-text");
        CHECK(after(again, act(review(5), first, "account/2")).ok());
    }
}

TEST_CASE("what was passed and is written anew has to be passed again") {
    const Message anew = told(passed(), {act(proposal(), first)});
    CHECK(code(after(anew, act(publish(), first))) == "message.act.not-now");
}

TEST_CASE("a report is never public, nor what is to be kept secret") {
    for (const Message& message :
         {replied(Matter::Report), replied(Matter::Complaint, /*secrecy=*/true)})
        CHECK(code(after(message, act(proposal(), first))) == "message.publish.barred");
    // Nor what turns out to be one, at whatever stage.
    for (const Reclassify& change :
         {Reclassify{Matter::Report, false, true}, Reclassify{Matter::Consultation, true, true}}) {
        const Message late = told(passed(), {act(change, first)});
        CHECK(code(after(late, act(publish(), first))) == "publication.barred");
        const Message gone = told(published(), {act(change, first)});
        CHECK(!PublicLetter::of(gone, first));
        CHECK(gone.progress().stage == Stage::Withdrawn);
    }
}

TEST_CASE("what is withdrawn is gone, and may come back by the whole way alone") {
    const Message gone = told(published(), {act(Withdraw{}, first)});
    CHECK(!PublicLetter::of(gone, first));
    CHECK(code(after(gone, act(publish(), first))) == "message.act.not-now");
    CHECK(after(gone, act(proposal(), first)).ok());
    CHECK(code(after(published(), act(proposal(), first))) == "message.act.not-now");
    // A publication is no slip of the pen.
    CHECK(code(after(published(), act(Annul{{5}}, first))) == "message.annul.public");
    CHECK(code(after(published(), act(Annul{{0}}, first))) == "message.annul.while-public");
}

TEST_CASE("a rate is told with one decimal, and none where there is nothing to count by") {
    CHECK(rate(0, 0) == "无");
    CHECK(rate(0, 7) == "0.0%");
    CHECK(rate(1, 3) == "33.3%");
    CHECK(rate(2, 3) == "66.7%");
    CHECK(rate(125, 125) == "100.0%");
    CHECK(rate(2999, 3000) == "99.9%");  // not all of them
}
