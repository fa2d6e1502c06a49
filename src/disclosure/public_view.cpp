#include "disclosure/public_view.h"

#include <algorithm>

#include "base/damaged.h"

namespace gongkai::disclosure {

namespace {

std::string kept(const Contents& contents, const DocumentKey& key, const std::string& digest) {
    auto bytes = contents.get(key.log.region, digest);
    if (!bytes) throw Damaged("内容不见了：" + digest);
    return std::move(*bytes);
}

// Reg. 17: what another than those who wrote the text has found fit to be public.
publication::Claim claim(const Document& document, const Revision& shown) {
    publication::Claim it{{}, shown.authors, {}, false, shown.published_on};
    if (shown.review < 0) return it;
    const Act& act = document.acts()[std::size_t(shown.review)];
    it.reviewer = act.by;
    it.passed = act.as<Review>()->conclusion.verdict == Verdict::Public;
    return it;
}

}  // namespace

std::optional<PublicView> PublicView::of(const Document& document, Date today) {
    const Progress progress = document.progress(today);
    if (progress.standing != Standing::Public || progress.shown < 0) return {};
    const Revision& shown = progress.revisions[std::size_t(progress.shown)];
    const auto pass = publication::Pass::of(claim(document, shown), today);
    if (!pass) return {};
    PublicView view(*pass);
    view.key_ = document.key();
    view.index_number_ = disclosure::index_number(document);
    view.content_ = content_of(document, shown);
    view.first_published_on_ = *progress.first_published_on;
    view.today_ = today;
    view.ending_ = progress.ending;
    return view;
}

std::string validity(Kind kind, const std::optional<Ending>& ending, Date today) {
    if (!ending) return is_normative(kind) ? "现行有效" : "";
    const std::string word = ending->by_repeal ? "废止" : "失效";
    return (ending->on > today ? "将于" : "已于") + chinese(ending->on) + word;
}

std::string PublicView::validity() const {
    return disclosure::validity(content_.kind, ending_, today_);
}

std::string PublicView::body(const Contents& contents) const {
    return kept(contents, key_, content_.body.digest);
}

Result<KeptFile> PublicView::attachment(std::string_view file_name,
                                        const Contents& contents) const {
    const auto file = std::ranges::find(content_.attachments, file_name, &Attachment::file_name);
    if (file == content_.attachments.end())
        return Error{ErrorKind::NotFound, "document.attachment.unknown",
                     "这份文件没有这个附件。请从文件页面打开附件。"};
    KeptFile kept{contents.open(key_.log.region, file->bytes.digest), file->bytes.digest};
    if (!kept.bytes) throw Damaged("内容不见了：" + kept.digest);
    return kept;
}

}  // namespace gongkai::disclosure
