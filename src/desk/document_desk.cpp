#include "desk/document_desk.h"

#include <algorithm>
#include <stdexcept>

namespace gongkai::desk {

using disclosure::Attachment;
using disclosure::Content;
using disclosure::Document;
using disclosure::DocumentKey;
using disclosure::PublicView;
using journal::LogKey;
using journal::Signature;
using journal::View;

namespace {

std::string kept(const Office& office, const std::string& digest) {
    auto bytes = office.contents.get(digest);
    if (!bytes) throw std::runtime_error("内容不见了：" + digest);
    return std::move(*bytes);
}

Error unknown_attachment(std::string_view file_name) {
    return {ErrorKind::NotFound, "document.attachment.unknown",
            "这份文件没有附件“" + std::string(file_name) + "”。请刷新后再试。"};
}

Result<Document> edit(const Office& office, const Signature& by, const Target& target,
                      Content content) {
    disclosure::Act act;
    act.what = disclosure::Edit{std::move(content)};
    return Publishing(office).record(by, target, std::move(act));
}

Result<Document> find(const Office& office, const DocumentKey& key) {
    Result<Document> found = Error{ErrorKind::NotFound, "document.not-found", ""};
    office.ledger.look([&](const View& view) { found = office.documents.find(view, key); });
    return found;
}

}  // namespace

Result<DocumentFile> open_document(const Office& office, const DocumentKey& key, Date today) {
    std::optional<DocumentFile> file;
    Status found = Done{};
    office.ledger.look([&](const View& view) {
        auto document = office.documents.find(view, key);
        if (!document.ok()) {
            found = document.error();
            return;
        }
        auto data = OpenedData::of(view, document.value());
        file = DocumentFile{std::move(document.value()), {}, std::move(data), {}, {}};
    });
    GK_CHECK(found);
    file->body = kept(office, present_content(file->document).body.digest);
    file->shown = PublicView::of(file->document, today);
    if (file->shown) file->shown_body = file->shown->body(office.contents);
    return std::move(*file);
}

Result<Document> attach(const Office& office, const Signature& by, const Target& target,
                        Attachment file) {
    GK_TRY(document, find(office, target.key));
    Content content = present_content(document);
    file.size = std::int64_t(file.bytes.clear.size());
    content.attachments.push_back(std::move(file));
    return edit(office, by, target, std::move(content));
}

Result<Document> detach(const Office& office, const Signature& by, const Target& target,
                        std::string_view file_name) {
    GK_TRY(document, find(office, target.key));
    Content content = present_content(document);
    if (std::erase_if(content.attachments,
                      [&](const Attachment& each) { return each.file_name == file_name; }) == 0)
        return unknown_attachment(file_name);
    return edit(office, by, target, std::move(content));
}

Result<std::string> attachment(const Office& office, const DocumentKey& key,
                               std::string_view file_name) {
    GK_TRY(document, find(office, key));
    const auto& all = present_content(document).attachments;
    const auto file = std::ranges::find(all, file_name, &Attachment::file_name);
    if (file == all.end()) return unknown_attachment(file_name);
    return kept(office, file->bytes.digest);
}

std::vector<NormativeLine> normative_register(const Office& office, const LogKey& organ, Date on) {
    std::vector<NormativeLine> all;
    office.ledger.look([&](const View& view) {
        office.documents.each(view, organ, [&](const Document& document) {
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

Result<PublicView> public_document(const Office& office, const LogKey& organ,
                                   const std::string& index_number, Date today) {
    std::optional<PublicView> shown;
    office.ledger.look([&](const View& view) {
        const auto found = office.documents.find_index(view, organ, index_number);
        if (found.ok()) shown = PublicView::of(found.value(), today);
    });
    if (!shown)
        return Error{ErrorKind::NotFound, "document.not-found",
                     "没有公开过这个索引号的文件，或者它已经撤下。请核对索引号。"};
    return std::move(*shown);
}

}  // namespace gongkai::desk
