#include "journal/ledger.h"

namespace gongkai::journal {

Record record(const Sealed& it) { return Record{}.set("digest", it.digest).set("id", it.id); }

Sealed sealed(const Record* it) {
    if (!it) return {};
    return {it->text_of("id"), it->text_of("digest")};
}

}  // namespace gongkai::journal
