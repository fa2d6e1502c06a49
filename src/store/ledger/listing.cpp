#include "store/ledger/listing.h"

#include <algorithm>

#include "store/ledger/ledger.h"
#include "store/ledger/list_search.h"

namespace gongkai::store {

namespace {

using journal::LogKey;
using records::Ask;
using records::Count;
using records::GroupCount;

Result<Where> asked_for(const Listing& listing, const LogKey& log, const Ask& ask) {
    Where where(log);
    where.add(listing.only);
    for (const Ask::Filter& filter : ask.filters)
        GK_CHECK(add_filter(listing, filter, where));
    if (!ask.search.empty()) GK_CHECK(add_search(listing, ask.search, where));
    return where;
}

// Counted inside, so that a long list costs no more than a thousand rows.
std::string counting(const Listing& listing, const Where& where) {
    return "SELECT count(*) FROM (SELECT 1" + where.from(listing) + " LIMIT " +
           std::to_string(records::counted_at_most + 1) + ") counted";
}

Count count_of(const Value& counted) {
    const int number = int(whole(counted));
    return {std::min(number, records::counted_at_most), number > records::counted_at_most};
}

std::string selecting(const Listing& listing, const Order& order, Where& where, int limit) {
    const std::string most = where.parameter(std::int64_t{limit} + 1);
    return "SELECT " + key_columns(listing, order) + ", " + column_list(listing.columns) +
           where.from(listing) + in_order(listing, order) + " LIMIT " + most;
}

// One row more than the page was read: it tells that there is another page.
void end_page(const Listing& listing, const Order& order, const Ask& ask,
              const std::optional<records::Cursor>& search_end, records::Page<Row>& page) {
    if (page.rows.size() > std::size_t(ask.limit)) {
        page.rows.resize(std::size_t(ask.limit));
        page.next =
            records::written(place_of(listing, order, page.rows.back()), order.name(listing));
    } else if (search_end) {
        page.next = records::written(*search_end, order.name(listing));
        page.searched = listing.searched_at_most;
    }
    for (Row& row : page.rows)
        row.erase(row.begin(), row.begin() + 2);
}

}  // namespace

std::string column_list(std::span<const std::string_view> columns) {
    std::string all;
    for (const std::string_view column : columns)
        (all += all.empty() ? "" : ", ") += column;
    return all;
}

std::vector<GroupCount> groups_of(Connection& connection, const LogKey& log,
                                  const Listing& listing) {
    std::vector<GroupCount> groups;
    for (const Group& group : listing.groups) {
        Where where(log);
        where.add(listing.only);
        where.add(group.condition);
        const auto rows = connection.run(counting(listing, where), where.arguments);
        groups.push_back({std::string(group.name), count_of(rows.at(0)[0])});
    }
    return groups;
}

Result<records::Page<Row>> page_of(Connection& connection, const LogKey& log,
                                   const Listing& listing, const Ask& ask) {
    GK_TRY(order, order_of(listing, ask));
    GK_TRY(where, asked_for(listing, log, ask));
    records::Page<Row> page;
    Where behind = where;
    GK_CHECK(add_after(listing, order, ask, behind));
    GK_TRY(ends, search_ends(connection, log, listing, order, ask));
    add_end(listing, order, ends.list, where);
    add_end(listing, order, ends.page, behind);
    page.count = count_of(connection.run(counting(listing, where), where.arguments).at(0)[0]);
    const std::string select = selecting(listing, order, behind, ask.limit);
    page.rows = connection.run(select, behind.arguments);
    end_page(listing, order, ask, ends.page, page);
    if (ends.list) {  // there may be more, and are where a later page has found some
        page.count.more = true;
        page.count.number = std::max(page.count.number, int(page.rows.size()));
    }
    page.groups = groups_of(connection, log, listing);
    return page;
}

Condition with_name(const journal::View& view, const LogKey& log, std::string_view name) {
    const auto digest = name_digest_of(view, log, name);
    if (digest.empty()) return {};
    return {"SELECT subject FROM sealed_name WHERE region = ? AND organ = ? AND digest = ?",
            {log.region, log.organ, digest}};
}

}  // namespace gongkai::store
