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
    "THEN 1 ELSE 0 END), 0), "
    "coalesce(sum(CASE WHEN in_time = 2 THEN 1 ELSE 0 END), 0)";
static_assert(in_time_no_answer == 2 && in_time_open == -1);

// How it was ended otherwise, in time: what was too late stands above.
std::string ended_sum(State state) {
    return ", coalesce(sum(CASE WHEN ours = 0 AND state = '" + std::string(name(state)) +
           "' THEN 1 ELSE 0 END), 0)";
}

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
        it.without_answer = int(whole(row[5]));
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
    Connection& connection = connection_of(view);
    const auto source_in = [&](const Row& row) -> SourceFigures& {
        return all.at(std::size_t(gongkai::named<Source>(text(row[0])).value()));
    };
    const std::vector<Value> days{log.region, log.organ, first_day_of(year), last_day_of(year)};
    auto and_today = days;
    and_today.emplace_back(iso(today));
    const std::string sql =
        "SELECT source, " + std::string(received_sums) + ended_sum(State::Transferred) +
        ended_sum(State::Returned) + ended_sum(State::Refused) + ended_sum(State::HandedOver) +
        std::string(of_year) + "received_on >= $3 AND received_on <= $4 GROUP BY source";
    for (const Row& row : connection.run(sql, and_today)) {
        SourceFigures& it = source_in(row);
        it.received = int(whole(row[1]));
        it.ours = int(whole(row[2]));
        it.in_time = int(whole(row[3]));
        it.late = int(whole(row[4]));
        it.without_answer = int(whole(row[5]));
        it.transferred = int(whole(row[6]));
        it.returned = int(whole(row[7]));
        it.refused = int(whole(row[8]));
        it.handed_over = int(whole(row[9]));
    }
    const std::string closed =
        "SELECT source, count(*), "
        "sum(CASE WHEN received_on < $3 THEN 1 ELSE 0 END)" +
        std::string(of_year) + "closed_on >= $3 AND closed_on <= $4 GROUP BY source";
    for (const Row& row : connection.run(closed, days)) {
        SourceFigures& it = source_in(row);
        it.closed = int(whole(row[1]));
        it.closed_earlier = int(whole(row[2]));
    }
    return all;
}

}  // namespace gongkai::store
