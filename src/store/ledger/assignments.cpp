#include "store/ledger/assignments.h"

#include "store/ledger/listing.h"
#include "store/ledger/people.h"
#include "store/ledger/projection.h"
#include "store/ledger/units.h"

// Which units and people requests are assigned to: a row for each request that ever was.
namespace gongkai::store {

namespace {

using requests::AssignmentLine;
using requests::assignments::Order;
using requests::assignments::Subject;

const Table assignment_table{
    "assignment", {"subject"}, {"request", "unit", "person", "until", "acts"}};

void apply(const journal::Entry& entry, Rows& rows) {
    const auto history = history_of<Subject>(rows.entries(entry.log, entry.subject));
    const Order order = history.progress().order;
    rows.put(assignment_table, entry.log, {entry.subject},
             {history.key().number,
              order.unit.empty() ? std::string() : requests::place_in_rows(order.organ, order.unit),
              order.person, day_column(order.until), std::int64_t(history.acts().size())});
}

AssignmentLine line_of(const Row& row) {
    AssignmentLine line;
    line.request = text(row[0]);
    const std::string& place = text(row[1]);
    if (!place.empty()) {
        line.order.organ = number_of("/" + place.substr(0, place.find('/')));
        line.order.unit = place.substr(place.find('/') + 1);
    }
    line.order.person = text(row[2]);
    line.order.until = day_in(row[3]);
    line.acts = std::size_t(whole(row[4]));
    return line;
}

}  // namespace

const Projection assignment_projection{"assignment.", {&assignment_table}, apply};

Result<records::Page<AssignmentLine>> AssignmentBook::page(const journal::View& view,
                                                           const journal::LogKey& log,
                                                           const records::Ask& ask) const {
    static const Listing list{
        .table = "assignment",
        .columns = {"request", "unit", "person", "until", "acts"},
        .sorts = {{"request", "subject"}},
        .usual_sort = "-request",
        .filters = {{"request", "request"}, {"unit", "unit"}, {"person", "person"}}};
    GK_TRY(page, page_of(connection_of(view), log, list, with_predecessors(view, log, ask)));
    return page.shown(line_of);
}

records::Ask with_predecessors(const journal::View& view, const journal::LogKey& log,
                               const records::Ask& ask) {
    records::Ask all = ask;
    for (auto& filter : all.filters) {
        const auto slash = filter.value.find('/');
        if (filter.name != "unit" || slash == filter.value.npos) continue;
        const auto body = number_of("/" + filter.value.substr(0, slash));
        const auto units = UnitBook().of_body(view, {log.region, body});
        std::string places;
        for (const auto& number : organs::come_to(units, filter.value.substr(slash + 1)))
            (places += places.empty() ? "" : ",") += requests::place_in_rows(body, number);
        if (!places.empty()) filter.value = std::move(places);
    }
    return all;
}

int AssignmentBook::open_in(const journal::View& view, std::int64_t region,
                            const std::string& place) const {
    const auto rows = connection_of(view).run(
        "SELECT count(*) FROM assignment AS a, request AS r WHERE a.region = $1 AND a.unit = $2 "
        "AND r.region = a.region AND r.organ = a.organ AND "
        "r.subject = 'request/' || a.request AND r.is_open = 1",
        {region, place});
    return int(whole(rows.at(0)[0]));
}

}  // namespace gongkai::store
