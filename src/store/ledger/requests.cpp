#include "store/ledger/requests.h"

#include "store/ledger/assignments.h"
#include "store/ledger/listing.h"
#include "store/ledger/projection.h"

// The list of requests: its rows, and what is read from them.
namespace gongkai::store {

namespace {

constexpr std::string_view list_name = "申请";

using journal::Entry;
using journal::LogKey;
using journal::View;
using namespace requests;

// The acts themselves are the journal's entries. due is sorted by, so none lies behind all days.
const Table request_table{"request",
                          {"subject"},
                          {"number", "is_open", "state", "channel", "applicant_kind", "received_on",
                           "due", "due_from", "stopped", "answered_on", "settled_on", "decision",
                           "handler", "acts", "applicant", "content"}};

void apply(const Entry& entry, Rows& rows) {
    if (!records::row_of_entry(Subject::table(), entry.kind).ok())
        damaged_record(Subject::table(), entry.subject);
    const ListLine line = list_line(history_of<Subject>(rows.entries(entry.log, entry.subject)),
                                    rows.rules().requests);
    rows.put(request_table, entry.log, {entry.subject},
             {line.number, std::int64_t{is_open(line.state)}, std::string(name(line.state)),
              std::string(name(line.channel)), std::string(name(line.applicant_kind)),
              day_column(line.received_on), sorted_day_column(line.due), day_column(line.due_from),
              std::int64_t{line.stopped}, day_column(line.answered_on), day_column(line.settled_on),
              line.outcome ? std::string(name(*line.outcome)) : std::string(), line.handler,
              std::int64_t{line.acts}, seal_column(line.applicant), seal_column(line.content)});
}

ListLine line_of(const Row& row) {
    ListLine line;
    line.number = text(row[0]);
    line.state = word_in<State>(row[1], list_name);
    line.channel = word_in<Channel>(row[2], list_name);
    line.applicant_kind = word_in<ApplicantKind>(row[3], list_name);
    line.received_on = day_in(row[4]);
    line.due = day_in(row[5]);
    line.due_from = day_in(row[6]);
    line.stopped = whole(row[7]) != 0;
    line.answered_on = day_in(row[8]);
    line.settled_on = day_in(row[9]);
    if (!text(row[10]).empty()) line.outcome = word_in<law::DecisionCode>(row[10], list_name);
    line.handler = text(row[11]);
    line.acts = int(whole(row[12]));
    line.applicant = seal_in(row[13]);
    line.content = seal_in(row[14]);
    line.unit = text(row[15]);
    line.assignee = text(row[16]);
    return line;
}

// States in which the office waits for somebody else. The answer clock stands still in most of
// them.
constexpr State waiting[] = {State::AwaitingConfirmation, State::AwaitingCorrection,
                             State::AwaitingReasons, State::Consulting, State::AwaitingPayment};

Condition waits() {
    Condition condition{"state IN (", {}};
    for (const State state : waiting) {
        condition.sql += condition.arguments.empty() ? "?" : ", ?";
        condition.arguments.emplace_back(std::string(name(state)));
    }
    condition.sql += ")";
    return condition;
}

// The fixed groups on a day. A day that comes of somebody's silence is not known before that.
std::vector<Group> groups_on(const ListDays& days) {
    const std::string today = iso(days.today), soon = iso(days.soon);
    const std::string day_known = " AND due_from <= ?";
    return {
        {"open", {"is_open = 1", {}}},
        {"overdue", {"is_open = 1 AND due < ?", {today}}},
        {"due_today", {"is_open = 1 AND due = ?" + day_known, {today, today}}},
        {"due_soon", {"is_open = 1 AND due > ? AND due <= ?" + day_known, {today, soon, today}}},
        {"waiting", waits()},
        {"new", {"is_open = 1 AND acts = 1", {}}}};
}

// Where and to whom it is assigned (store/ledger/assignments.cpp), as columns; empty where it is
// not.
constexpr std::string_view assigned_unit =
    "coalesce((SELECT a.unit FROM assignment AS a WHERE a.region = $1 AND a.organ = $2 AND "
    "a.request = request.number), '')";
constexpr std::string_view assigned_person =
    "coalesce((SELECT a.person FROM assignment AS a WHERE a.region = $1 AND a.organ = $2 AND "
    "a.request = request.number), '')";

Listing listing_on(const ListDays& days) {
    using How = Filter::How;
    Listing all{"request",
                {"number", "state", "channel", "applicant_kind", "received_on", "due", "due_from",
                 "stopped", "answered_on", "settled_on", "decision", "handler", "acts", "applicant",
                 "content", assigned_unit, assigned_person},
                {{"number", "subject"},
                 {"due", "due"},
                 {"received", "received_on"},
                 {"decided", "settled_on"}},
                "-number"};
    all.filters = {{"state", "state"},
                   {"channel", "channel"},
                   {"applicant_kind", "applicant_kind"},
                   {"decision", "decision"},
                   {"handler", "handler"},
                   {"unit", assigned_unit},
                   {"assignee", assigned_person},
                   {"received_year", "received_on", How::Year},
                   {"received_from", "received_on", How::From},
                   {"received_to", "received_on", How::To},
                   {"due_from", "due", How::From},
                   {"due_to", "due", How::To},
                   {"decided_from", "settled_on", How::From},
                   {"decided_to", "settled_on", How::To}};
    all.search = {{"number", Search::How::Begins}};
    all.groups = groups_on(days);
    return all;
}

}  // namespace

const Projection request_projection{"request.", {&request_table}, apply};

std::vector<Request> RequestRepository::open(const View& view, const LogKey& log) const {
    std::vector<Request> all;
    each_whole_history<Subject>(view, log, {"request s", " AND s.is_open = 1"},
                                {log.region, log.organ},
                                [&](const Request& request) { all.push_back(request); });
    return all;
}

Result<records::Page<ListLine>> RequestRepository::page(const View& view, const LogKey& log,
                                                        const ListDays& days,
                                                        const records::Ask& ask) const {
    Listing listing = listing_on(days);
    listing.also_found = with_name(view, log, ask.search);
    GK_TRY(page, page_of(connection_of(view), log, listing, with_predecessors(view, log, ask)));
    auto lines = page.shown(line_of);
    // Rows have body and unit; whoever reads the list, and asks it for a unit, writes the region
    // too.
    for (ListLine& line : lines.rows)
        if (!line.unit.empty()) line.unit.insert(0, std::to_string(log.region) + "-");
    return lines;
}

std::vector<records::GroupCount> RequestRepository::groups(const View& view, const LogKey& log,
                                                           const ListDays& days) const {
    return groups_of(connection_of(view), log, listing_on(days));
}

}  // namespace gongkai::store
