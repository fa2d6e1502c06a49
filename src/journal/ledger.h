#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/entry.h"
#include "journal/tree.h"

namespace gongkai::journal {

// A datum that no hash may hold in the clear: a person's name, number, address, words of a letter.
// The payload carries the digest of a random salt and the datum; both lie encrypted beside the
// journal under `id`. Where they are erased the digest tells nothing, and the log stays whole.
struct Sealed {
    std::string id;  // empty: there is none
    std::string digest;

    bool empty() const { return id.empty(); }
    friend bool operator==(const Sealed&, const Sealed&) = default;
};
Record record(const Sealed& it);
Sealed sealed(const Record* it);  // an empty one where there is no record

// Who does something, and when.
struct Signature {
    std::string actor;
    std::int64_t at = 0;  // milliseconds since 1970 UTC
};

// All that is on record, at one moment. The repositories of the domain read through it.
class View {
public:
    virtual ~View() = default;

    // The datum, or nothing where it has been erased. Throws where it does not fit its digest.
    virtual std::optional<std::string> open(const LogKey& log, const Sealed& datum) const = 0;

    // The entries of one subject, oldest first.
    virtual std::vector<Entry> entries(const LogKey& log, const std::string& subject) const = 0;
    // The size and root of a log; of one without entries: 0 and the digest of nothing.
    virtual TreeHead head(const LogKey& log) const = 0;
};

// A change of one log in the making: what is appended is durable together or not at all, and a
// repository that reads through it sees what has been appended.
class Change : public View {
public:
    virtual const LogKey& log() const = 0;
    virtual Entry append(const Draft& draft) = 0;
    virtual Sealed seal(const std::string& datum) = 0;
    // Removes a datum for good and records under the subject that it was removed.
    virtual void erase(const std::string& subject, const Sealed& datum) = 0;
    // Removes many for good, with one entry that says why.
    virtual void erase(const Draft& why, const std::vector<Sealed>& data) = 0;
};

// Where journals are kept. A store that cannot be reached throws.
class Ledger {
public:
    virtual ~Ledger() = default;

    virtual void look(const std::function<void(const View&)>& work) const = 0;
    // Nothing is recorded where the work refuses or throws; otherwise it is durable when this
    // returns. Nobody else changes this log until then, so that what the work decides on stays.
    // The work may run on another thread and should be short.
    virtual Status change(const Signature& by, const LogKey& log,
                          const std::function<Status(Change&)>& work) = 0;
};

}  // namespace gongkai::journal
