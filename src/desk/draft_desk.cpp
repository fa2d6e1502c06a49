#include "desk/draft_desk.h"

#include <algorithm>

namespace gongkai::desk {

namespace {

using organs::Draft;
using organs::DraftPlace;

constexpr std::size_t longest_subject = 100;
constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

std::int64_t oldest(std::int64_t now) { return now - DraftDesk::kept_days * day; }

bool is_subject_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

Status check_subject(const std::string& subject) {
    if (!subject.empty() && subject.size() <= longest_subject &&
        std::ranges::all_of(subject, is_subject_sign))
        return Done{};
    return Error{ErrorKind::Invalid, "draft.subject",
                 "草稿的名称只能有小写字母、数字、点、短横和下划线，最多 100 个。"};
}

Error too_large() {
    return {ErrorKind::TooLarge, "draft.too-large",
            "填写的内容太多，没有自动保存。请先提交，或者缩短。"};
}

Error too_many() {
    return {ErrorKind::Conflict, "draft.too-many",
            "未提交的草稿已有 " + std::to_string(DraftDesk::most) +
                " 份，没有自动保存。请先提交或者放弃一些。"};
}

Error changed() {
    return {ErrorKind::Conflict, "draft.changed",
            "这份草稿在另一个窗口里已有新的内容，这里的内容没有自动保存。"};
}

}  // namespace

Result<std::optional<Draft>> DraftDesk::find(const DraftPlace& place, std::int64_t now) const {
    GK_CHECK(check_subject(place.subject));
    auto found = drafts_.find(place);
    if (found && found->changed < oldest(now)) found.reset();
    return found;
}

std::vector<organs::Drafts::Begun> DraftDesk::begun(const DraftPlace& place,
                                                    std::int64_t now) const {
    auto all = drafts_.begun(place);
    std::erase_if(all, [&](const auto& it) { return it.changed < oldest(now); });
    return all;
}

Result<std::int64_t> DraftDesk::save(const DraftPlace& place, const std::string& content,
                                     std::optional<std::int64_t> seen, std::int64_t now) {
    GK_CHECK(check_subject(place.subject));
    if (content.size() > longest) return too_large();
    if (!seen) {
        // Seldom enough, and before a new one takes the place of one that is too old.
        drafts_.drop_older(place.region, oldest(now));
        if (drafts_.count(place.region, place.account) >= most) return too_many();
    }
    // Two changes within a millisecond are two.
    const std::int64_t at = seen ? std::max(now, *seen + 1) : now;
    if (!drafts_.put(place, {content, at}, seen)) return changed();
    return at;
}

void DraftDesk::drop(const DraftPlace& place) { drafts_.drop(place); }

}  // namespace gongkai::desk
