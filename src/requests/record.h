#pragma once

#include "base/result.h"
#include "journal/payload.h"
#include "requests/act.h"

namespace gongkai::requests {

// The kind of an act's journal entry: "request.extend".
std::string entry_kind(ActKind kind);
std::optional<ActKind> kind_of_entry(std::string_view entry_kind);

// An act's particulars as they stand in the journal, without who recorded it and when: the entry
// itself says that. What is personal is sealed already.
journal::Record record(const Act& act);

// The act of an entry. Refusal request.record for particulars that no act has written.
Result<Act> act_of(ActKind kind, const journal::Record& payload);

}  // namespace gongkai::requests
