#include "store/database.h"

namespace gongkai::store {

std::int64_t whole(const Value& value) { return std::get<std::int64_t>(value); }

double real(const Value& value) { return std::get<double>(value); }

const std::string& text(const Value& value) { return std::get<std::string>(value); }

const Blob& blob(const Value& value) { return std::get<Blob>(value); }

bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }

void Database::transaction(const std::function<void(Connection&)>& work) {
    transaction_ending([&](Connection& connection) {
        work(connection);
        return Ending::Commit;
    });
}

}  // namespace gongkai::store
