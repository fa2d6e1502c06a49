#include "desk/publishing.h"

#include <algorithm>

#include "base/text.h"
#include "desk/recording.h"
#include "disclosure/document_number.h"
#include "disclosure/record.h"

namespace gongkai::desk {

using disclosure::Act;
using disclosure::ActKind;
using disclosure::Attachment;
using disclosure::Content;
using disclosure::Document;
using disclosure::DocumentKey;
using disclosure::RegisterAct;
using disclosure::RegisterKey;
using disclosure::RegisterLine;
using journal::Change;
using journal::LogKey;
using journal::Signature;
using journal::View;

namespace {

Act act_on(ActKind kind, const Signature& by, Date on, Date today) {
    Act act;
    act.kind = kind;
    act.by = by.actor;
    act.on = on;
    act.recorded_on = today;
    return act;
}

// Only what the document itself has may be named by its digest: another's file cannot be taken
// over by whoever knows its digest.
Status check_kept(const Document* document, std::span<const Attachment> kept) {
    for (const Attachment& file : kept) {
        const auto has = [&](const Attachment& it) { return it.digest == file.digest; };
        if (!document || std::ranges::none_of(present_content(*document).attachments, has))
            return Error{ErrorKind::Invalid, "document.attachment.unknown",
                         "附件“" + file.file_name + "”不在这份文件里。请重新上传。"};
    }
    return Done{};
}

void append(Change& change, const DocumentKey& key, const Act& act) {
    change.append({subject(key), disclosure::entry_kind(act.kind), disclosure::record(act)});
}

Status check_seen(const Target& target, const Document& document) {
    if (!target.seen || *target.seen == document.acts().size()) return Done{};
    return Error{ErrorKind::Conflict, "document.changed", "这份文件刚由他人办理，请刷新后再试。"};
}

}  // namespace

const Content& present_content(const Document& document) {
    return document.content(document.progress().revisions.back());
}

// The bytes are on the disk before the entry that names them. A text that is then refused leaves
// them there without a name.
Result<Content> Publishing::keep(const Text& text) {
    Content content = text.content;
    content.body_digest.clear();
    if (text.body) {
        GK_TRY(digest, contents_.put(*text.body));
        content.body_digest = digest;
    }
    for (const Upload& it : text.uploads) {
        GK_TRY(digest, contents_.put(it.bytes));
        content.attachments.push_back(
            {it.file_name, it.media_type, std::int64_t(it.bytes.size()), digest});
    }
    return content;
}

Publishing::Answer Publishing::draft(const Signature& by, const LogKey& log, const Text& text,
                                     Date today) {
    GK_CHECK(check_kept(nullptr, text.content.attachments));
    GK_TRY(content, keep(text));
    Act act = act_on(ActKind::Draft, by, today, today);
    act.content = std::move(content);
    std::optional<Document> made;
    const auto work = [&](Change& change) -> Status {
        const DocumentKey key{log, documents_.next_number(change, log, year_of(today))};
        GK_TRY(document, Document::begin(key, act));
        append(change, key, document.acts().back());
        made = std::move(document);
        return Done{};
    };
    GK_CHECK(ledger_.change(by, log, work));
    return std::move(*made);
}

Publishing::Answer Publishing::record(const Signature& by, const Target& target, Act act,
                                      const std::string& words, std::string_view organ_code) {
    std::optional<Document> made;
    const auto work = [&](Change& change) -> Status {
        GK_TRY(document, documents_.find(change, target.key));
        GK_CHECK(check_seen(target, document));
        Act it = act;
        if (!text::is_blank(words)) it.words = change.seal(words);
        if (it.kind == ActKind::Publish && document.index_number().empty()) {
            const int year = year_of(it.on);
            GK_TRY(index,
                   disclosure::IndexNumber::make(
                       organ_code, year, documents_.next_index(change, target.key.log, year)));
            it.index_number = index.text();
        }
        GK_TRY(next, document.after(std::move(it)));
        append(change, target.key, next.acts().back());
        made = std::move(next);
        return Done{};
    };
    GK_CHECK(ledger_.change(by, target.key.log, work));
    return std::move(*made);
}

Publishing::Answer Publishing::write(const Signature& by, const Target& target, ActKind kind,
                                     const Text& text, Date today) {
    GK_TRY(content, keep(text));
    std::optional<Document> made;
    const auto work = [&](Change& change) -> Status {
        GK_TRY(document, documents_.find(change, target.key));
        GK_CHECK(check_seen(target, document));
        GK_CHECK(check_kept(&document, text.content.attachments));
        Act act = act_on(kind, by, today, today);
        act.content = content;
        if (!text.body) act.content.body_digest = present_content(document).body_digest;
        GK_TRY(next, document.after(std::move(act)));
        append(change, target.key, next.acts().back());
        made = std::move(next);
        return Done{};
    };
    GK_CHECK(ledger_.change(by, target.key.log, work));
    return std::move(*made);
}

Publishing::Answer Publishing::edit(const Signature& by, const Target& target, const Text& text,
                                    Date today) {
    return write(by, target, ActKind::Edit, text, today);
}

Publishing::Answer Publishing::revise(const Signature& by, const Target& target, const Text& text,
                                      Date today) {
    return write(by, target, ActKind::Revise, text, today);
}

Publishing::Answer Publishing::submit(const Signature& by, const Target& target, Date today) {
    return record(by, target, act_on(ActKind::Submit, by, today, today), {}, {});
}

Publishing::Answer Publishing::review(const Signature& by, const Target& target, int text,
                                      const disclosure::Review& review, const std::string& remarks,
                                      Date on, Date today) {
    Act act = act_on(ActKind::Review, by, on, today);
    act.refers_to = text;
    act.review = review;
    return record(by, target, std::move(act), remarks, {});
}

Publishing::Answer Publishing::publish(const Signature& by, const Target& target,
                                       std::string_view organ_code, Date on, Date today) {
    return record(by, target, act_on(ActKind::Publish, by, on, today), {}, organ_code);
}

Publishing::Answer Publishing::withdraw(const Signature& by, const Target& target,
                                        const std::string& reason, Date today) {
    return record(by, target, act_on(ActKind::Withdraw, by, today, today), reason, {});
}

Publishing::Answer Publishing::end(const Signature& by, const Target& target, ActKind kind,
                                   Date ends_on, Date on, Date today) {
    Act act = act_on(kind == ActKind::Repeal ? kind : ActKind::Expire, by, on, today);
    act.ends_on = ends_on;
    return record(by, target, std::move(act), {}, {});
}

Publishing::Answer Publishing::annul(const Signature& by, const Target& target, int which,
                                     const std::string& reason, Date today) {
    Act act = act_on(ActKind::Annul, by, today, today);
    act.refers_to = which;
    return record(by, target, std::move(act), reason, {});
}

Result<RegisterLine> Publishing::enter_line(const Signature& by, const LogKey& log,
                                            RegisterAct act) {
    return record_first<disclosure::registers::Subject>(ledger_, registers_, by, log,
                                                        std::move(act), {});
}

Result<RegisterLine> Publishing::act_on_line(const Signature& by, const RegisterKey& key,
                                             RegisterAct act) {
    return record_act<disclosure::registers::Subject>(ledger_, registers_, by, key, std::move(act),
                                                      {}, {});
}

std::vector<disclosure::PublicView> Publishing::catalogue(const LogKey& log,
                                                          const disclosure::Choice& choice,
                                                          const disclosure::Page& page,
                                                          Date today) const {
    std::vector<disclosure::PublicView> views;
    ledger_.look([&](const View& view) {
        for (const Document& it : documents_.published(view, log, choice, page))
            if (auto seen = disclosure::PublicView::of(it, today)) views.push_back(*seen);
    });
    return views;
}

}  // namespace gongkai::desk
