#include "requests/record.h"

namespace gongkai::requests {

namespace {

using journal::Record;

constexpr std::string_view prefix = "request.";

Error damaged() {
    return {ErrorKind::Invalid, "request.record", "申请的记录不完整，可能被改动过。"};
}

std::string word(std::string_view name) { return std::string(name); }

Record record(const Application& it) {
    Record out;
    out.set("applicant", journal::record(it.applicant))
        .set("applicant_kind", word(name(it.applicant_kind)))
        .set("channel", word(name(it.channel)))
        .set("content", journal::record(it.content))
        .set("items", std::int64_t{it.items})
        .set("received_on", it.received_on)
        .set("submitted_on", it.submitted_on)
        .set("wished", word(name(it.wished)));
    if (it.needs_help) out.set("needs_help", std::int64_t{1});
    if (!it.query_code.empty()) out.set("query_code", journal::record(it.query_code));
    return out;
}

bool read(const Record& from, Application& it) {
    const auto kind = applicant_kind(from.text("applicant_kind").value_or(""));
    const auto by = channel(from.text("channel").value_or(""));
    const auto wished = delivery(from.text("wished").value_or(""));
    const auto received = from.day("received_on"), submitted = from.day("submitted_on");
    const auto items = from.whole("items");
    if (!kind || !by || !wished || !received || !submitted || !items) return false;
    it.applicant_kind = *kind;
    it.channel = *by;
    it.wished = *wished;
    it.received_on = *received;
    it.submitted_on = *submitted;
    it.items = int(*items);
    it.needs_help = from.whole("needs_help") == 1;
    it.applicant = journal::sealed(from.record("applicant"));
    it.content = journal::sealed(from.record("content"));
    it.query_code = journal::sealed(from.record("query_code"));
    return true;
}

void write_items(const std::vector<ItemDecision>& items, Record& out) {
    journal::List list;
    for (const ItemDecision& it : items)
        list.push_back({Record{}
                            .set("code", word(law::decision(it.code).text))
                            .set("item", std::int64_t{it.item})});
    out.set("items", std::move(list));
}

bool read_items(const Record& from, std::vector<ItemDecision>& items) {
    const journal::List* list = from.list("items");
    if (!list) return false;
    for (const journal::Value& value : *list) {
        const auto* it = std::get_if<Record>(&value.held);
        const auto code = it ? law::parse_decision(it->text("code").value_or("")) : std::nullopt;
        const auto item = it ? it->whole("item") : std::nullopt;
        if (!code || !item) return false;
        items.push_back({int(*item), *code});
    }
    return true;
}

// The particulars that belong to some kinds alone.
void write_own(const Act& act, Record& out) {
    switch (act.kind) {
        case ActKind::Register: out.set("application", record(act.application)); break;
        case ActKind::Consult: out.set("party", word(name(act.party))); break;
        case ActKind::Opinion: out.set("answer", word(name(act.answer))); break;
        case ActKind::ProposeExtension:
        case ActKind::Extend: out.set("days", std::int64_t{act.days}); break;
        case ActKind::FeeNotice: out.set("yuan", act.yuan); break;
        case ActKind::Decide:
            write_items(act.items, out);
            if (act.public_interest) out.set("public_interest", std::int64_t{1});
            break;
        case ActKind::Deliver: out.set("delivery", word(name(act.delivery))); break;
        case ActKind::FileRemedy: out.set("remedy", word(name(act.remedy))); break;
        case ActKind::RemedyResult: out.set("outcome", word(name(act.outcome))); break;
        default: break;
    }
}

template <class Kind>
bool read_word(const Record& from, const char* field,
               std::optional<Kind> (*kind_of)(std::string_view), Kind& it) {
    const auto kind = kind_of(from.text(field).value_or(""));
    if (kind) it = *kind;
    return kind.has_value();
}

bool read_own(const Record& from, Act& act) {
    switch (act.kind) {
        case ActKind::Register: {
            const Record* application = from.record("application");
            return application && read(*application, act.application);
        }
        case ActKind::Consult: return read_word(from, "party", party, act.party);
        case ActKind::Opinion: return read_word(from, "answer", answer, act.answer);
        case ActKind::ProposeExtension:
        case ActKind::Extend: act.days = int(from.whole("days").value_or(0)); return act.days > 0;
        case ActKind::FeeNotice: act.yuan = from.whole("yuan").value_or(0); return act.yuan > 0;
        case ActKind::Decide:
            act.public_interest = from.whole("public_interest") == 1;
            return read_items(from, act.items);
        case ActKind::Deliver: return read_word(from, "delivery", delivery, act.delivery);
        case ActKind::FileRemedy: return read_word(from, "remedy", remedy, act.remedy);
        case ActKind::RemedyResult: return read_word(from, "outcome", remedy_outcome, act.outcome);
        default: return true;
    }
}

}  // namespace

std::string entry_kind(ActKind kind) { return std::string(prefix) + word(name(kind)); }

std::optional<ActKind> kind_of_entry(std::string_view entry_kind) {
    if (!entry_kind.starts_with(prefix)) return {};
    return act_kind(entry_kind.substr(prefix.size()));
}

journal::Record record(const Act& act) {
    Record out;
    out.set("on", act.on).set("recorded_on", act.recorded_on);
    if (act.until) out.set("until", *act.until);
    if (act.refers_to) out.set("refers_to", std::int64_t{*act.refers_to});
    if (!act.words.empty()) out.set("words", journal::record(act.words));
    if (!act.evidence.empty()) out.set("evidence", journal::record(act.evidence));
    write_own(act, out);
    return out;
}

Result<Act> act_of(ActKind kind, const journal::Record& payload) {
    Result<Act> read(Act{});  // filled where it lies: an act is large
    Act& act = read.value();
    act.kind = kind;
    const auto on = payload.day("on"), recorded_on = payload.day("recorded_on");
    if (!on || !recorded_on) return damaged();
    act.on = *on;
    act.recorded_on = *recorded_on;
    act.until = payload.day("until");
    if (const auto which = payload.whole("refers_to")) act.refers_to = int(*which);
    act.words = journal::sealed(payload.record("words"));
    act.evidence = journal::sealed(payload.record("evidence"));
    if (!read_own(payload, act)) return damaged();
    return read;
}

}  // namespace gongkai::requests
