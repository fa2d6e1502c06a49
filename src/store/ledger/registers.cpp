#include "store/ledger/registers.h"

#include "store/ledger/listing.h"
#include "store/ledger/projection.h"

// The lines of the registers: their rows, and what is read from them.
namespace gongkai::store {

namespace {

using disclosure::RegisterLine;
using disclosure::registers::Subject;

const Table line_table{
    "register_line", {"subject"}, {"number", "kind", "counted_on", "annulled", "amount"}};

const Listing& line_listing() {
    using How = Filter::How;
    static const Listing all = [] {
        Listing it{
            "register_line", {"number"}, {{"number", "subject"}, {"on", "counted_on"}}, "-number"};
        it.filters = {{"register", "kind"},
                      {"annulled", "annulled", How::Is, Holds::Whole},
                      {"year", "counted_on", How::Year},
                      {"from", "counted_on", How::From},
                      {"to", "counted_on", How::To}};
        it.search = {{"number", Search::How::Begins}};
        return it;
    }();
    return all;
}

void apply(const journal::Entry& entry, Rows& rows) {
    const auto line = history_of<Subject>(rows.entries(entry.log, entry.subject));
    rows.put(
        line_table, entry.log, {entry.subject},
        {line.key().number, std::string(name(entry_of(line).kind)), iso(line.acts().front().on),
         std::int64_t{is_annulled(line)}, entry_of(line).amount.text()});
}

}  // namespace

const Projection register_projection{"register.", {&line_table}, apply};

std::vector<RegisterLine> RegisterRepository::of_year(const journal::View& view,
                                                      const journal::LogKey& log, int year) const {
    std::vector<RegisterLine> all;
    each_history<Subject>(view, log,
                          {"register_line s", " AND s.counted_on >= $3 AND s.counted_on <= $4"},
                          {log.region, log.organ, first_day_of(year), last_day_of(year)},
                          [&](const RegisterLine& line) { all.push_back(line); });
    return all;
}

Result<records::Page<RegisterLine>> RegisterRepository::page(const journal::View& view,
                                                             const journal::LogKey& log,
                                                             const records::Ask& ask) const {
    GK_TRY(page, page_of(connection_of(view), log, line_listing(), ask));
    return page.shown([&](const Row& row) {
        auto line = find(view, {log, text(row[0])});
        if (!line.ok()) throw StoreError("台账的列表不完整，请运行 gongkai journal rebuild");
        return std::move(line.value());
    });
}

disclosure::RegisterSums RegisterRepository::sums(const journal::View& view,
                                                  const journal::LogKey& log, int year) const {
    disclosure::RegisterSums sums;
    // Amounts have up to twelve decimals, which no number of both engines holds: they are added
    // here.
    for (const Row& row : connection_of(view).run(
             "SELECT kind, amount FROM register_line WHERE region = $1 AND organ = $2 AND "
             "counted_on >= $3 AND counted_on <= $4 AND annulled = 0",
             {log.region, log.organ, first_day_of(year), last_day_of(year)})) {
        const auto kind = named<disclosure::RegisterKind>(text(row[0]));
        const auto amount = Decimal::parse(text(row[1]));
        if (!kind || !amount) throw StoreError("台账的列表不完整，请运行 gongkai journal rebuild");
        Decimal& sum = sums[std::size_t(*kind)];
        sum = sum + *amount;
    }
    return sums;
}

}  // namespace gongkai::store
