#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../requests/calendar_for_tests.h"
#include "base/digest.h"
#include "disclosure/document.h"

namespace gongkai::testing::publication {

using namespace disclosure;

inline const DocumentKey key{{330302, 7}, "2025-0001"};
inline constexpr std::string_view writer = "account/1", reviewer = "account/2";

// A text whose title, words and digest all carry the mark.
inline Content content(std::string_view mark, Date formed, Kind kind = Kind::Information) {
    Content it;
    it.title = "关于" + std::string(mark) + "的通知";
    it.abstract = std::string(mark) + "的内容概述";
    it.kind = kind;
    it.subject_class = {7};
    it.formed_on = formed;
    it.keywords = {std::string(mark)};
    it.source = "财政局";
    it.body_digest = sha256(mark);
    it.channels = {Channel::Website};
    if (is_normative(kind)) {
        it.document_number = "茶政发〔2025〕3号";
        it.issued_on = formed;
    }
    return it;
}

inline Act act(ActKind kind, Date on, std::string_view by = writer) {
    Act it;
    it.kind = kind;
    it.on = it.recorded_on = on;
    it.by = by;
    return it;
}

inline Act text(ActKind kind, Date on, const Content& what, std::string_view by = writer) {
    Act it = act(kind, on, by);
    it.content = what;
    return it;
}

inline Act review(Date on, int of, Verdict verdict = Verdict::Public,
                  std::string_view by = reviewer) {
    Act it = act(ActKind::Review, on, by);
    it.refers_to = of;
    it.review.verdict = verdict;
    it.review.secrecy_checked = true;
    it.review.basis = "含有内部工作流程";
    if (verdict == Verdict::AfterWork || verdict == Verdict::NotPublic)
        it.review.ground = law::regulation("16.1");
    return it;
}

inline Act publish(Date on, std::string_view index = "") {
    Act it = act(ActKind::Publish, on);
    it.index_number = index;
    return it;
}

inline Act with_words(Act it) {
    it.words = {"w", "digest"};
    return it;
}
inline Act withdraw(Date on) { return with_words(act(ActKind::Withdraw, on)); }
inline Act annul(Date on, int which) {
    Act it = with_words(act(ActKind::Annul, on));
    it.refers_to = which;
    return it;
}
inline Act end(ActKind kind, Date on, Date ends_on) {
    Act it = act(kind, on);
    it.ends_on = ends_on;
    return it;
}

inline Document drafted(const Content& what, Date on) {
    return Document::begin(key, text(ActKind::Draft, on, what)).value();
}

// The document after all the acts; throws where one is refused.
inline Document told(Document it, const std::vector<Act>& acts) {
    for (const Act& each : acts) {
        auto next = it.after(each);
        if (!next.ok()) throw std::logic_error(next.error().code + ": " + next.error().message);
        it = std::move(next.value());
    }
    return it;
}

// Published on the day, by acts 1 to 3.
inline Document published(const Content& what, Date on) {
    const std::string year = iso(on).substr(0, 4);
    return told(drafted(what, on), {act(ActKind::Submit, on), review(on, 0),
                                    publish(on, "11330302MB1234567X/" + year + "-00001")});
}

}  // namespace gongkai::testing::publication
