#include "store/ledger/log_sizes.h"

namespace gongkai::store {

std::map<journal::LogKey, std::int64_t> log_sizes(Connection& connection) {
    std::map<journal::LogKey, std::int64_t> sizes;
    connection.each("SELECT region, organ, size FROM journal_head", {}, [&](Row& row) {
        sizes[{whole(row[0]), whole(row[1])}] = whole(row[2]);
    });
    return sizes;
}

}  // namespace gongkai::store
