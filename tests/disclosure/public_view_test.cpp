#include "disclosure/public_view.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

#include "disclosure/record.h"
#include "documents_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::publication;
using gongkai::testing::day;

namespace {

const Date first = day("2025-03-03");

class Kept : public Contents {
public:
    Result<std::string> put(std::string_view bytes) override {
        return all_[sha256(bytes)] = bytes, sha256(bytes);
    }
    std::optional<std::string> get(std::string_view digest) const override {
        const auto it = all_.find(std::string(digest));
        return it == all_.end() ? std::nullopt : std::optional(it->second);
    }

private:
    std::map<std::string, std::string> all_;
};

// Everything that a view lets out, in one text.
std::string shown(const PublicView& it) {
    std::string all = it.index_number() + it.title() + it.abstract() + it.document_number() +
                      it.source() + it.interprets() + it.audience() + it.body_digest() +
                      it.validity();
    for (const std::string& word : it.keywords())
        all += word;
    for (const Attachment& file : it.attachments())
        all += file.file_name + file.digest;
    return all;
}

Content marked(int act, Date formed) {
    const std::string mark = "canary" + std::to_string(act) + ";";
    Content it = content(mark, formed, Kind(*rc::gen::inRange(0, kinds)));
    it.attachments = {{mark, "text/plain", 1, sha256(mark + "file")}};
    it.source = it.audience = it.interprets = mark;
    return it;
}

// An act of a kind with particulars that may or may not fit.
Act any_act(ActKind kind, Date on, const Document& document) {
    const int index = int(document.acts().size());
    Act it = with_words(act(kind, on, "account/" + std::to_string(*rc::gen::inRange(1, 4))));
    if (has_content(kind)) it.content = marked(index, on);
    it.refers_to = *rc::gen::inRange(0, index);
    it.ends_on = on + std::chrono::days{*rc::gen::inRange(-3, 20)};
    if (kind != ActKind::Repeal && kind != ActKind::Expire) it.ends_on.reset();
    if (kind == ActKind::Review) {
        it.refers_to = document.progress().revisions.back().text;
        it.review = review(on, 0, Verdict(*rc::gen::inRange(0, 8) % verdicts)).review;
        if (*rc::gen::inRange(0, 3) != 0) it.review = review(on, 0).review;
    }
    if (kind == ActKind::Publish && document.index_number().empty())
        it.index_number = "X/" + iso(on).substr(0, 4) + "-00001";
    if (kind != ActKind::Review && kind != ActKind::Annul) it.refers_to.reset();
    return it;
}

// A document with whatever may happen to it, in lawful order.
Document any_history(int most_acts = 25) {
    Date on = first;
    Document it = Document::begin(key, text(ActKind::Draft, on, marked(0, on))).value();
    for (int i = *rc::gen::inRange(0, most_acts + 1); i > 0; --i) {
        on += std::chrono::days{*rc::gen::inRange(0, 10)};
        for (int tries = 0; tries < 8; ++tries) {  // since most kinds do not fit the state
            const auto kind = ActKind(*rc::gen::inRange(1, act_kinds));
            if (kind == ActKind::Annul && *rc::gen::inRange(0, 3) != 0) continue;
            auto next = it.after(any_act(kind, on, it));
            if (!next.ok()) continue;
            it = std::move(next.value());
            break;
        }
    }
    return it;
}

// Whether the text of an act was reviewed as public by somebody else and then published, none of
// this annulled: written again from the acts alone.
bool was_published(const Document& document, int text) {
    bool cleared = false, submitted = false, written = false;
    const auto& acts = document.acts();
    for (int i = text; i < int(acts.size()); ++i) {
        const Act& act = acts[std::size_t(i)];
        if (document.is_annulled(i) || act.kind == ActKind::Annul) continue;
        if (has_content(act.kind) && written) return false;  // edited or revised first
        written = true;
        if (act.kind == ActKind::Submit) submitted = true;
        if (act.kind == ActKind::Review)
            cleared = submitted && act.refers_to == text && act.by != acts[std::size_t(text)].by &&
                      act.review.verdict == Verdict::Public && act.review.secrecy_checked;
        if (act.kind == ActKind::Publish) return cleared;
    }
    return false;
}

}  // namespace

TEST_CASE("the public sees what is published and nothing else") {
    const Document draft = drafted(content("甲", first), first);
    const Date later = day("2025-03-10");
    CHECK_FALSE(PublicView::of(draft, later));
    CHECK_FALSE(
        PublicView::of(told(draft, {act(ActKind::Submit, first), review(first, 0)}), later));
    const Document it = published(content("甲", first), day("2025-03-05"));
    CHECK_FALSE(PublicView::of(it, day("2025-03-04")));
    const auto view = PublicView::of(it, day("2025-03-05"));
    REQUIRE(view);
    CHECK(view->index_number() == "11330302MB1234567X/2025-00001");
    CHECK(view->title() == "关于甲的通知");
    CHECK(view->abstract() == "甲的内容概述");
    CHECK(view->formed_on() == first);
    CHECK(view->published_on() == day("2025-03-05"));
    CHECK(view->validity() == "");
    CHECK_FALSE(PublicView::of(told(it, {withdraw(later)}), later));
    CHECK(PublicView::of(told(it, {withdraw(later)}), day("2025-03-09")));
}

TEST_CASE("a normative document says whether it is in force") {
    const Document it = published(content("甲", first, Kind::NormativeDocument), first);
    const Date on = day("2025-03-10"), ends = day("2025-03-20");
    CHECK(PublicView::of(it, on)->validity() == "现行有效");
    const Document ended = told(it, {end(ActKind::Repeal, on, ends)});
    CHECK(PublicView::of(ended, on)->validity() == "将于2025年3月20日废止");
    CHECK(PublicView::of(ended, ends)->validity() == "已于2025年3月20日废止");
}

TEST_CASE("texts and attachments are given out by what is public alone") {
    Kept contents;
    Content what = content("甲", first);
    what.body_digest = contents.put("正文").value();
    what.attachments = {{"a.txt", "text/plain", 6, contents.put("附件").value()}};
    const auto view = PublicView::of(published(what, first), first).value();
    CHECK(view.body(contents) == "正文");
    CHECK(view.attachment("a.txt", contents).value() == "附件");
    CHECK(view.attachment("b.txt", contents).error().code == "document.attachment.unknown");
    const Kept empty;
    CHECK_THROWS_AS((void)view.body(empty), std::runtime_error);
}

TEST_CASE("in any history the public sees at most one text, reviewed by another and published") {
    int seen = 0, hidden = 0;
    CHECK(rc::check([&] {
        const Document it = any_history();
        const Date today = it.acts().back().on;
        const Progress now = it.progress(today);
        const auto view = PublicView::of(it, today);
        RC_ASSERT(view.has_value() == (now.standing == Standing::Public));
        if (!view) return;
        ++seen;
        const std::string all = shown(*view);
        int found = 0;
        for (int i = 0; i < int(it.acts().size()); ++i) {
            if (!has_content(it.acts()[std::size_t(i)].kind)) continue;
            const std::string mark = "canary" + std::to_string(i) + ";";
            const bool shows = all.find(mark) != std::string::npos ||
                               all.find(sha256(mark)) != std::string::npos ||
                               all.find(sha256(mark + "file")) != std::string::npos;
            if (!shows) ++hidden;
            if (!shows) continue;
            ++found;
            RC_ASSERT(was_published(it, i));
        }
        RC_ASSERT(found == 1);
    }));
    CHECK(seen > 0);
    CHECK(hidden > 0);
}

TEST_CASE("what was withdrawn comes back through a new review and publication alone") {
    CHECK(rc::check([] {
        Document it = any_history();
        const Date on = it.acts().back().on;
        if (!PublicView::of(it, on)) return;
        it = told(it, {withdraw(on)});
        RC_ASSERT(!PublicView::of(it, on));
        const std::size_t before = it.acts().size();
        for (int i = 0; i < 12; ++i) {
            const auto next = it.after(any_act(ActKind(*rc::gen::inRange(1, act_kinds)), on, it));
            if (next.ok()) it = next.value();
        }
        bool reviewed = false, published_again = false;
        for (std::size_t i = before; i < it.acts().size(); ++i) {
            reviewed = reviewed || it.acts()[i].kind == ActKind::Review;
            published_again = published_again || it.acts()[i].kind == ActKind::Publish;
        }
        if (PublicView::of(it, on)) RC_ASSERT(reviewed && published_again);
    }));
}

TEST_CASE("an annulment never shows what was not shown") {
    CHECK(rc::check([] {
        const Document it = any_history();
        const Date on = it.acts().back().on;
        const auto before = PublicView::of(it, on);
        for (int i = 0; i < int(it.acts().size()); ++i) {
            const auto next = it.after(annul(on, i));
            if (!next.ok()) continue;
            const auto after = PublicView::of(next.value(), on);
            if (after) RC_ASSERT(before && after->body_digest() == before->body_digest());
        }
    }));
}

TEST_CASE("every lawful history is kept and read back as it was") {
    CHECK(rc::check([] {
        const Document it = any_history();
        std::vector<Act> acts;
        for (const Act& act : it.acts()) {
            auto back =
                act_of(act.kind, journal::parse_canonical(journal::canonical(record(act))).value());
            RC_ASSERT(back.ok());
            back.value().by = act.by;
            RC_ASSERT(back.value() == act);
            acts.push_back(back.value());
        }
        const Progress was = it.progress(), is = Document::recorded(key, acts).progress();
        RC_ASSERT(is.stage == was.stage);
        RC_ASSERT(is.standing == was.standing);
    }));
}
