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
    return std::size_t(seen);
}

}  // namespace gongkai::api
