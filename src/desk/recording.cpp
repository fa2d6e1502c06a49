#include "desk/recording.h"

namespace gongkai::desk {

Status check_seen(const records::Table& table, std::optional<std::size_t> seen, std::size_t acts) {
    if (!seen || *seen == acts) return Done{};
    return Error{ErrorKind::Conflict, std::string(table.refusals) + ".changed",
                 std::string(table.this_one) + "刚由他人办理，请刷新后再试。"};
}

void sign(records::Dated& act, const records::Row& row, const journal::Signature& by) {
    act.by = by.actor;
    act.recorded_on = china_day(by.at);
    if (row.day.empty()) act.on = act.recorded_on;
}

}  // namespace gongkai::desk
