#pragma once

#include "base/result.h"
#include "organs/draft.h"

namespace gongkai::desk {

// What people have typed and not sent: kept for each account, body and subject, so that leaving a
// page, the end of a session or a failed browser loses nothing. The store seals it. It is deleted
// when it was sent, when the account is closed, and `kept_days` after the last change.
class DraftDesk {
public:
    static constexpr std::size_t longest = std::size_t{1} << 20;
    static constexpr std::int64_t most = 200;  // of one account
    static constexpr int kept_days = 60;

    explicit DraftDesk(organs::Drafts& drafts) : drafts_(drafts) {}

    // Nothing where none was begun. Refusal draft.subject.
    Result<std::optional<organs::Draft>> find(const organs::DraftPlace& place,
                                              std::int64_t now) const;
    std::vector<organs::Drafts::Begun> begun(const organs::DraftPlace& place,
                                             std::int64_t now) const;
    // When it was kept. `seen` is when the draft that was gone on with had been kept. Refusals
    // draft.subject, draft.too-large, draft.too-many, and draft.changed where it was changed
    // meanwhile, in another window.
    Result<std::int64_t> save(const organs::DraftPlace& place, const std::string& content,
                              std::optional<std::int64_t> seen, std::int64_t now);
    void drop(const organs::DraftPlace& place);

private:
    organs::Drafts& drafts_;
};

}  // namespace gongkai::desk
