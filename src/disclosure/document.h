#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "disclosure/document_act.h"

namespace gongkai::disclosure {

// How far the text in preparation has come.
enum class Stage {
    None,       // 没有在办的文稿
    Draft,      // 起草中
    InReview,   // 待审查
    AskedFor,   // 已报请确定
    ToWork,     // 待处理
    NotPublic,  // 审查为不予公开
    Cleared,    // 审查通过，待公开
};
inline constexpr int stages = 7;

// What the public sees of it.
enum class Standing {
    Unpublished,  // 尚未公开
    Public,       // 公开中
    Withdrawn,    // 已撤下
    Annulled,     // 登记有误，已作废
};
inline constexpr int standings = 4;

std::string_view name(Stage stage);
std::string_view name(Standing standing);
std::string_view chinese(Stage stage);
std::string_view chinese(Standing standing);

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

// Repealed or expired (废止、失效): without effect from `on`, which may still come.
struct Ending {
    ActKind kind{};
    Date on{};
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

struct DocumentKey {
    journal::LogKey log;
    std::string number;  // 2026-0014: the office's own, not the 发文字号
    friend auto operator<=>(const DocumentKey&, const DocumentKey&) = default;
};
// The subject of its entries in the journal: document/2026-0014.
std::string subject(const DocumentKey& key);

// A document that an organ discloses on its own motion (主动公开的文件): its list of dated acts,
// from which everything else is computed. Only lawful acts get in, in the order in which they
// happened. It holds drafts and refused texts too: for the public there is PublicView alone.
class Document {
public:
    // Refusals: those of check(), and days that have not come.
    static Result<Document> begin(DocumentKey key, Act draft);
    // Acts that were recorded before. Throws std::logic_error where they do not begin with a draft;
    // they are not judged again.
    static Document recorded(DocumentKey key, std::vector<Act> acts);

    const DocumentKey& key() const { return key_; }
    const std::vector<Act>& acts() const { return acts_; }
    bool is_annulled(int act) const;
    const Content& content(const Revision& it) const {
        return acts_.at(std::size_t(it.text)).content;
    }
    // Empty before the first publication. One that was given stays, even where that publication was
    // annulled: the public may have noted it.
    std::string index_number() const;

    // As of the end of a day.
    Progress progress(std::optional<Date> as_of = {}) const;

    // The document with one more act. Refuses what the law has no place for, with the reason in one
    // sentence; an act that comes late is not refused.
    Result<Document> after(Act act) const;

private:
    Document(DocumentKey key, std::vector<Act> acts)
        : key_(std::move(key)), acts_(std::move(acts)) {}
    Result<Document> annulled(Act act) const;

    DocumentKey key_;
    std::vector<Act> acts_;
};

}  // namespace gongkai::disclosure
