#include "store/database.h"

namespace gongkai::store {

std::int64_t whole(const Value& value) { return std::get<std::int64_t>(value); }

const std::string& text(const Value& value) { return std::get<std::string>(value); }

}  // namespace gongkai::store
