#include "api/json_parts.h"

namespace gongkai::api {

json::Value day_or_null(const std::optional<Date>& day) {
    return day ? json::Value(iso(*day)) : json::Value();
}

json::Object place_in_journal(const journal::Entry& entry, const journal::TreeHead& head) {
    return {{"sequence", entry.sequence},
            {"leaf", hex(bytes(leaf(entry)))},
            {"size", head.size},
            {"root", hex(bytes(head.root))}};
}

}  // namespace gongkai::api
