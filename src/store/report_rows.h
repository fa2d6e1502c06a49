#pragma once

#include <string>

#include "reports/library.h"
#include "store/database.h"

// Rows of the table `report`.
namespace gongkai::store {

// The columns of a Kept, in the order in which kept_of() takes them.
inline constexpr std::string_view kept_columns =
    "id, region, organ, year, form, title, source, format, digest, imported";
inline constexpr std::size_t kept_column_count = 10;
reports::Kept kept_of(const Row& row);

// What both engines can keep of a text out of a file, or of its name, which may be any bytes.
std::string storable(const std::string& from);
// A body's name as it is searched.
std::string folded_name(const std::string& organ);

// The regions in which reports are kept.
std::vector<std::int64_t> regions_of_reports(Connection& connection);

}  // namespace gongkai::store
