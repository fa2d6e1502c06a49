#pragma once

#include "base/result.h"
#include "disclosure/document_act.h"
#include "disclosure/register_line.h"
#include "journal/payload.h"

namespace gongkai::disclosure {

// The kind of an act's journal entry: "document.publish", "register.enter".
std::string entry_kind(ActKind kind);
std::string entry_kind(RegisterAct act);
std::optional<ActKind> kind_of_entry(std::string_view entry_kind);
std::optional<RegisterAct> register_act_of_entry(std::string_view entry_kind);

// Particulars as they stand in the journal, without who recorded them: the entry itself says that.
// Texts and attachments are named by their digests.
journal::Record record(const Act& act);
journal::Record record(const RegisterEvent& event);

// The act of an entry. Refusals document.record and register.record for particulars that no act
// has written.
Result<Act> act_of(ActKind kind, const journal::Record& payload);
Result<RegisterEvent> register_event_of(RegisterAct act, const journal::Record& payload);

}  // namespace gongkai::disclosure
