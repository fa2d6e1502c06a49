#include "api/given_act.h"

namespace gongkai::api {

Result<const records::Row*> row_given(const records::Table& table, const json::Object& given,
                                      const site::Caller& caller) {
    GK_TRY(row, records::row_of_input(table, given));
    GK_CHECK(desk::check_right(caller.actor, row->right));
    return row;
}

Result<std::size_t> seen_of(const Fields& fields) {
    GK_TRY(seen, fields.whole("seen", "已看到的环节数"));
    if (seen >= 0) return std::size_t(seen);
    const std::string said =
        "“已看到的环节数”应是 0 或者正整数，现为 " + std::to_string(seen) + "。请刷新后再试。";
    return Error{ErrorKind::Invalid, "fields.kind", said, {{"seen", said}}};
}

}  // namespace gongkai::api
