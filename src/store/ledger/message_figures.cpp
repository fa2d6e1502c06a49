#include "store/ledger/messages.h"
#include "store/ledger/projection.h"

// The monthly and yearly figures of messages: sums over the rows of one body.
namespace gongkai::store {

namespace {

using journal::LogKey;
using journal::View;
using namespace interaction::messages;

constexpr std::string_view of_year =
    " FROM message WHERE region = $1 AND organ = $2 AND state <> 'annulled' AND ";

// What is past its day and still unanswered is late, though nobody has said so yet.
constexpr std::string_view received_sums =
    "count(*), coalesce(sum(ours), 0), "
    "coalesce(sum(CASE WHEN ours = 1 AND in_time = 1 THEN 1 ELSE 0 END), 0), "
    "coalesce(sum(CASE WHEN ours = 1 AND (in_time = 0 OR (in_time = -1 AND due_on < $5)) "
    "THEN 1 ELSE 0 END), 0)";

std::string by_month(std::string_view sums, std::string_view day) {
    const std::string month = "substr(" + std::string(day) + ", 6, 2)";
    return "SELECT " + month + ", " + std::string(sums) + std::string(of_year) + std::string(day) +
           " >= $3 AND " + std::string(day) + " <= $4 GROUP BY " + month;
}

}  // namespace

std::vector<MonthFigures> MessageRepository::months(const View& view, const LogKey& log, int year,
                                                    Date today) const {
    std::vector<MonthFigures> all(12);
    for (int i = 0; i < 12; ++i)
        all[std::size_t(i)].month = i + 1;
    Connection& connection = connection_of(view);
    const auto month_in = [&](const Row& row) -> MonthFigures& {
        return all.at(std::size_t(std::stoi(text(row[0])) - 1));
    };
    const std::vector<Value> days{log.region, log.organ, first_day_of(year), last_day_of(year)};
    auto and_today = days;
    and_today.emplace_back(iso(today));
    for (const Row& row : connection.run(by_month(received_sums, "received_on"), and_today)) {
        MonthFigures& it = month_in(row);
        it.received = int(whole(row[1]));
        it.ours = int(whole(row[2]));
        it.in_time = int(whole(row[3]));
        it.late = int(whole(row[4]));
    }
    for (const Row& row : connection.run(by_month("count(*)", "closed_on"), days))
        month_in(row).closed = int(whole(row[1]));
    const std::string answers =
        "sum(CASE WHEN solved = 1 THEN 1 ELSE 0 END), "
        "sum(CASE WHEN solved >= 0 THEN 1 ELSE 0 END), "
        "sum(CASE WHEN satisfied = 1 THEN 1 ELSE 0 END), "
        "sum(CASE WHEN satisfied >= 0 THEN 1 ELSE 0 END)";
    for (const Row& row : connection.run(by_month(answers, "called_on"), days)) {
        MonthFigures& it = month_in(row);
        it.solved = int(whole(row[1]));
        it.asked_solved = int(whole(row[2]));
        it.satisfied = int(whole(row[3]));
        it.asked_satisfied = int(whole(row[4]));
    }
    return all;
}

std::vector<SourceFigures> MessageRepository::sources(const View& view, const LogKey& log, int year,
                                                      Date today) const {
    std::vector<SourceFigures> all(count_of<Source>);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].source = Source(i);
    const std::string sql = "SELECT source, " + std::string(received_sums) +
                            ", sum(CASE WHEN closed_on <= $4 THEN 1 ELSE 0 END)" +
                            std::string(of_year) +
                            "received_on >= $3 AND received_on <= $4 GROUP BY source";
    for (const Row& row : connection_of(view).run(
             sql, {log.region, log.organ, first_day_of(year), last_day_of(year), iso(today)})) {
        SourceFigures& it = all.at(std::size_t(gongkai::named<Source>(text(row[0])).value()));
        it.received = int(whole(row[1]));
        it.ours = int(whole(row[2]));
        it.in_time = int(whole(row[3]));
        it.late = int(whole(row[4]));
        it.closed = int(whole(row[5]));
    }
    return all;
}

}  // namespace gongkai::store
