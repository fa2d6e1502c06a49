#include "disclosure/document.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "disclosure/document_transition.h"
#include "documents_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::publication;
using gongkai::testing::day;

namespace {

const Date first = day("2025-03-03"), next_day = day("2025-03-04");
const Content draft_text = content("甲", first);
constexpr const char* index = "11330302MB1234567X/2025-00001";

template <class T>
std::string code(const Result<T>& result) {
    return result.ok() ? "" : result.error().code;
}

// Acts that bring a text in preparation to each stage; `from` is the act with the text.
std::vector<std::pair<Stage, std::vector<Act>>> ways(int from) {
    const Act submit = act(ActKind::Submit, first);
    return {
        {Stage::Draft, {}},
        {Stage::InReview, {submit}},
        {Stage::AskedFor, {submit, review(first, from, Verdict::AskOthers)}},
        {Stage::ToWork, {submit, review(first, from, Verdict::AfterWork)}},
        {Stage::NotPublic, {submit, review(first, from, Verdict::NotPublic)}},
        {Stage::Cleared, {submit, review(first, from)}},
    };
}

struct Case {
    Stage stage;
    Standing standing;
    Document document;
    int text;  // the act with the text in preparation, -1 for none
};

// A document in each state that there is.
std::vector<Case> in_every_state() {
    const Document unpublished = drafted(draft_text, first), shown = published(draft_text, first);
    const Document gone = told(shown, {withdraw(first)});
    std::vector<Case> all{
        {Stage::None, Standing::Public, shown, -1},
        {Stage::None, Standing::Withdrawn, gone, -1},
        {Stage::None, Standing::Annulled, told(unpublished, {annul(first, 0)}), -1}};
    const Act revise = text(ActKind::Revise, first, content("乙", first));
    for (const auto& [stage, acts] : ways(0))
        all.push_back({stage, Standing::Unpublished, told(unpublished, acts), 0});
    for (const auto& [standing, base] :
         {std::pair(Standing::Public, shown), std::pair(Standing::Withdrawn, gone)}) {
        const int at = int(base.acts().size());
        for (const auto& [stage, acts] : ways(at))
            all.push_back({stage, standing, told(told(base, {revise}), acts), at});
    }
    return all;
}

// An act of each kind that is right in itself.
Act right(ActKind kind, const Case& it) {
    switch (kind) {
        case ActKind::Draft:
        case ActKind::Edit:
        case ActKind::Revise: return text(kind, next_day, content("丙", first));
        case ActKind::Review: return review(next_day, it.text);
        case ActKind::Publish:
            return publish(next_day, it.document.index_number().empty() ? index : "");
        case ActKind::Repeal:
        case ActKind::Expire: return end(kind, next_day, next_day);
        default: return with_words(act(kind, next_day));
    }
}

}  // namespace

TEST_CASE("in every state, the acts of the table are allowed and no others") {
    // Written out from the articles, apart from the table of the program.
    using enum ActKind;
    const std::map<Stage, std::set<ActKind>> of_stage{
        {Stage::None, {Revise}},           {Stage::Draft, {Edit, Submit}},
        {Stage::InReview, {Review}},       {Stage::AskedFor, {Review}},
        {Stage::ToWork, {Edit}},           {Stage::NotPublic, {Edit, Submit}},
        {Stage::Cleared, {Edit, Publish}},
    };
    const std::map<Standing, std::set<ActKind>> of_standing{
        {Standing::Unpublished, {}},
        {Standing::Public, {Withdraw, Repeal, Expire}},
        {Standing::Withdrawn, {Repeal, Expire}},
    };
    const auto all = in_every_state();
    REQUIRE(all.size() == 3 + 3 * 6);
    for (const Case& it : all) {
        CAPTURE(name(it.stage));
        CAPTURE(name(it.standing));
        REQUIRE(it.document.progress().stage == it.stage);
        REQUIRE(it.document.progress().standing == it.standing);
        std::set<ActKind> lawful;
        if (it.standing != Standing::Annulled) {
            lawful = of_stage.at(it.stage);
            lawful.insert(of_standing.at(it.standing).begin(), of_standing.at(it.standing).end());
        }
        for (int kind = 0; kind < int(Annul); ++kind) {
            CAPTURE(name(ActKind(kind)));
            const auto next = it.document.after(right(ActKind(kind), it));
            CHECK((next.ok() ? "" : next.error().code) ==
                  (lawful.contains(ActKind(kind)) ? "" : "document.act.not-now"));
        }
        const bool known = transition(Annul).lawful_in(it.stage, it.standing);
        CHECK(known == (it.standing != Standing::Annulled));
    }
}

TEST_CASE("what the law has no place for is refused, and says why") {
    const Document it = drafted(draft_text, first);
    const Act submit = act(ActKind::Submit, first);
    const auto after = [&](std::vector<Act> acts, const Act& last) {
        return code(told(it, acts).after(last));
    };
    CHECK(after({submit}, review(next_day, 0, Verdict::Public, writer)) == "document.review.own");
    // Whoever has edited it has written it too, and so has the one before him.
    const Act edited = text(ActKind::Edit, first, draft_text, "account/3");
    CHECK(after({edited, submit}, review(next_day, 1, Verdict::Public, "account/3")) ==
          "document.review.own");
    CHECK(after({edited, submit}, review(next_day, 1, Verdict::Public, writer)) ==
          "document.review.own");
    CHECK(after({edited, submit}, review(next_day, 0)) == "document.review.other-text");
    CHECK(after({edited, submit}, review(next_day, 1)) == "");
    Act unchecked = review(next_day, 0);
    unchecked.review.secrecy_checked = false;
    CHECK(after({submit}, unchecked) == "document.review.secrecy");
    Act groundless = review(next_day, 0, Verdict::NotPublic);
    groundless.review.ground = law::regulation("13.1");
    CHECK(after({submit}, groundless) == "document.review.ground");
    groundless.review.ground.reset();
    CHECK(after({submit}, groundless) == "document.review.ground");
    Act wordless = review(next_day, 0, Verdict::AfterWork);
    wordless.review.basis.clear();
    CHECK(after({submit}, wordless) == "document.review.basis");
    Act no_answer = review(next_day, 0);
    no_answer.review.basis.clear();
    CHECK(after({submit, review(first, 0, Verdict::AskOthers)}, no_answer) ==
          "document.review.answer");
    const std::vector<Act> cleared{submit, review(first, 0)};
    CHECK(after(cleared, publish(next_day)) == "document.index.form");
    CHECK(after(cleared, publish(next_day, "11330302MB1234567X/2024-00001")) ==
          "document.index.year");
    CHECK(after(cleared, publish(next_day, index)) == "");
    CHECK(after({submit}, publish(next_day, index)) == "document.act.not-now");
    CHECK(after(cleared, publish(day("2025-03-02"), index)) == "document.act.out-of-order");
    Act tomorrow = publish(next_day, index);
    tomorrow.recorded_on = first;
    CHECK(after(cleared, tomorrow) == "document.act.future");
    std::vector<Act> shown = cleared;
    shown.push_back(publish(first, index));
    CHECK(after(shown, act(ActKind::Withdraw, next_day)) == "document.withdraw.reason");
    CHECK(after(shown, act(ActKind::Repeal, next_day)) == "document.end.day");
    CHECK(after(shown, end(ActKind::Repeal, next_day, day("2025-03-02"))) ==
          "document.end.before-issued");
    shown.push_back(end(ActKind::Expire, first, next_day));
    CHECK(after(shown, end(ActKind::Repeal, next_day, next_day)) == "document.end.twice");
    Act itself = text(ActKind::Edit, next_day, draft_text);
    itself.content.interprets = subject(key);
    CHECK(after({}, itself) == "document.interprets.itself");
}

TEST_CASE("what is said to be published before it was formed is refused") {
    Act late = text(ActKind::Draft, first, draft_text);
    late.recorded_on = next_day;
    late.content.formed_on = next_day;
    const auto it = Document::begin(key, late);
    REQUIRE(it.ok());
    const Document cleared = told(it.value(), {act(ActKind::Submit, first), review(first, 0)});
    CHECK(code(cleared.after(publish(first, index))) == "document.publish.before-formed");
    CHECK(code(cleared.after(publish(next_day, index))) == "");
}

TEST_CASE("a published text stays public until the next one is published") {
    Document it = published(draft_text, first);
    const auto shown = [&] {
        const Progress now = it.progress();
        return it.content(now.revisions.at(std::size_t(now.shown))).title;
    };
    it = told(it, {text(ActKind::Revise, next_day, content("乙", next_day)),
                   act(ActKind::Submit, next_day), review(next_day, 4)});
    CHECK(shown() == "关于甲的通知");
    CHECK(code(it.after(publish(next_day, index))) == "document.index.twice");
    it = told(it, {publish(next_day)});
    CHECK(shown() == "关于乙的通知");
    CHECK(it.progress().revisions.size() == 2);
    CHECK(it.content(it.progress().revisions[0]).title == "关于甲的通知");
    CHECK(it.index_number() == index);
    CHECK(it.progress().first_published_on == first);
    CHECK(it.progress(first).revisions.size() == 1);
}

TEST_CASE("what was cleared is reviewed again after an edit and after a withdrawal") {
    const Document cleared =
        told(drafted(draft_text, first), {act(ActKind::Submit, first), review(first, 0)});
    const Document edited = told(cleared, {text(ActKind::Edit, next_day, content("乙", first))});
    CHECK(code(edited.after(publish(next_day, index))) == "document.act.not-now");
    const Document next =
        told(published(draft_text, first),
             {text(ActKind::Revise, next_day, content("乙", next_day)),
              act(ActKind::Submit, next_day), review(next_day, 4), withdraw(next_day)});
    CHECK(next.progress().stage == Stage::Draft);
    CHECK(next.progress().shown == -1);
}

TEST_CASE("a wrong entry is annulled unless others rest on it or something would be shown") {
    const Document shown = published(draft_text, first);
    CHECK(code(shown.after(annul(next_day, 0))) == "document.annul.public");
    CHECK(code(shown.after(annul(next_day, 2))) == "document.annul.others-rest-on-it");
    Act silent = annul(next_day, 3);
    silent.words = {};
    CHECK(code(shown.after(silent)) == "document.annul.reason");
    CHECK(code(shown.after(annul(next_day, 9))) == "document.annul.which");

    const Document unpublished = told(shown, {annul(next_day, 3)});
    CHECK(unpublished.progress().standing == Standing::Unpublished);
    CHECK(unpublished.progress().stage == Stage::Cleared);
    CHECK(code(unpublished.after(annul(next_day, 3))) == "document.annul.which");
    CHECK(code(unpublished.after(annul(next_day, 4))) == "document.annul.which");
    // The index number was seen by the public and stays with the document.
    CHECK(unpublished.index_number() == index);
    CHECK(code(unpublished.after(publish(next_day, index))) == "document.index.twice");
    CHECK(told(unpublished, {publish(next_day)}).progress().first_published_on == next_day);

    const Document gone = told(shown, {withdraw(next_day)});
    CHECK(code(gone.after(annul(next_day, 4))) == "document.annul.shows");
    CHECK(told(gone, {annul(next_day, 0)}).progress().standing == Standing::Annulled);

    const Document revised =
        told(shown, {text(ActKind::Revise, next_day, content("乙", next_day)),
                     act(ActKind::Submit, next_day), review(next_day, 4), publish(next_day)});
    CHECK(code(revised.after(annul(next_day, 7))) == "document.annul.shows");
    const Document edited =
        told(drafted(draft_text, first), {text(ActKind::Edit, first, content("乙", first))});
    CHECK(code(edited.after(annul(next_day, 1))) == "document.annul.edit");
    const Document ended = told(shown, {end(ActKind::Repeal, next_day, next_day)});
    CHECK_FALSE(told(ended, {annul(next_day, 4)}).progress().ending);
}

TEST_CASE("what is annulled hides nothing of the days before") {
    const Date late = day("2025-03-10");
    const Document it = told(published(draft_text, first), {end(ActKind::Repeal, late, late),
                                                            annul(late, 4), withdraw(next_day)});
    CHECK(it.progress(next_day).standing == Standing::Withdrawn);
}
