#pragma once

#include "base/result.h"
#include "disclosure/document_act.h"
#include "journal/payload.h"

namespace gongkai::disclosure {

// The kind of an act's journal entry: "document.publish".
std::string entry_kind(ActKind kind);
std::optional<ActKind> kind_of_entry(std::string_view entry_kind);

// Particulars as they stand in the journal, without who recorded them: the entry itself says that.
// Texts and attachments are named by their digests.
journal::Record record(const Act& act);

// The act of an entry. Refusal document.record for particulars that no act has written.
Result<Act> act_of(ActKind kind, const journal::Record& payload);

}  // namespace gongkai::disclosure
