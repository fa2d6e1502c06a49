#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "journal/audit.h"
#include "journal/ledger.h"
#include "records/listing.h"

namespace gongkai::desk {

// A body's log (工作记录) as it is read, verified and proved.
class JournalDesk {
public:
    JournalDesk(journal::Ledger& ledger, const journal::Audit& audit)
        : ledger_(ledger), audit_(audit) {}

    journal::TreeHead head(const journal::LogKey& log) const;
    // The newest first; it is narrowed to nothing and sorted in no other way. Refusals: those of
    // every list.
    Result<records::Page<journal::KeptEntry>> page(const journal::LogKey& log,
                                                   const records::Ask& ask) const;
    const journal::Audit& audit() const { return audit_; }

private:
    journal::Ledger& ledger_;
    const journal::Audit& audit_;
};

}  // namespace gongkai::desk
