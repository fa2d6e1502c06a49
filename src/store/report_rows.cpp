#include "store/report_rows.h"

#include <algorithm>

#include "base/text.h"
#include "store/report_library.h"

namespace gongkai::store {

namespace {

constexpr std::size_t searched_signs = 200;  // an index of PostgreSQL holds some 2,700 bytes
constexpr std::int64_t folded_at_once = 500;

// False: none of the region is left.
bool fold_some(Database& database, std::int64_t region) {
    std::size_t count = 0;
    database.transaction([&](Connection& connection) {
        const auto rows = connection.run(
            "SELECT id, organ FROM report WHERE region = $1 AND folded IS NULL LIMIT $2",
            {region, folded_at_once});
        for (const Row& row : rows)
            connection.run("UPDATE report SET folded = $3 WHERE region = $1 AND id = $2",
                           {region, row[0], folded_name(text(row[1]))});
        count = rows.size();
    });
    return count == std::size_t(folded_at_once);
}

}  // namespace

reports::Kept kept_of(const Row& row) {
    return {reports::ReportId(whole(row[0])),
            std::int32_t(whole(row[1])),
            text(row[2]),
            int(whole(row[3])),
            text(row[4]),
            text(row[5]),
            text(row[6]),
            text(row[7]),
            text(row[8]),
            text(row[9])};
}

std::string storable(const std::string& from) {
    if (from.find('\0') == from.npos && text::is_utf8(from)) return from;
    std::string kept;
    for (std::size_t at = 0; at < from.size();)
        if (const char32_t point = text::next(from, at)) text::append(kept, point);
    return kept;
}

std::string folded_name(const std::string& organ) {
    const std::string folded = text::fold(organ);
    return std::string(text::slice(folded, 0, std::min(text::length(folded), searched_signs)));
}

std::vector<std::int64_t> regions_of_reports(Connection& connection) {
    std::vector<std::int64_t> regions;
    for (const Row& row :
         connection.run("SELECT region FROM region WHERE EXISTS (SELECT 1 FROM report "
                        "WHERE report.region = region.region) ORDER BY region",
                        {}))
        regions.push_back(whole(row[0]));
    return regions;
}

void fold_names(Database& database) {
    std::vector<std::int64_t> regions;
    database.read([&](Connection& connection) { regions = regions_of_reports(connection); });
    for (const std::int64_t region : regions)
        while (fold_some(database, region)) {
        }
}

}  // namespace gongkai::store
