#include "disclosure/public_view.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

#include "documents_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::publication;
using gongkai::testing::day;

namespace {

const Date first = day("2025-03-03");

class Kept : public Contents {
public:
    Result<std::string> keep(std::int64_t, ByteSource& bytes) override {
        const std::string all = bytes.read(0, bytes.size());
        return all_[sha256(all)] = all, sha256(all);
    }
    std::optional<std::string> get(std::int64_t, std::string_view digest) const override {
        const auto document = all_.find(std::string(digest));
        return document == all_.end() ? std::nullopt : std::optional(document->second);
    }

    std::unique_ptr<ByteSource> open(std::int64_t region, std::string_view digest) const override {
        class Text : public ByteSource {
        public:
            explicit Text(std::string bytes) : bytes_(std::move(bytes)) {}
            std::uint64_t size() const override { return bytes_.size(); }
            std::string read(std::uint64_t from, std::size_t most) override {
                return bytes_.substr(std::min<std::size_t>(from, bytes_.size()), most);
            }

        private:
            const std::string bytes_;
        };
        auto bytes = get(region, digest);
        return bytes ? std::make_unique<Text>(std::move(*bytes)) : nullptr;
    }

private:
    std::map<std::string, std::string> all_;
};

// Everything that a view lets out, in one text.
std::string shown(const PublicView& document) {
    std::string all = document.index_number() + document.title() + document.abstract() +
                      document.document_number() + document.source() + document.interprets() +
                      document.audience() + document.body_digest() + document.validity();
    for (const std::string& word : document.keywords())
        all += word;
    for (const Attachment& file : document.attachments())
        all += file.file_name + file.bytes.digest;
    return all;
}

Content marked(int act, Date formed) {
    const std::string mark = "canary" + std::to_string(act) + ";";
    Content document =
        content(mark, formed, Kind(*rc::gen::inRange<std::size_t>(0, count_of<Kind>)));
    document.attachments = {{mark, "text/plain", 1, {"", sha256(mark + "file")}}};
    document.source = document.audience = document.interprets = mark;
    return document;
}

constexpr std::size_t kinds = std::variant_size_v<DocumentKinds>;

Verdict any_verdict() {
    if (*rc::gen::inRange(0, 3) != 0) return Verdict::Public;
    return Verdict(*rc::gen::inRange<std::size_t>(0, count_of<Verdict>));
}

// What is given with an act: it may or may not fit.
struct Given {
    const Document& document;
    Date on;

    int index() const { return int(document.acts().size()); }
    Date any_end() const { return on + std::chrono::days{*rc::gen::inRange(-3, 20)}; }

    void operator()(Draft& made) const { made.content = marked(index(), on); }
    void operator()(Edit& made) const { made.content = marked(index(), on); }
    void operator()(Submit&) const {}
    void operator()(Review& made) const {
        made = std::get<Review>(
            review(on, document.progress().revisions.back().text, any_verdict()).what);
    }
    void operator()(Publish& made) const {
        if (index_number(document).empty())
            made.index_number = "X/" + iso(on).substr(0, 4) + "-00001";
    }
    void operator()(Revise& made) const { made.content = marked(index(), on); }
    void operator()(Withdraw&) const {}
    void operator()(Repeal& made) const { made.ends_on = any_end(); }
    void operator()(Expire& made) const { made.ends_on = any_end(); }
    void operator()(Annul& made) const { made.refers_to = {*rc::gen::inRange(0, index())}; }
};

Act any_act(std::size_t kind, Date on, const Document& document) {
    Act made = with_words(act(Submit{}, on, "account/" + std::to_string(*rc::gen::inRange(1, 4))));
    records::emplace(made.what, kind);
    std::visit(Given{document, on}, made.what);
    return made;
}

// A document with whatever may happen to it, in lawful order.
Document any_history(int most_acts = 25) {
    Date on = first;
    Document document = Document::begin(key, text<Draft>(on, marked(0, on))).value();
    for (int i = *rc::gen::inRange(0, most_acts + 1); i > 0; --i) {
        on += std::chrono::days{*rc::gen::inRange(0, 10)};
        for (int tries = 0; tries < 8; ++tries) {  // since most kinds do not fit the state
            const auto kind = *rc::gen::inRange<std::size_t>(1, kinds);
            if (kind == kinds - 1 && *rc::gen::inRange(0, 3) != 0) continue;  // an annulment
            auto next = document.after(any_act(kind, on, document));
            if (!next.ok()) continue;
            document = std::move(next.value());
            break;
        }
    }
    return document;
}

// Whether the text of an act was reviewed as public by somebody else and then published, none of
// this annulled: written again from the acts alone.
bool was_published(const Document& document, int text) {
    bool cleared = false, submitted = false, written = false;
    const auto& acts = document.acts();
    for (int i = text; i < int(acts.size()); ++i) {
        const Act& act = acts[std::size_t(i)];
        if (document.is_annulled(i) || act.is<Annul>()) continue;
        if (content_in(act) && written) return false;  // edited or revised first
        written = true;
        if (act.is<Submit>()) submitted = true;
        if (const auto* review = act.as<Review>())
            cleared = submitted && review->refers_to.act == text &&
                      act.by != acts[std::size_t(text)].by &&
                      review->conclusion.verdict == Verdict::Public &&
                      review->conclusion.secrecy_checked;
        if (act.is<Publish>()) return cleared;
    }
    return false;
}

}  // namespace

TEST_CASE("the public sees what is published and nothing else") {
    const Document draft = drafted(content("甲", first), first);
    const Date later = day("2025-03-10");
    CHECK_FALSE(PublicView::of(draft, later));
    CHECK_FALSE(PublicView::of(told(draft, {act(Submit{}, first), review(first, 0)}), later));
    const Document document = published(content("甲", first), day("2025-03-05"));
    CHECK_FALSE(PublicView::of(document, day("2025-03-04")));
    const auto view = PublicView::of(document, day("2025-03-05"));
    REQUIRE(view);
    CHECK(view->index_number() == "11330302MB1234567X/2025-00001");
    CHECK(view->title() == "关于甲的通知");
    CHECK(view->abstract() == "甲的内容概述");
    CHECK(view->formed_on() == first);
    CHECK(view->published_on() == day("2025-03-05"));
    CHECK(view->validity() == "");
    CHECK_FALSE(PublicView::of(told(document, {withdraw(later)}), later));
    CHECK(PublicView::of(told(document, {withdraw(later)}), day("2025-03-09")));
}

TEST_CASE("a normative document says whether it is in force") {
    const Document document = published(content("甲", first, Kind::NormativeDocument), first);
    const Date on = day("2025-03-10"), ends = day("2025-03-20");
    CHECK(PublicView::of(document, on)->validity() == "现行有效");
    const Document ended = told(document, {end<Repeal>(on, ends)});
    CHECK(PublicView::of(ended, on)->validity() == "将于2025年3月20日废止");
    CHECK(PublicView::of(ended, ends)->validity() == "已于2025年3月20日废止");
}

TEST_CASE("texts and attachments are given out by what is public alone") {
    Kept contents;
    Content what = content("甲", first);
    what.body.digest = contents.put(330302, "正文").value();
    what.attachments = {{"a.txt", "text/plain", 6, {"", contents.put(330302, "附件").value()}}};
    const auto view = PublicView::of(published(what, first), first).value();
    CHECK(view.body(contents) == "正文");
    const auto file = view.attachment("a.txt", contents).value();
    CHECK(file.bytes->read(0, file.bytes->size()) == "附件");
    CHECK(view.attachment("b.txt", contents).error().code == "document.attachment.unknown");
    const Kept empty;
    CHECK_THROWS_AS((void)view.body(empty), std::runtime_error);
}

TEST_CASE("in any history the public sees at most one text, reviewed by another and published") {
    int seen = 0, hidden = 0;
    CHECK(rc::check([&] {
        const Document document = any_history();
        const Date today = document.acts().back().on;
        const Progress now = document.progress(today);
        const auto view = PublicView::of(document, today);
        RC_ASSERT(view.has_value() == (now.standing == Standing::Public));
        if (!view) return;
        ++seen;
        const std::string all = shown(*view);
        int found = 0;
        for (int i = 0; i < int(document.acts().size()); ++i) {
            if (!content_in(document.acts()[std::size_t(i)])) continue;
            const std::string mark = "canary" + std::to_string(i) + ";";
            const bool shows = all.find(mark) != std::string::npos ||
                               all.find(sha256(mark)) != std::string::npos ||
                               all.find(sha256(mark + "file")) != std::string::npos;
            if (!shows) ++hidden;
            if (!shows) continue;
            ++found;
            RC_ASSERT(was_published(document, i));
        }
        RC_ASSERT(found == 1);
    }));
    CHECK(seen > 0);
    CHECK(hidden > 0);
}

TEST_CASE("what was withdrawn comes back through a new review and publication alone") {
    CHECK(rc::check([] {
        Document document = any_history();
        const Date on = document.acts().back().on;
        if (!PublicView::of(document, on)) return;
        document = told(document, {withdraw(on)});
        RC_ASSERT(!PublicView::of(document, on));
        const std::size_t before = document.acts().size();
        for (int i = 0; i < 12; ++i) {
            const auto next =
                document.after(any_act(*rc::gen::inRange<std::size_t>(1, kinds), on, document));
            if (next.ok()) document = next.value();
        }
        bool reviewed = false, published_again = false;
        for (std::size_t i = before; i < document.acts().size(); ++i) {
            reviewed = reviewed || document.acts()[i].is<Review>();
            published_again = published_again || document.acts()[i].is<Publish>();
        }
        if (PublicView::of(document, on)) RC_ASSERT(reviewed && published_again);
    }));
}

TEST_CASE("an annulment never shows what was not shown") {
    CHECK(rc::check([] {
        const Document document = any_history();
        const Date on = document.acts().back().on;
        const auto before = PublicView::of(document, on);
        for (int i = 0; i < int(document.acts().size()); ++i) {
            const auto next = document.after(annul(on, i));
            if (!next.ok()) continue;
            const auto after = PublicView::of(next.value(), on);
            if (after) RC_ASSERT(before && after->body_digest() == before->body_digest());
        }
    }));
}

TEST_CASE("every lawful history is kept and read back as it was") {
    CHECK(rc::check([] {
        const Document document = any_history();
        std::vector<Act> acts;
        for (const Act& act : document.acts()) {
            const auto bytes = journal::canonical(records::record<DocumentSubject>(act));
            auto back = records::act_of<DocumentSubject>(records::entry_kind<DocumentSubject>(act),
                                                         journal::parse_canonical(bytes).value());
            RC_ASSERT(back.ok());
            back.value().by = act.by;
            RC_ASSERT(back.value() == act);
            acts.push_back(back.value());
        }
        const Progress was = document.progress(), is = Document::recorded(key, acts).progress();
        RC_ASSERT(is.stage == was.stage);
        RC_ASSERT(is.standing == was.standing);
    }));
}
