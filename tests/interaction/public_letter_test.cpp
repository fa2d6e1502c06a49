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

TEST_CASE("a text goes out with no other answer than the one that it was written of") {
    const Date second = day("2026-03-03"), third = day("2026-03-04");
    const auto reopened = act(Reopen{}, second);
    const auto again = act(reply(), third);
    const struct {
        const char* what;
        Message message;
        Stage stage;
        const char* code;  // of publishing
    } cases[] = {
        {"reopened", told(passed(), {reopened}), Stage::Outdated, "message.act.not-now"},
        {"answered anew", told(passed(), {reopened, again}), Stage::Outdated,
         "message.publish.outdated"},
        {"answered anew before the review", told(proposed(), {reopened, again}), Stage::Outdated,
         "publication.not-reviewed"},
        {"written anew", told(passed(), {reopened, again, act(proposal(), third)}), Stage::Proposed,
         "message.act.not-now"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        CHECK(c.message.progress().stage == c.stage);
        CHECK(code(after(c.message, act(publish(), third))) == c.code);
    }
    CHECK(code(after(told(proposed(), {reopened, again}), act(review(3), third, "account/2"))) ==
          "message.review.outdated");
    // Whoever reviews what is written anew lets it out, with the day of its own answer.
    const Message anew =
        told(passed(), {reopened, again, act(proposal(), third), act(review(7), third, "account/2"),
                        act(publish(), third)});
    const auto letter = PublicLetter::of(anew, third);
    REQUIRE(letter);
    CHECK(letter->replied_on() == third);
    CHECK(!letter->is_outdated());
}

TEST_CASE("what is public and then taken up again says so until it is taken down") {
    const Date second = day("2026-03-03"), third = day("2026-03-04");
    const Message reopened = told(published(), {act(Reopen{}, second)});
    const Message answered = told(reopened, {act(reply(), third)});
    for (const Message& message : {reopened, answered}) {
        CHECK(message.progress().stage == Stage::PublicOutdated);
        const auto letter = PublicLetter::of(message, third);
        REQUIRE(letter);
        CHECK(letter->is_outdated());
        CHECK(letter->replied_on() == first);
    }
    CHECK(!PublicLetter::of(published(), third)->is_outdated());
    CHECK(code(after(answered, act(proposal(), third))) == "message.act.not-now");
    const Message gone = told(answered, {act(Withdraw{}, third)});
    CHECK(!PublicLetter::of(gone, third));
    CHECK(after(gone, act(proposal(), third)).ok());
}

TEST_CASE("what a program before let out with an old text is told as such") {
    // Recorded acts are not judged: reply, text, review, reopening, reply, publication.
    const Date second = day("2026-03-03");
    const Message before = told(passed(), {act(Reopen{}, second), act(reply(), second)});
    auto acts = before.acts();
    acts.push_back(act(publish(), second));
    const auto letter = PublicLetter::of(Message::recorded(key, acts), second);
    REQUIRE(letter);
    CHECK(letter->is_outdated());
    CHECK(letter->replied_on() == first);
}

TEST_CASE("what ever was a report stays unpublished under another name") {
    const Reclassify complaint{Matter::Complaint, false, true}, report{Matter::Report, false, true};
    const Message from_the_start = told(replied(Matter::Report), {act(complaint, first)});
    CHECK(code(after(from_the_start, act(proposal(), first))) == "message.publish.barred");
    const Message passed_before = told(passed(), {act(report, first), act(complaint, first)});
    CHECK(code(after(passed_before, act(publish(), first))) == "publication.barred");
    CHECK(claim(passed_before.progress()).bar == "曾经登记为举报，不公开。");
    // A slip that was put right is none.
    const Message slip = told(replied(), {act(report, first), act(Annul{{3}}, first)});
    CHECK(after(slip, act(proposal(), first)).ok());
}

TEST_CASE("putting a kind right makes nothing public by itself") {
    const Message hidden = told(published(), {act(Reclassify{Matter::Report, false, true}, first)});
    CHECK(code(after(hidden, act(Annul{{6}}, first))) == "message.annul.would-publish");
    const Message withdrawn = told(hidden, {act(Withdraw{}, first)});
    CHECK(code(after(withdrawn, act(Withdraw{}, first))) == "message.act.not-now");
    const Message right = told(withdrawn, {act(Annul{{6}}, first)});
    CHECK(right.progress().stage == Stage::Withdrawn);
    CHECK(!PublicLetter::of(right, first));
    CHECK(after(right, act(proposal(), first)).ok());
}

TEST_CASE("a rate is told with one decimal, and none where there is nothing to count by") {
    CHECK(rate(0, 0) == "无");
    CHECK(rate(0, 7) == "0.0%");
    CHECK(rate(1, 3) == "33.3%");
    CHECK(rate(2, 3) == "66.7%");
    CHECK(rate(125, 125) == "100.0%");
    CHECK(rate(2999, 3000) == "99.9%");  // not all of them
}
