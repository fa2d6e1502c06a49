#include <stdexcept>

#include "organs/account.h"
#include "organs/organ.h"
#include "store/ledger/entries.h"
#include "store/ledger/people.h"
#include "store/ledger/projection.h"

// Bodies and accounts are entries of their region's own log. A row holds the last entry's payload
// and what lists look for.
namespace gongkai::store {

namespace {

using journal::Entry;

const Table body_table{"body", {"number"}, {"name", "record"}};
const Table account_table{"account", {"id"}, {"login", "home", "record"}};

journal::Record payload_of(const Entry& entry) {
    const auto payload = journal::parse_canonical(entry.payload);
    if (!payload.ok()) throw StoreError("记录不完整：" + entry.subject);
    return payload.value();
}

void apply_body(const Entry& entry, Rows& rows) {
    const auto payload = payload_of(entry);
    rows.put(body_table, entry.log, {number_of(entry.subject)},
             {payload.text_of("name"), blob_of(entry.payload)});
}

void apply_account(const Entry& entry, Rows& rows) {
    const auto payload = payload_of(entry);
    rows.put(
        account_table, entry.log, {entry.subject},
        {payload.text_of("login"), payload.whole("organ").value_or(0), blob_of(entry.payload)});
}

}  // namespace

const Projection body_projection{"organ.", {&body_table}, apply_body};
const Projection account_projection{"account.", {&account_table}, apply_account};

}  // namespace gongkai::store
