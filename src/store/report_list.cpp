#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "store/ledger/listing.h"
#include "store/report_library.h"
#include "store/report_rows.h"

// The list of kept reports by the page. A region is asked by itself, so that each statement touches
// the rows of one; without a region the answers of all are put together.
namespace gongkai::store {

using reports::BodyPage;
using reports::BodyPlace;
using reports::Listed;
using reports::PlaceAsked;
using reports::ReportPlace;
using reports::Wanted;

namespace {

// Behind a Where: $1 is the region, also in the edition() of the report that a report is compared
// with today, so that the statement touches one region.
constexpr std::string_view listed_columns =
    "id, region, organ, year, form, title, source, format, digest, imported, errors, warnings, "
    "hints, verdict_rules, verdict_beside, "
    "coalesce((SELECT digest || ' ' || imported FROM report AS last WHERE last.region = $1 "
    "AND last.organ = report.organ AND last.year = report.year - 1 "
    "AND last.organ <> '' AND report.year > 0 ORDER BY last.id DESC LIMIT 1), '')";

Listed listed(const Row& row, std::string_view rules) {
    Listed one{kept_of(row), {}};
    const auto column = [&](std::size_t behind) -> const Value& {
        return row[kept_column_count + behind];
    };
    if (is_null(column(0)) || text(column(3)) != rules || text(column(4)) != text(column(5)))
        return one;
    one.verdict =
        checks::Tally{int(whole(column(0))), int(whole(column(1))), int(whole(column(2)))};
    return one;
}

// A condition in the making, with its arguments.
struct Where {
    std::string sql = "region = $1";
    std::vector<Value> arguments;

    explicit Where(std::int64_t region) : arguments{region} {}

    std::string parameter(Value value) {
        arguments.push_back(std::move(value));
        return "$" + std::to_string(arguments.size());
    }
    void add(const std::string& condition) { (sql += " AND ") += condition; }
};

Where where_of(const Wanted& wanted, std::int64_t region) {
    Where where(region);
    if (wanted.year) where.add("year = " + where.parameter(std::int64_t{*wanted.year}));
    if (const auto sought = folded_name(storable(wanted.name)); !sought.empty())
        where.add("folded LIKE " + where.parameter(like_holding(sought)) + " ESCAPE '\\'");
    return where;
}

// Whether the body of this name in this region lies behind the place, where its name is the same.
bool may_be_same(const BodyPlace& place, std::int64_t region, bool behind) {
    return behind ? region > place.region : region < place.region;
}

// The next bodies of a region in the direction that is asked for.
std::vector<BodyPlace> bodies_of(Connection& connection, const Wanted& wanted,
                                 const PlaceAsked& part, std::int64_t region) {
    Where where = where_of(wanted, region);
    const bool back = part.before.has_value();
    if (const auto& from = back ? part.before : part.after) {
        const std::string sign = back ? " <" : " >",
                          same = may_be_same(*from, region, !back) ? "= " : " ";
        where.add("organ" + sign + same + where.parameter(storable(from->organ)));
    }
    const std::string sql = "SELECT DISTINCT organ FROM report WHERE " + where.sql +
                            " ORDER BY organ" + (back ? " DESC" : "") + " LIMIT " +
                            where.parameter(std::int64_t{part.limit} + 1);
    std::vector<BodyPlace> bodies;
    for (const Row& row : connection.run(sql, where.arguments))
        bodies.push_back({text(row[0]), std::int32_t(region)});
    return bodies;
}

std::vector<std::int64_t> regions_of(Connection& connection, const Wanted& wanted) {
    if (wanted.region) return {*wanted.region};
    return regions_of_reports(connection);
}

// The reports of these bodies that are wanted.
std::vector<Listed> reports_of(Connection& connection, const Wanted& wanted,
                               const std::vector<BodyPlace>& bodies, std::string_view rules) {
    std::vector<Listed> all;
    for (const std::int64_t region : regions_of(connection, wanted)) {
        Where where(region);
        std::string names;
        for (const BodyPlace& body : bodies)
            if (body.region == region)
                (names += names.empty() ? "" : ", ") += where.parameter(body.organ);
        if (names.empty()) continue;
        where.add("organ IN (" + names + ")");
        if (wanted.year) where.add("year = " + where.parameter(std::int64_t{*wanted.year}));
        connection.each("SELECT " + std::string(listed_columns) + " FROM report WHERE " + where.sql,
                        where.arguments,
                        [&](const Row& row) { all.push_back(listed(row, rules)); });
    }
    return all;
}

void sort(std::vector<Listed>& reports) {
    std::ranges::sort(reports, {}, [](const Listed& it) {
        return std::tuple(std::string_view(it.kept.organ), it.kept.region, -it.kept.year,
                          it.kept.id);
    });
}

std::string behind(const ReportPlace& place, std::int64_t region, Where& where) {
    const auto& [body, year, id] = place;
    const std::string organ = where.parameter(storable(body.organ));
    if (region != body.region)
        return "organ " + std::string(may_be_same(body, region, true) ? ">= " : "> ") + organ;
    const std::string same_year = where.parameter(std::int64_t{year});
    return "organ >= " + organ + " AND (organ > " + organ + " OR year < " + same_year +
           " OR (year = " + same_year + " AND id > " + where.parameter(id) + "))";
}

void add_to(records::Count& sum, std::int64_t number) {
    sum.number = int(std::min<std::int64_t>(sum.number + number, records::counted_at_most + 1));
    sum.more = sum.number > records::counted_at_most;
}

}  // namespace

BodyPage ReportLibrary::bodies(const Wanted& wanted, const PlaceAsked& part,
                               std::string_view rules) const {
    BodyPage page;
    const bool back = part.before.has_value();
    database_.read([&](Connection& connection) {
        std::vector<BodyPlace> found;
        for (const std::int64_t region : regions_of(connection, wanted))
            std::ranges::move(bodies_of(connection, wanted, part, region),
                              std::back_inserter(found));
        back ? std::ranges::sort(found, std::greater{}) : std::ranges::sort(found);
        const bool more = found.size() > std::size_t(part.limit);
        if (more) found.resize(std::size_t(part.limit));
        page.has_before = back ? more : part.after.has_value();
        page.has_after = back || more;
        page.reports = reports_of(connection, wanted, found, rules);
    });
    sort(page.reports);
    return page;
}

std::vector<Listed> ReportLibrary::page(const Wanted& wanted,
                                        const std::optional<ReportPlace>& after, int limit,
                                        std::string_view rules) const {
    std::vector<Listed> all;
    database_.read([&](Connection& connection) {
        for (const std::int64_t region : regions_of(connection, wanted)) {
            Where where = where_of(wanted, region);
            if (after) where.add(behind(*after, region, where));
            connection.each(
                "SELECT " + std::string(listed_columns) + " FROM report WHERE " + where.sql +
                    " ORDER BY organ, year DESC, id LIMIT " + where.parameter(std::int64_t{limit}),
                where.arguments, [&](const Row& row) { all.push_back(listed(row, rules)); });
        }
    });
    sort(all);
    if (all.size() > std::size_t(limit)) all.resize(std::size_t(limit));
    return all;
}

namespace {

// Counted inside, so that a long list costs no more than a thousand rows.
std::string counting(const std::string& what, const std::string& where) {
    return "SELECT count(*) FROM (SELECT " + what + " FROM report WHERE " + where +
           " ORDER BY organ LIMIT " + std::to_string(records::counted_at_most + 1) + ") counted";
}

}  // namespace

reports::Library::Counts ReportLibrary::count(const Wanted& wanted) const {
    Counts counts;
    database_.read([&](Connection& connection) {
        for (const std::int64_t region : regions_of(connection, wanted)) {
            const Where where = where_of(wanted, region);
            const auto counted = [&](const std::string& what, records::Count& sum) {
                if (sum.more) return;
                const auto rows = connection.run(counting(what, where.sql), where.arguments);
                add_to(sum, whole(rows.at(0)[0]));
            };
            counted("DISTINCT organ", counts.bodies);
            counted("organ", counts.reports);
        }
    });
    for (records::Count* count : {&counts.bodies, &counts.reports})
        count->number = std::min(count->number, records::counted_at_most);
    return counts;
}

std::vector<Listed> ReportLibrary::of_body(const BodyPlace& body, std::string_view rules) const {
    std::vector<Listed> all;
    database_.read([&](Connection& connection) {
        Wanted wanted;
        wanted.region = body.region;
        all = reports_of(connection, wanted, {{storable(body.organ), body.region}}, rules);
    });
    sort(all);
    return all;
}

}  // namespace gongkai::store
