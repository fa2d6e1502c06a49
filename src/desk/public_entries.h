#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/repository.h"
#include "journal/audit.h"
#include "journal/ledger.h"

namespace gongkai::desk {

// Which entries of a log everybody may read: those of the kinds whose rows say so, without remarks,
// for as long as what they made public is public. Of a text that was withdrawn, or replaced by
// another, only the hash stays.
class PublicEntries {
public:
    PublicEntries(const journal::Ledger& ledger, const disclosure::Documents& documents)
        : ledger_(ledger), documents_(documents) {}

    // The bytes that are hashed of each; empty of one that nobody may read.
    std::vector<std::string> bytes_of(const std::vector<journal::Entry>& entries, Date today) const;

    // The entry by which what a document shows today became public, and the one by which a body's
    // report of a year did; nothing where neither is.
    std::optional<journal::Entry> publication(const disclosure::DocumentKey& key, Date today) const;
    std::optional<journal::Entry> publication(const journal::LogKey& log, int year) const;

private:
    const journal::Ledger& ledger_;
    const disclosure::Documents& documents_;

    std::optional<journal::Entry> shown(const journal::View& view,
                                        const disclosure::DocumentKey& key, Date today) const;
    bool may_be_read(const journal::View& view, const journal::Entry& entry, Date today) const;
};

}  // namespace gongkai::desk
