#include "publication/gate.h"

#include <algorithm>

namespace gongkai::publication {

namespace {

Error refused(std::string code, std::string message) {
    return {ErrorKind::NotAllowed, "publication." + std::move(code), std::move(message)};
}

}  // namespace

Status check(const Claim& claim) {
    if (!claim.bar.empty()) return refused("barred", claim.bar);
    if (claim.reviewer.empty())
        return refused("not-reviewed", "还没有经过公开审核。请先送他人审核。");
    // Reg. 17(1): who wrote it and who looks at it are two.
    if (std::ranges::find(claim.writers, claim.reviewer) != claim.writers.end())
        return refused("own-review", "拟写公开内容的人不能审核它。请由另一人审核。");
    if (!claim.passed)
        return refused("not-passed", "公开审核没有通过。请按审核意见修改后重新送审。");
    return Done{};
}

std::optional<Pass> Pass::of(const Claim& claim, Date today) {
    if (!check(claim).ok() || !claim.published_on || *claim.published_on > today) return {};
    return Pass(*claim.published_on);
}

}  // namespace gongkai::publication
