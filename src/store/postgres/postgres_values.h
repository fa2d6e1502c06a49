#pragma once

#include <libpq-fe.h>

#include <array>
#include <string>
#include <vector>

#include "store/database.h"

namespace gongkai::store {

// Arguments in the form in which PQexecParams wants them: whole numbers as int8, reals as float8,
// blobs as bytea, all binary; text as text. NULL has no type, the server finds it.
class PostgresArguments {
public:
    explicit PostgresArguments(const std::vector<Value>& values);  // which must outlive it

    int count() const { return int(types_.size()); }
    const Oid* types() const { return types_.data(); }
    const char* const* values() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    std::vector<Oid> types_;
    std::vector<const char*> pointers_;
    std::vector<int> lengths_, formats_;
    std::vector<std::array<char, 8>> numbers_;
};

// One value of an answer in binary form, by the type of its column. Throws StoreError for a type
// that Value has no place for.
Value postgres_value(const PGresult* answer, int row, int column);

}  // namespace gongkai::store
