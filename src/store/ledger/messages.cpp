#include "store/ledger/messages.h"

#include "base/text.h"
#include "store/ledger/listing.h"
#include "store/ledger/projection.h"

// Messages: their rows, and what is read from them. The figures stand in message_figures.cpp.
namespace gongkai::store {

namespace {

constexpr std::string_view list_name = "来信";

using journal::Entry;
using journal::LogKey;
using journal::View;
using namespace interaction;
using namespace interaction::messages;

constexpr std::chrono::days soon{3};

const Table message_table{
    "message",
    {"subject"},
    {"number",  "source",    "kind",         "state",  "stage",      "ticket",       "urgent",
     "is_open", "awaits",    "received_on",  "due_on", "replied_on", "closed_on",    "called_on",
     "ours",    "in_time",   "contacted",    "solved", "satisfied",  "satisfaction", "handler",
     "unit",    "is_public", "published_on", "title",  "sought"}};

// 1 and 0 for yes and no; what was left open is neither.
template <class Answer>
std::int64_t answered(Answer given, Answer no_answer, bool yes) {
    return given == no_answer ? -1 : std::int64_t{yes};
}

// In the column in_time: still open, late, in time, closed without an answer that nobody wished.
std::int64_t in_time_column(const Progress& now) {
    if (now.first_in_time) return std::int64_t{*now.first_in_time};
    return closed_without_answer(now) ? in_time_no_answer : in_time_open;
}

void apply(const Entry& entry, Rows& rows) {
    const Message message = history_of<Subject>(rows.entries(entry.log, entry.subject));
    const Progress now = message.progress();
    const CallBack& said = now.said;
    // Titles come of nothing but what went through the gate.
    const auto letter =
        now.published_on ? PublicLetter::of(message, *now.published_on) : std::nullopt;
    const auto* shown = letter ? &letter->text() : nullptr;
    rows.put(message_table, entry.log, {entry.subject},
             {message.key().number,
              std::string(name(now.source)),
              std::string(name(now.matter)),
              std::string(name(now.state)),
              std::string(name(now.stage)),
              concern_of(message).ticket,
              std::int64_t{now.urgent},
              std::int64_t{is_open(now.state)},
              std::int64_t{awaits_answer(now.state)},
              iso(now.received_on),
              sorted_day_column(due(now)),
              sorted_day_column(now.last_replied_on),
              sorted_day_column(now.closed_on),
              sorted_day_column(now.said_on),
              std::int64_t{is_ours(now)},
              in_time_column(now),
              now.said_on ? std::int64_t{said.contacted} : -1,
              answered(said.solved, Solved::NoAnswer, said.solved == Solved::Yes),
              answered(said.satisfaction, Satisfaction::NoAnswer,
                       said.satisfaction != Satisfaction::Dissatisfied),
              std::string(name(said.satisfaction)),
              now.handler,
              now.unit,
              std::int64_t{letter.has_value()},
              letter ? iso(letter->published_on()) : std::string(records::no_day),
              shown ? shown->title : std::string(),
              shown ? text::fold(shown->title + "\n" + shown->question + "\n" + shown->answer)
                    : std::string()});
}

const std::vector<std::string_view> listed_columns{
    "number", "ticket",     "unit",      "handler",      "source",
    "kind",   "state",      "stage",     "urgent",       "received_on",
    "due_on", "replied_on", "closed_on", "satisfaction", "is_public"};

// A row with the columns above.
Listed listed(const Row& row) {
    return {text(row[0]),
            text(row[1]),
            text(row[2]),
            text(row[3]),
            word_in<Source>(row[4], list_name),
            word_in<Matter>(row[5], list_name),
            word_in<State>(row[6], list_name),
            word_in<Stage>(row[7], list_name),
            whole(row[8]) == 1,
            parse_date(text(row[9])).value(),
            day_in(row[10]),
            day_in(row[11]),
            day_in(row[12]),
            word_in<Satisfaction>(row[13], list_name),
            whole(row[14]) == 1};
}

Listing staff_list(Date today) {
    using How = Filter::How;
    return {.table = "message",
            .columns = listed_columns,
            .sorts = {{"due", "due_on"}, {"received", "received_on"}, {"number", "number"}},
            .usual_sort = "due",
            .filters = {{"source", "source"},
                        {"matter", "kind"},
                        {"state", "state"},
                        {"stage", "stage"},
                        {"unit", "unit"},
                        {"handler", "handler"},
                        {"satisfaction", "satisfaction"},
                        {"from", "received_on", How::From},
                        {"to", "received_on", How::To},
                        {"year", "received_on", How::Year}},
            .search = {{"number"}, {"ticket"}},
            .groups = {
                {"open", {"is_open = 1"}},
                {"awaiting", {"awaits = 1"}},
                {"overdue", {"awaits = 1 AND due_on < ?", {iso(today)}}},
                {"due_soon",
                 {"awaits = 1 AND due_on >= ? AND due_on <= ?", {iso(today), iso(today + soon)}}},
                {"to_close", {"state = 'replied'"}},
                {"to_review", {"stage = 'proposed'"}},
                {"to_replace", {"stage = 'public_outdated'"}},
                {"closed", {"is_open = 0"}}}};
}

const Listing& letter_list() {
    using How = Filter::How;
    static const Listing list{
        .table = "message",
        .columns = {"number", "title", "source", "kind", "replied_on", "published_on", "stage"},
        .sorts = {{"published", "published_on"}},
        .usual_sort = "-published",
        .filters = {{"source", "source"}, {"matter", "kind"}, {"year", "published_on", How::Year}},
        .search = {{"sought", Search::How::Folded}},
        .only = {"is_public = 1"}};
    return list;
}

}  // namespace

const Projection message_projection{"message.", {&message_table}, apply};

Result<records::Page<Listed>> MessageRepository::page(const View& view, const LogKey& log,
                                                      const records::Ask& ask, Date today) const {
    Listing listing = staff_list(today);
    listing.also_found = with_name(view, log, ask.search);
    GK_TRY(page, page_of(connection_of(view), log, listing, ask));
    return page.shown(listed);
}

Result<records::Page<ListedLetter>> MessageRepository::letters(const View& view, const LogKey& log,
                                                               const records::Ask& ask) const {
    GK_TRY(page, page_of(connection_of(view), log, letter_list(), ask));
    return page.shown([](const Row& row) {
        // The column has the day of the last answer, of which an outdated text is not.
        const bool outdated = word_in<Stage>(row[6], list_name) == Stage::PublicOutdated;
        return ListedLetter{text(row[0]),
                            text(row[1]),
                            word_in<Source>(row[2], list_name),
                            word_in<Matter>(row[3], list_name),
                            outdated ? std::nullopt : day_in(row[4]),
                            parse_date(text(row[5])).value(),
                            outdated};
    });
}

std::optional<std::string> MessageRepository::with_ticket(const View& view, const LogKey& log,
                                                          Source source,
                                                          const std::string& ticket) const {
    const auto rows = connection_of(view).run(
        "SELECT number FROM message WHERE region = $1 AND organ = $2 AND ticket = $3 "
        "AND source = $4 AND state <> 'annulled' ORDER BY subject",
        {log.region, log.organ, ticket, std::string(name(source))});
    return rows.empty() ? std::nullopt : std::optional(text(rows[0][0]));
}

std::vector<Message> MessageRepository::fresh(const View& view, const LogKey& log, Source source,
                                              Date received_on) const {
    std::vector<Message> all;
    each_whole_history<Subject>(
        view, log,
        {"message s", " AND s.received_on = $3 AND s.source = $4 AND s.state = 'received'"},
        {log.region, log.organ, iso(received_on), std::string(name(source))},
        [&](const Message& message) { all.push_back(message); });
    return all;
}

}  // namespace gongkai::store
