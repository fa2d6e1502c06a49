#include "disclosure/document.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

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
    const Act submit = act(Submit{}, first);
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
    const Act revise = text<Revise>(first, content("乙", first));
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

// An act of each kind but Annul that is right in itself.
std::vector<Act> right_acts(const Case& each) {
    const Content other = content("丙", first);
    const bool indexed = !index_number(each.document).empty();
    return {text<Draft>(next_day, other),
            text<Edit>(next_day, other),
            act(Submit{}, next_day),
            review(next_day, each.text),
            publish(next_day, indexed ? "" : index),
            text<Revise>(next_day, other),
            withdraw(next_day),
            end<Repeal>(next_day, next_day),
            end<Expire>(next_day, next_day)};
}

}  // namespace

TEST_CASE("in every state, the acts of the table are allowed and no others") {
    // Written out from the articles, apart from the table of the program.
    using Kinds = std::set<std::string_view>;
    const std::map<Stage, Kinds> of_stage{
        {Stage::None, {"revise"}},
        {Stage::Draft, {"edit", "submit"}},
        {Stage::InReview, {"review"}},
        {Stage::AskedFor, {"review"}},
        {Stage::ToWork, {"edit"}},
        {Stage::NotPublic, {"edit", "submit"}},
        {Stage::Cleared, {"edit", "publish"}},
    };
    const std::map<Standing, Kinds> of_standing{
        {Standing::Unpublished, {}},
        {Standing::Public, {"withdraw", "repeal", "expire"}},
        {Standing::Withdrawn, {"repeal", "expire"}},
    };
    const auto all = in_every_state();
    REQUIRE(all.size() == 3 + 3 * 6);
    for (const Case& each : all) {
        CAPTURE(name(each.stage));
        CAPTURE(name(each.standing));
        const Progress now = each.document.progress();
        REQUIRE(now.stage == each.stage);
        REQUIRE(now.standing == each.standing);
        const bool annulled = each.standing == Standing::Annulled;
        Kinds lawful;
        if (!annulled) {
            lawful = of_stage.at(each.stage);
            lawful.insert(of_standing.at(each.standing).begin(),
                          of_standing.at(each.standing).end());
        }
        for (const Act& tried : right_acts(each)) {
            CAPTURE(kind_of(tried));
            const auto next = each.document.after(tried);
            CHECK((next.ok() ? "" : next.error().code) ==
                  (lawful.contains(kind_of(tried)) ? "" : "document.act.not-now"));
        }
        const auto& row = records::row_for<DocumentSubject, Annul>();
        CHECK(DocumentSubject::lawful(row.lawful_in, now) == !annulled);
    }
}

TEST_CASE("what the law has no place for is refused, and says why") {
    const Document document = drafted(draft_text, first);
    const Act submit = act(Submit{}, first);
    const auto after = [&](std::vector<Act> acts, const Act& last) {
        return code(told(document, acts).after(last));
    };
    CHECK(after({submit}, review(next_day, 0, Verdict::Public, writer)) == "document.review.own");
    // Whoever has edited it has written it too, and so has the one before him.
    const Act edited = text<Edit>(first, draft_text, "account/3");
    CHECK(after({edited, submit}, review(next_day, 1, Verdict::Public, "account/3")) ==
          "document.review.own");
    CHECK(after({edited, submit}, review(next_day, 1, Verdict::Public, writer)) ==
          "document.review.own");
    CHECK(after({edited, submit}, review(next_day, 0)) == "document.review.other-text");
    CHECK(after({edited, submit}, review(next_day, 1)) == "");
    Act unchecked = review(next_day, 0);
    conclusion_of(unchecked).secrecy_checked = false;
    CHECK(after({submit}, unchecked) == "document.review.secrecy");
    Act groundless = review(next_day, 0, Verdict::NotPublic);
    conclusion_of(groundless).ground = law::regulation("13.1");
    CHECK(after({submit}, groundless) == "document.review.ground");
    conclusion_of(groundless).ground.reset();
    CHECK(after({submit}, groundless) == "document.review.ground");
    Act wordless = review(next_day, 0, Verdict::AfterWork);
    conclusion_of(wordless).basis.clear();
    CHECK(after({submit}, wordless) == "document.review.basis");
    Act no_answer = review(next_day, 0);
    conclusion_of(no_answer).basis.clear();
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
    CHECK(after(shown, act(Withdraw{}, next_day)) == "document.withdraw.reason");
    CHECK(after(shown, end<Repeal>(next_day, day("2025-03-02"))) == "document.end.before-issued");
    shown.push_back(end<Expire>(first, next_day));
    CHECK(after(shown, end<Repeal>(next_day, next_day)) == "document.end.twice");
    Act itself = text<Edit>(next_day, draft_text);
    content_in(itself)->interprets = subject(key);
    CHECK(after({}, itself) == "document.interprets.itself");
}

TEST_CASE("what is said to be published before it was formed is refused") {
    Act late = text<Draft>(first, draft_text);
    late.recorded_on = next_day;
    content_in(late)->formed_on = next_day;
    const auto document = Document::begin(key, late);
    REQUIRE(document.ok());
    const Document cleared = told(document.value(), {act(Submit{}, first), review(first, 0)});
    CHECK(code(cleared.after(publish(first, index))) == "document.publish.before-formed");
    CHECK(code(cleared.after(publish(next_day, index))) == "");
}

TEST_CASE("a published text stays public until the next one is published") {
    Document document = published(draft_text, first);
    const auto shown = [&] {
        const Progress now = document.progress();
        return content_of(document, now.revisions.at(std::size_t(now.shown))).title;
    };
    document = told(document, {text<Revise>(next_day, content("乙", next_day)),
                               act(Submit{}, next_day), review(next_day, 4)});
    CHECK(shown() == "关于甲的通知");
    CHECK(code(document.after(publish(next_day, index))) == "document.index.twice");
    document = told(document, {publish(next_day)});
    CHECK(shown() == "关于乙的通知");
    CHECK(document.progress().revisions.size() == 2);
    CHECK(content_of(document, document.progress().revisions[0]).title == "关于甲的通知");
    CHECK(index_number(document) == index);
    CHECK(document.progress().first_published_on == first);
    CHECK(document.progress(first).revisions.size() == 1);
}

TEST_CASE("what was cleared is reviewed again after an edit and after a withdrawal") {
    const Document cleared =
        told(drafted(draft_text, first), {act(Submit{}, first), review(first, 0)});
    const Document edited = told(cleared, {text<Edit>(next_day, content("乙", first))});
    CHECK(code(edited.after(publish(next_day, index))) == "document.act.not-now");
    const Document next = told(published(draft_text, first),
                               {text<Revise>(next_day, content("乙", next_day)),
                                act(Submit{}, next_day), review(next_day, 4), withdraw(next_day)});
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
    CHECK(code(unpublished.after(annul(next_day, 3))) == "document.annul.twice");
    CHECK(code(unpublished.after(annul(next_day, 4))) == "document.annul.which");
    // The index number was seen by the public and stays with the document.
    CHECK(index_number(unpublished) == index);
    CHECK(code(unpublished.after(publish(next_day, index))) == "document.index.twice");
    CHECK(told(unpublished, {publish(next_day)}).progress().first_published_on == next_day);

    const Document gone = told(shown, {withdraw(next_day)});
    CHECK(code(gone.after(annul(next_day, 4))) == "document.annul.shows");
    CHECK(told(gone, {annul(next_day, 0)}).progress().standing == Standing::Annulled);

    const Document revised =
        told(shown, {text<Revise>(next_day, content("乙", next_day)), act(Submit{}, next_day),
                     review(next_day, 4), publish(next_day)});
    CHECK(code(revised.after(annul(next_day, 7))) == "document.annul.shows");
    const Document edited =
        told(drafted(draft_text, first), {text<Edit>(first, content("乙", first))});
    CHECK(code(edited.after(annul(next_day, 1))) == "document.annul.edit");
    const Document ended = told(shown, {end<Repeal>(next_day, next_day)});
    CHECK_FALSE(told(ended, {annul(next_day, 4)}).progress().ending);
}

TEST_CASE("what is annulled hides nothing of the days before") {
    const Date late = day("2025-03-10");
    const Document document = told(published(draft_text, first),
                                   {end<Repeal>(late, late), annul(late, 4), withdraw(next_day)});
    CHECK(document.progress(next_day).standing == Standing::Withdrawn);
}
