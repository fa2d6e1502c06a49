#include "disclosure/record.h"
#include "store/ledger/projection.h"
#include "store/ledger/register_repository.h"

namespace gongkai::store {

namespace {

using journal::Entry;

const Table line_table{"register_line", {"subject"}, {"number", "kind", "counted_on", "annulled"}};

void apply(const Entry& entry, Rows& rows) {
    const auto it = register_entry_of(rows.entries(entry.log, entry.subject));
    rows.put(line_table, entry.log, {entry.subject},
             {register_number(entry.subject), std::string(name(it.kind)), iso(it.on),
              std::int64_t{it.annulled}});
}

}  // namespace

const Projection register_projection{"register.", {&line_table}, apply};

}  // namespace gongkai::store
