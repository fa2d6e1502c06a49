#include "journal/entry.h"

#include "journal/tree.h"

namespace gongkai::journal {

namespace {

void text(std::string& out, std::string_view name, std::string_view value) {
    for (const std::string_view it : {name, value}) {
        out += std::to_string(it.size());
        out += ':';
        out += it;
    }
}

void whole(std::string& out, std::string_view name, std::int64_t value) {
    out += std::to_string(name.size());
    out += ':';
    out += name;
    out += 'i';
    out += std::to_string(value);
    out += 'e';
}

}  // namespace

// The payload is canonical already and stands as it is; the names are in the order of their bytes.
std::string canonical(const Entry& entry) {
    std::string out;
    out.reserve(entry.payload.size() + 160);
    out += 'd';
    text(out, "actor", entry.actor);
    text(out, "kind", entry.kind);
    whole(out, "organ", entry.log.organ);
    out += "7:payload";
    out += entry.payload;
    whole(out, "recorded_at", entry.recorded_at);
    whole(out, "region", entry.log.region);
    whole(out, "sequence", entry.sequence);
    text(out, "subject", entry.subject);
    out += 'e';
    return out;
}

Sm3 leaf(const Entry& entry) { return leaf_hash(canonical(entry)); }

}  // namespace gongkai::journal
