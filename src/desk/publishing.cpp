#include "desk/publishing.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "desk/recording.h"
#include "disclosure/document_number.h"
#include "organs/succession.h"

namespace gongkai::desk {

using disclosure::Act;
using disclosure::Attachment;
using disclosure::Content;
using disclosure::Document;
using disclosure::DocumentKey;
using disclosure::DocumentSubject;
using disclosure::Publish;
using disclosure::RegisterAct;
using disclosure::RegisterKey;
using disclosure::RegisterLine;
using journal::Change;
using journal::LogKey;
using journal::View;

namespace {

// What a content names by its digest alone, without the bytes.
struct Named {
    std::string body;
    std::vector<Attachment> attachments;
};

Named named_in(const Act& act) {
    Named named;
    const Content* content = content_in(act);
    if (!content) return named;
    named.body = content->body.digest;
    for (const Attachment& file : content->attachments)
        if (!file.bytes.digest.empty()) named.attachments.push_back(file);
    return named;
}

// Only what the document itself has may be named by its digest: another's text or file cannot be
// taken over by whoever knows its digest.
Status check_named(const Content& own, const Named& named) {
    if (!named.body.empty() && named.body != own.body.digest)
        return Error{ErrorKind::Invalid, "document.body", "文件没有正文。"};
    for (const Attachment& file : named.attachments) {
        const auto has = [&](const Attachment& each) {
            return each.bytes.digest == file.bytes.digest;
        };
        if (std::ranges::none_of(own.attachments, has))
            return Error{ErrorKind::Invalid, "document.attachment.unknown",
                         "附件“" + file.file_name + "”不在这份文件里。请重新上传。"};
    }
    return Done{};
}

// The bytes are on the disk before the entry that names them. A text that is then refused leaves
// them there without a name.
Status keep(disclosure::Contents& contents, const LogKey& log, Act& act) {
    return records::keep<DocumentSubject>(act, [&](records::KeptText& text) -> Status {
        if (!text.digest.empty()) return Done{};
        GK_TRY(digest, contents.put(log.region, text.clear));
        text = {{}, digest};
        return Done{};
    });
}

// The edit that adds a file to the text in preparation.
Act with_file(const Document& document, Attachment file) {
    Content content = present_content(document);
    content.attachments.push_back(std::move(file));
    Act act;
    act.what = disclosure::Edit{std::move(content)};
    return act;
}

// Whether something of a day may be begun in the name of a body.
std::function<Status(const Change&)> begins(const organs::Repository& organs, const LogKey& log,
                                            Date day, std::string_view work) {
    return [&organs, log, day, work](const Change& change) -> Status {
        GK_TRY(body, organs.current(change, log));
        return organs::check_not_ended(body, day, work);
    };
}

}  // namespace

Publishing::Answer Publishing::draft(const Actor& by, const LogKey& log, Content content) {
    Act act;
    act.what = disclosure::Draft{std::move(content)};
    GK_CHECK(check_named({}, named_in(act)));
    GK_CHECK(keep(contents_, log, act));
    return record_first<DocumentSubject>(ledger_, documents_, by, log, std::move(act), {},
                                         begins(organs_, log, china_day(by.at), "起草文件"));
}

// A publication states its text in the clear, and the first one gives the number.
Status Publishing::complete(Change& change, const Document& document, std::string_view organ_code,
                            Act& act) const {
    auto* publish = std::get_if<Publish>(&act.what);
    if (!publish) return Done{};
    publish->content = stated(present_content(document));
    if (!index_number(document).empty()) return Done{};
    const int year = year_of(act.on);
    GK_TRY(index, disclosure::IndexNumber::make(
                      organ_code, year, documents_.next_index(change, document.key().log, year)));
    publish->index_number = index.text();
    return Done{};
}

Publishing::Answer Publishing::record(const Actor& by, const Target& target, Act act,
                                      std::string_view organ_code) {
    const Named named = named_in(act);
    GK_CHECK(keep(contents_, target.key.log, act));
    return record_act<DocumentSubject>(
        ledger_, documents_, by, target.key, std::move(act), {}, target.seen,
        [&](Change& change, const Document& document, Act& ready) -> Status {
            GK_CHECK(check_named(present_content(document), named));
            return complete(change, document, organ_code, ready);
        });
}

// A large file costs time and room: what would be refused anyway is refused before it is read.
Status Publishing::check_attaching(const Actor& by, const Target& target, Attachment file) const {
    GK_CHECK(check_right(by, records::row_for<DocumentSubject, disclosure::Edit>().right));
    Status may = Done{};
    ledger_.look([&](const View& view) {
        may = [&]() -> Status {
            GK_TRY(document, documents_.find(view, target.key));
            GK_CHECK(check_seen(DocumentSubject::table(), target.seen, document.acts().size()));
            Act edit = with_file(document, std::move(file));
            sign(edit, records::row_of<DocumentSubject>(edit), by);
            GK_CHECK(document.after(std::move(edit)));
            return Done{};
        }();
    });
    return may;
}

Publishing::Answer Publishing::attach(const Actor& by, const Target& target, const NewFile& file) {
    Attachment attachment{file.file_name, file.media_type, std::int64_t(file.size), {}};
    attachment.bytes.digest = sha256("");  // until it is known
    GK_CHECK(check_attaching(by, target, attachment));
    GK_TRY(bytes, file.bytes());
    GK_TRY(digest, contents_.keep(target.key.log.region, *bytes));
    attachment.bytes.digest = digest;
    Act edit;
    edit.what = disclosure::Edit{};
    return record_act<DocumentSubject>(
        ledger_, documents_, by, target.key, std::move(edit), {}, target.seen,
        [&](Change&, const Document& document, Act& ready) -> Status {
            ready.what = with_file(document, attachment).what;
            return Done{};
        });
}

Result<RegisterLine> Publishing::enter_line(const Actor& by, const LogKey& log, RegisterAct act) {
    const auto may_begin = begins(organs_, log, act.on, "登记这一天的台账");
    return record_first<disclosure::registers::Subject>(ledger_, registers_, by, log,
                                                        std::move(act), {}, may_begin);
}

Result<RegisterLine> Publishing::act_on_line(const Actor& by, const RegisterKey& key,
                                             RegisterAct act) {
    return record_act<disclosure::registers::Subject>(ledger_, registers_, by, key, std::move(act),
                                                      {}, {});
}

Result<records::Page<RegisterLine>> Publishing::lines(const LogKey& log,
                                                      const records::Ask& ask) const {
    Result<records::Page<RegisterLine>> page = records::Page<RegisterLine>{};
    ledger_.look([&](const View& view) { page = registers_.page(view, log, ask); });
    return page;
}

disclosure::RegisterSums Publishing::sums(const LogKey& log, int year) const {
    disclosure::RegisterSums sums;
    ledger_.look([&](const View& view) { sums = registers_.sums(view, log, year); });
    return sums;
}

}  // namespace gongkai::desk
