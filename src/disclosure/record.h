#pragma once

#include "base/result.h"
#include "disclosure/register_line.h"
#include "journal/payload.h"

namespace gongkai::disclosure {

// The kind of an act's journal entry: "register.enter".
std::string entry_kind(RegisterAct act);
std::optional<RegisterAct> register_act_of_entry(std::string_view entry_kind);

// Particulars as they stand in the journal, without who recorded them: the entry itself says that.
journal::Record record(const RegisterEvent& event);

// The act of an entry. Refusal register.record for particulars that no act has written.
Result<RegisterEvent> register_event_of(RegisterAct act, const journal::Record& payload);

}  // namespace gongkai::disclosure
