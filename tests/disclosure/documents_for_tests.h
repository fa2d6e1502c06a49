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
    Content text;
    text.title = "关于" + std::string(mark) + "的通知";
    text.abstract = std::string(mark) + "的内容概述";
    text.kind = kind;
    text.subject_class = 7;
    text.formed_on = formed;
    text.keywords = {std::string(mark)};
    text.source = "财政局";
    text.body.digest = sha256(mark);
    text.channels = {Channel::Website};
    if (is_normative(kind)) {
        text.document_number = "茶政发〔2025〕3号";
        text.issued_on = formed;
    }
    return text;
}

// The same with its text, and files, as somebody hands them in.
inline Content with_body(Content text, std::string_view body, std::vector<Attachment> files = {}) {
    text.body = {std::string(body), {}};
    for (Attachment& file : files)
        text.attachments.push_back(std::move(file));
    return text;
}
inline Attachment file(std::string name, std::string type, std::string bytes) {
    const auto size = std::int64_t(bytes.size());
    return {std::move(name), std::move(type), size, {std::move(bytes), {}}};
}

inline Act act(DocumentKinds what, Date on, std::string_view by = writer) {
    Act made;
    made.on = made.recorded_on = on;
    made.by = by;
    made.what = std::move(what);
    return made;
}

template <class Kind>
Act text(Date on, const Content& what, std::string_view by = writer) {
    return act(Kind{what}, on, by);
}

inline Act review(Date on, int of, Verdict verdict = Verdict::Public,
                  std::string_view by = reviewer) {
    Conclusion conclusion{verdict, true, {}, "含有内部工作流程"};
    if (verdict == Verdict::AfterWork || verdict == Verdict::NotPublic)
        conclusion.ground = law::regulation("16.1");
    return act(Review{{of}, conclusion}, on, by);
}
inline Conclusion& conclusion_of(Act& made) { return std::get<Review>(made.what).conclusion; }

inline Act publish(Date on, std::string_view index = "") {
    return act(Publish{std::string(index)}, on);
}

inline Act with_words(Act made) {
    made.words.seal = {"w", "digest"};
    return made;
}
// With a remark in the clear, as somebody writes it.
inline Act said(Act made, std::string words) {
    made.words = {records::in_clear(std::move(words))};
    return made;
}
inline Act withdraw(Date on) { return with_words(act(Withdraw{}, on)); }
inline Act annul(Date on, int which) { return with_words(act(Annul{{which}}, on)); }
template <class Kind>
Act end(Date on, Date ends_on) {
    return act(Kind{ends_on}, on);
}

inline std::string_view kind_of(const Act& made) {
    return records::row_of<DocumentSubject>(made).name;
}

inline Document drafted(const Content& what, Date on) {
    return Document::begin(key, text<Draft>(on, what)).value();
}

// The document after all the acts; throws where one is refused.
inline Document told(Document document, const std::vector<Act>& acts) {
    for (const Act& each : acts) {
        auto next = document.after(each);
        if (!next.ok()) throw std::logic_error(next.error().code + ": " + next.error().message);
        document = std::move(next.value());
    }
    return document;
}

// Published on the day, by acts 1 to 3.
inline Document published(const Content& what, Date on) {
    const std::string year = iso(on).substr(0, 4);
    return told(drafted(what, on), {act(Submit{}, on), review(on, 0),
                                    publish(on, "11330302MB1234567X/" + year + "-00001")});
}

}  // namespace gongkai::testing::publication
