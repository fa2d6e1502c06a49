#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/entry.h"
#include "journal/tree.h"

namespace gongkai::journal {

// What does not hold in a log: where, and in a Chinese sentence what.
struct LogFault {
    std::optional<std::int64_t> sequence;  // of the entry, where it is one entry's
    std::string what;
};

struct Verification {
    std::int64_t entries = 0;
    TreeHead head;  // as counted from the entries
    std::vector<LogFault> faults;
};

// An entry as it is kept, with the digest that is kept beside it.
struct KeptEntry {
    Entry entry;
    std::string leaf;
};

// That an entry is in the log: the path from its leaf to the root.
struct InclusionProof {
    std::int64_t index = 0;
    Sm3 leaf{};
    TreeHead head;
    std::vector<Sm3> path;
};

// Reading a journal as a whole and asking whether it holds. A store that cannot be reached throws.
class Audit {
public:
    virtual ~Audit() = default;

    // At most `count` entries from before a sequence on, or from the last on, newest first.
    virtual std::vector<KeptEntry> entries(const LogKey& log, std::optional<std::int64_t> before,
                                           int count) const = 0;
    // The entries, the tree, the lists made from it and what is sealed.
    virtual Verification verify(const LogKey& log) const = 0;
    // In the tree of the first `size` entries; of all where it is not given. Refusal
    // journal.no-entry.
    virtual Result<InclusionProof> prove(const LogKey& log, std::int64_t sequence,
                                         std::optional<std::int64_t> size) const = 0;
};

}  // namespace gongkai::journal
