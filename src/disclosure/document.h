#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "disclosure/acts.h"
#include "records/history.h"

namespace gongkai::disclosure {

// One text of the document, from its draft to its publication. All are kept. Indices of acts.
struct Revision {
    int begun = 0;                     // Draft or Revise
    int text = 0;                      // the act with its present words: begun, or the last Edit
    std::vector<std::string> authors;  // whoever drafted or edited it
    int review = -1;                   // the last one
    std::optional<Date> refused_on;    // 不予公开, unless it was taken up again
    int publication = -1;
    std::optional<Date> published_on;
};

// Without effect from `on`, which may still come.
struct Ending {
    bool by_repeal = false;  // 废止; else 失效
    Date on{};

    friend bool operator==(const Ending&, const Ending&) = default;
};

// What the acts up to some day amount to; annulled ones do not count.
struct Progress {
    Stage stage = Stage::Draft;
    Standing standing = Standing::Unpublished;
    Date latest{};                    // day of the last act
    std::vector<Revision> revisions;  // the last one is in preparation unless stage is None
    int shown = -1;                   // the revision that the public sees
    std::optional<Date> first_published_on, withdrawn_on;
    std::optional<Ending> ending;
};

// A document that an organ discloses on its own motion (主动公开的文件), as records::History asks.
struct DocumentSubject {
    using Kinds = DocumentKinds;
    using Progress = disclosure::Progress;
    using Rules = records::NoRules;

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string state_words(const Progress& now);
    // The draft stays even where it was annulled: the other acts are about its text.
    static constexpr bool beginning_stays = true;
    static void annul_all(Progress& now);
    static Status judge(const Kinds& what, const records::Moment<DocumentSubject>& moment);
    static Status judge_annulment(const records::History<DocumentSubject>& document, int act);
    static Status judge_remainder(const records::History<DocumentSubject>& before,
                                  const records::History<DocumentSubject>& after);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

// It holds drafts and refused texts too: for the public there is PublicView alone.
using Document = records::History<DocumentSubject>;
using DocumentKey = records::Key<DocumentSubject>;  // 2026-0014: the office's own, not the 发文字号

// As it was published; before that as it was written, without its words where the acts were read
// and not revealed.
const Content& content_of(const Document& document, const Revision& revision);
// Of the text in preparation, or of the last one where none is.
const Content& present_content(const Document& document);
// Empty before the first publication. One that was given stays, even where that publication was
// annulled: the public may have noted it.
std::string index_number(const Document& document);

}  // namespace gongkai::disclosure

// Compiled once, in document_table.cpp.
extern template class gongkai::records::History<gongkai::disclosure::DocumentSubject>;
