#pragma once

#include <string>

#include "journal/ledger.h"

namespace gongkai::records {

// A personal datum (个人信息). From the input until it is sealed it holds the datum itself in
// `clear`; after that only the seal by which the vault finds it again (docs/journal.md). The
// journal's writer throws where it meets one that is still in the clear.
struct SealedDatum {
    std::string clear;  // a text, or the canonical form of a record
    journal::Sealed seal;

    bool empty() const { return clear.empty() && seal.empty(); }
    friend bool operator==(const SealedDatum&, const SealedDatum&) = default;
};

// `Datum` says what lies in it: std::string, or a record such as Applicant.
template <class Datum>
struct Sealed : SealedDatum {
    using datum = Datum;
};
using SealedText = Sealed<std::string>;

inline SealedText in_clear(std::string text) { return {{std::move(text), {}}}; }

// A long text that is kept as a file and named in the record by the digest of its bytes
// (disclosure/contents.h). From the input until it is kept it holds the text itself.
struct KeptText {
    std::string clear;
    std::string digest;

    friend bool operator==(const KeptText&, const KeptText&) = default;
};

// The number of an earlier act of the same subject.
struct Reference {
    int act = 0;
    friend bool operator==(const Reference&, const Reference&) = default;
};

}  // namespace gongkai::records
