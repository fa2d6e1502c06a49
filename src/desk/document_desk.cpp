#include "desk/document_desk.h"

#include <algorithm>

#include "base/damaged.h"
#include "disclosure/file_name.h"

namespace gongkai::desk {

using disclosure::Attachment;
using disclosure::Content;
using disclosure::Document;
using disclosure::DocumentKey;
using disclosure::PublicView;
using journal::LogKey;
using journal::View;

namespace {

Error unknown_attachment(std::string_view file_name) {
    return {ErrorKind::NotFound, "document.attachment.unknown",
            "这份文件没有附件“" + std::string(file_name) + "”。请刷新后再试。"};
}

}  // namespace

std::string DocumentDesk::kept(const DocumentKey& key, const std::string& digest) const {
    auto bytes = contents_.get(key.log.region, digest);
    if (!bytes) throw Damaged("内容不见了：" + digest);
    return std::move(*bytes);
}

Result<Document> DocumentDesk::edit(const Actor& by, const Target& target, Content content) {
    disclosure::Act act;
    act.what = disclosure::Edit{std::move(content)};
    return publishing_.record(by, target, std::move(act));
}

Result<Document> DocumentDesk::find(const DocumentKey& key) const {
    Result<Document> found = Error{ErrorKind::NotFound, "document.not-found", ""};
    ledger_.look([&](const View& view) { found = documents_.find(view, key); });
    return found;
}

Result<DocumentFile> DocumentDesk::open(const DocumentKey& key, Date today) const {
    std::optional<DocumentFile> file;
    Status found = Done{};
    ledger_.look([&](const View& view) {
        auto document = documents_.find(view, key);
        if (!document.ok()) {
            found = document.error();
            return;
        }
        auto data = OpenedData::of(view, document.value());
        file = DocumentFile{std::move(document.value()), {}, std::move(data), {}, {}};
    });
    GK_CHECK(found);
    file->body = kept(key, present_content(file->document).body.digest);
    file->shown = PublicView::of(file->document, today);
    if (file->shown) file->shown_body = file->shown->body(contents_);
    return std::move(*file);
}

Result<Document> DocumentDesk::attach(const Actor& by, const Target& target, const NewFile& file) {
    GK_CHECK(disclosure::check_file(file.file_name, std::size_t(file.size)));
    return publishing_.attach(by, target, file);
}

Result<Document> DocumentDesk::detach(const Actor& by, const Target& target,
                                      std::string_view file_name) {
    GK_TRY(document, find(target.key));
    Content content = present_content(document);
    if (std::erase_if(content.attachments,
                      [&](const Attachment& each) { return each.file_name == file_name; }) == 0)
        return unknown_attachment(file_name);
    return edit(by, target, std::move(content));
}

Result<disclosure::KeptFile> DocumentDesk::attachment(const DocumentKey& key,
                                                      std::string_view file_name) const {
    GK_TRY(document, find(key));
    const auto& all = present_content(document).attachments;
    const auto file = std::ranges::find(all, file_name, &Attachment::file_name);
    if (file == all.end()) return unknown_attachment(file_name);
    disclosure::KeptFile found{contents_.open(key.log.region, file->bytes.digest),
                               file->bytes.digest};
    if (!found.bytes) throw Damaged("内容不见了：" + found.digest);
    return found;
}

std::vector<NormativeLine> DocumentDesk::normative_register(const LogKey& organ, Date on) const {
    std::vector<NormativeLine> all;
    ledger_.look([&](const View& view) {
        documents_.each(view, organ, [&](const Document& document) {
            const auto normative = disclosure::normative_of(document);
            if (!normative || normative->issued_on > on) return;
            const auto progress = document.progress();
            const auto last = std::ranges::find_if(
                progress.revisions.rbegin(), progress.revisions.rend(),
                [](const auto& text) { return text.published_on.has_value(); });
            const Content& content = content_of(document, *last);
            all.push_back({*normative, document.key().number, index_number(document), content.title,
                           content.document_number});
        });
    });
    return all;
}

Result<PublicView> DocumentDesk::shown(const LogKey& organ, const std::string& index_number,
                                       Date today) const {
    std::optional<PublicView> found_view;
    ledger_.look([&](const View& view) {
        const auto found = documents_.find_index(view, organ, index_number);
        if (found.ok()) found_view = PublicView::of(found.value(), today);
    });
    if (!found_view)
        return Error{ErrorKind::NotFound, "document.not-found",
                     "没有公开过这个索引号的文件，或者它已经撤下。请核对索引号。"};
    return std::move(*found_view);
}

}  // namespace gongkai::desk
