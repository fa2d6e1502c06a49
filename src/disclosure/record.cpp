#include "disclosure/record.h"

namespace gongkai::disclosure {

namespace {

using journal::Record;

constexpr std::string_view register_names[] = {"register.enter", "register.annul"};

Error damaged() {
    return {ErrorKind::Invalid, "register.record", "台账的记录不完整，可能被改动过。"};
}

}  // namespace

std::string entry_kind(RegisterAct act) { return std::string(register_names[std::size_t(act)]); }

std::optional<RegisterAct> register_act_of_entry(std::string_view entry_kind) {
    if (entry_kind == register_names[0]) return RegisterAct::Enter;
    if (entry_kind == register_names[1]) return RegisterAct::Annul;
    return {};
}

Record record(const RegisterEvent& event) {
    Record out;
    out.set("recorded_on", event.recorded_on);
    if (!event.words.empty()) out.set("words", journal::record(event.words));
    if (event.act != RegisterAct::Enter) return out;
    out.set("kind", std::string(name(event.kind)))
        .set("on", event.on)
        .set("amount", event.amount.text())
        .set("source", event.source);
    if (event.from) out.set("from", *event.from);
    return out;
}

Result<RegisterEvent> register_event_of(RegisterAct act, const Record& payload) {
    RegisterEvent it;
    it.act = act;
    const auto recorded_on = payload.day("recorded_on");
    if (!recorded_on) return damaged();
    it.recorded_on = *recorded_on;
    it.words = journal::sealed(payload.record("words"));
    if (act != RegisterAct::Enter) return it;
    const auto kind = register_kind(payload.text("kind").value_or(""));
    const auto on = payload.day("on");
    const auto amount = Decimal::parse(payload.text("amount").value_or(""));
    if (!kind || !on || !amount) return damaged();
    it.kind = *kind;
    it.on = *on;
    it.amount = *amount;
    it.from = payload.day("from");
    it.source = payload.text("source").value_or("");
    return it;
}

}  // namespace gongkai::disclosure
