#include "disclosure/record.h"

#include "disclosure/content_record.h"

namespace gongkai::disclosure {

namespace {

using journal::Record;

constexpr std::string_view document_prefix = "document.";

Error damaged() {
    return {ErrorKind::Invalid, "document.record", "文件的记录不完整，可能被改动过。"};
}

Record record(const Review& it) {
    Record out;
    out.set("verdict", std::string(name(it.verdict)));
    if (it.secrecy_checked) out.set("secrecy_checked", std::int64_t{1});
    if (it.ground) {
        out.set("article", std::int64_t{it.ground->article});
        if (it.ground->paragraph) out.set("paragraph", std::int64_t{it.ground->paragraph});
    }
    if (!it.basis.empty()) out.set("basis", it.basis);
    return out;
}

bool read(const Record* from, Review& it) {
    const auto word = from ? verdict(from->text("verdict").value_or("")) : std::nullopt;
    if (!word) return false;
    it.verdict = *word;
    it.secrecy_checked = from->whole("secrecy_checked") == 1;
    it.basis = from->text_of("basis");
    const auto article = from->whole("article");
    if (!article) return true;
    const law::Clause ground{law::Source::Regulation, int(*article),
                             int(from->whole("paragraph").value_or(0)), 0};
    it.ground = ground;
    return law::regulation_2019::has(ground);
}

// The particulars that belong to some kinds alone.
bool read_own(const Record& from, Act& act) {
    if (has_content(act.kind)) {
        const Record* content = from.record("content");
        return content && read_content(*content, act.content);
    }
    switch (act.kind) {
        case ActKind::Review: return act.refers_to && read(from.record("review"), act.review);
        case ActKind::Publish:
            act.index_number = from.text("index_number").value_or("");
            return true;
        case ActKind::Repeal:
        case ActKind::Expire: act.ends_on = from.day("ends_on"); return act.ends_on.has_value();
        case ActKind::Annul: return act.refers_to.has_value();
        default: return true;
    }
}

}  // namespace

std::string entry_kind(ActKind kind) {
    return std::string(document_prefix) + std::string(name(kind));
}

std::optional<ActKind> kind_of_entry(std::string_view entry_kind) {
    if (!entry_kind.starts_with(document_prefix)) return {};
    return act_kind(entry_kind.substr(document_prefix.size()));
}

Record record(const Act& act) {
    Record out;
    out.set("on", act.on).set("recorded_on", act.recorded_on);
    if (act.refers_to) out.set("refers_to", std::int64_t{*act.refers_to});
    if (has_content(act.kind)) out.set("content", content_record(act.content));
    if (act.kind == ActKind::Review) out.set("review", record(act.review));
    if (!act.index_number.empty()) out.set("index_number", act.index_number);
    if (act.ends_on) out.set("ends_on", *act.ends_on);
    if (!act.words.empty()) out.set("words", journal::record(act.words));
    return out;
}

Result<Act> act_of(ActKind kind, const Record& payload) {
    Result<Act> read(Act{});  // filled where it lies: an act is large
    Act& act = read.value();
    act.kind = kind;
    const auto on = payload.day("on"), recorded_on = payload.day("recorded_on");
    if (!on || !recorded_on) return damaged();
    act.on = *on;
    act.recorded_on = *recorded_on;
    if (const auto which = payload.whole("refers_to")) act.refers_to = int(*which);
    act.words = journal::sealed(payload.record("words"));
    if (!read_own(payload, act)) return damaged();
    return read;
}

}  // namespace gongkai::disclosure
