#include "disclosure/public_view.h"

#include <algorithm>
#include <stdexcept>

namespace gongkai::disclosure {

namespace {

std::string kept(const Contents& contents, const std::string& digest) {
    auto bytes = contents.get(digest);
    if (!bytes) throw std::runtime_error("内容不见了：" + digest);
    return std::move(*bytes);
}

}  // namespace

std::optional<PublicView> PublicView::of(const Document& document, Date today) {
    const Progress progress = document.progress(today);
    if (progress.standing != Standing::Public || progress.shown < 0) return {};
    const Revision& shown = progress.revisions[std::size_t(progress.shown)];
    PublicView it;
    it.key_ = document.key();
    it.index_number_ = document.index_number();
    it.content_ = document.content(shown);
    it.published_on_ = *shown.published_on;
    it.first_published_on_ = *progress.first_published_on;
    it.today_ = today;
    it.ending_ = progress.ending;
    return it;
}

std::string PublicView::validity() const {
    if (!ending_) return is_normative(content_.kind) ? "现行有效" : "";
    const std::string word = ending_->kind == ActKind::Repeal ? "废止" : "失效";
    return (ending_->on > today_ ? "将于" : "已于") + chinese(ending_->on) + word;
}

std::string PublicView::body(const Contents& contents) const {
    return kept(contents, content_.body_digest);
}

Result<std::string> PublicView::attachment(std::string_view file_name,
                                           const Contents& contents) const {
    const auto it = std::ranges::find(content_.attachments, file_name, &Attachment::file_name);
    if (it == content_.attachments.end())
        return Error{ErrorKind::NotFound, "document.attachment.unknown",
                     "这份文件没有这个附件。请从文件页面打开附件。"};
    return kept(contents, it->digest);
}

}  // namespace gongkai::disclosure
