#include "store/postgres/postgres_values.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace gongkai::store {

namespace {

// pg_type.oid, fixed by PostgreSQL.
namespace type {
constexpr Oid boolean = 16, bytes = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, any_text = 25,
              oid = 26, float4 = 700, float8 = 701, unknown = 705, padded = 1042, varying = 1043,
              numeric = 1700, nothing = 2278;
}  // namespace type

// Numbers travel with the greatest byte first.
template <class Number>
Number number(const char* from) {
    Number it = 0;
    for (std::size_t i = 0; i < sizeof it; ++i)
        it = Number(it << 8 | static_cast<unsigned char>(from[i]));
    return it;
}

std::array<char, 8> eight_bytes(std::uint64_t it) {
    std::array<char, 8> bytes{};
    for (std::size_t i = 8; i-- > 0; it >>= 8)
        bytes[i] = char(it & 0xFF);
    return bytes;
}

// What sum() and avg() answer. Digits of base 10000, `weight` is the power of the first:
//   count weight sign scale (int16 each)  digit...
// Whole where it is one that an int64 holds, as in SQLite; otherwise the nearest double.
Value numeric_value(const char* from) {
    const int count = number<std::uint16_t>(from);
    const int weight = std::int16_t(number<std::uint16_t>(from + 2));
    const auto sign = number<std::uint16_t>(from + 4);
    constexpr std::uint16_t negative = 0x4000, not_finite = 0xC000;
    if ((sign & not_finite) == not_finite) return std::numeric_limits<double>::quiet_NaN();

    __extension__ using Wide = __int128;
    Wide exact = 0;
    double near = 0;
    for (int i = 0; i < count; ++i) {
        const int digit = number<std::uint16_t>(from + 8 + std::ptrdiff_t(2) * i);
        near += digit * std::pow(10000.0, weight - i);
        if (i <= weight && weight < 5) exact = exact * 10000 + digit;
    }
    for (int i = count; i <= weight && weight < 5; ++i)
        exact *= 10000;
    if (sign == negative) exact = -exact, near = -near;

    const bool is_whole = count <= weight + 1 && weight < 5;
    if (is_whole && exact >= std::numeric_limits<std::int64_t>::min() &&
        exact <= std::numeric_limits<std::int64_t>::max())
        return std::int64_t(exact);
    return near;
}

}  // namespace

PostgresArguments::PostgresArguments(const std::vector<Value>& values)
    : types_(values.size(), 0),
      pointers_(values.size(), nullptr),
      lengths_(values.size(), 0),
      formats_(values.size(), 0),
      numbers_(values.size()) {
    const auto set = [&](std::size_t i, Oid of, const char* from, std::size_t size, int format) {
        types_[i] = of;
        pointers_[i] = from;
        lengths_[i] = int(size);
        formats_[i] = format;
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const auto* whole = std::get_if<std::int64_t>(&values[i])) {
            numbers_[i] = eight_bytes(std::uint64_t(*whole));
            set(i, type::int8, numbers_[i].data(), 8, 1);
        } else if (const auto* real = std::get_if<double>(&values[i])) {
            numbers_[i] = eight_bytes(std::bit_cast<std::uint64_t>(*real));
            set(i, type::float8, numbers_[i].data(), 8, 1);
        } else if (const auto* text = std::get_if<std::string>(&values[i])) {
            set(i, type::any_text, text->c_str(), text->size(), 0);
        } else if (const auto* blob = std::get_if<Blob>(&values[i])) {
            // A null pointer would be NULL, not an empty blob.
            const char* from = blob->empty() ? "" : reinterpret_cast<const char*>(blob->data());
            set(i, type::bytes, from, blob->size(), 1);
        }
    }
}

Value postgres_value(const PGresult* answer, int row, int column) {
    if (PQgetisnull(answer, row, column)) return std::monostate{};
    const char* from = PQgetvalue(answer, row, column);
    const auto size = std::size_t(PQgetlength(answer, row, column));
    switch (PQftype(answer, column)) {
        case type::boolean: return std::int64_t(from[0] != 0);
        case type::int2: return std::int64_t(std::int16_t(number<std::uint16_t>(from)));
        case type::int4: return std::int64_t(std::int32_t(number<std::uint32_t>(from)));
        case type::int8: return std::int64_t(number<std::uint64_t>(from));
        case type::oid: return std::int64_t(number<std::uint32_t>(from));
        case type::float4: return double(std::bit_cast<float>(number<std::uint32_t>(from)));
        case type::float8: return std::bit_cast<double>(number<std::uint64_t>(from));
        case type::numeric: return numeric_value(from);
        case type::any_text:
        case type::name:
        case type::padded:
        case type::varying:
        case type::unknown: return std::string(from, size);
        case type::bytes: {
            const auto* it = reinterpret_cast<const std::byte*>(from);
            return Blob(it, it + size);
        }
        case type::nothing: return std::monostate{};
        default:
            throw StoreError(
                "PostgreSQL: column " + std::to_string(column + 1) +
                " has a type that is not read: " + std::to_string(PQftype(answer, column)));
    }
}

}  // namespace gongkai::store
