#include "store/ledger/proposals.h"

#include <algorithm>

#include "base/text.h"
#include "interaction/proposal_view.h"
#include "store/ledger/listing.h"
#include "store/ledger/projection.h"

// Proposals: their rows, and what is read from them.
namespace gongkai::store {

namespace {

constexpr std::string_view list_name = "建议提案";

using journal::Entry;
using journal::LogKey;
using journal::View;
using namespace interaction::proposals;
using gongkai::named;
using store::Row;

constexpr std::chrono::days soon{10};

const Table proposal_table{"proposal",
                           {"subject"},
                           {"number",
                            "assigned_number",
                            "session",
                            "title",
                            "form",
                            "part",
                            "lead",
                            "state",
                            "stage",
                            "assigned_on",
                            "duty",
                            "due_on",
                            "answered_on",
                            "answer_class",
                            "satisfaction",
                            "promised_on",
                            "is_open",
                            "awaits_opinions",
                            "is_public",
                            "published_on",
                            "sought",
                            "public_title",
                            "public_sought",
                            "public_class",
                            "public_answered_on",
                            "again_on",
                            "next_due_on"}};

// What is there for the words of a list: the parts one under the other, folded.
std::string folded(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const std::string_view part : parts)
        (all += part) += '\n';
    return text::fold(all);
}

std::optional<Date> next_promise(const Progress& now, const ProjectionRules& rules) {
    std::optional<Date> first;
    for (const PromiseMade& it : now.promises) {
        const Date due = day_of(it, terms_of(now, {rules.calendar(), rules.proposals})).due;
        if (!it.ended_on && (!first || due < *first)) first = due;
    }
    return first;
}

bool awaits_opinions(const Progress& now) {
    return now.state == State::Handling && now.units.part == Part::Lead &&
           now.opinions.size() < now.units.co_units.size();
}

// The next duty as it is known when the entry is written: nothing here depends on today, as what
// runs and what is overdue are both still to be done.
std::optional<Clock> duty_of(const Proposal& proposal, const ProjectionRules& rules) {
    return next_duty(proposal, {rules.calendar(), rules.proposals}, proposal.progress().latest);
}

// The first day of all duties, those of the units whose opinion is awaited among them.
std::optional<Date> next_due(const Proposal& proposal, const ProjectionRules& rules) {
    const Progress now = proposal.progress();
    const auto own = duty_of(proposal, rules);
    std::optional<Date> first = own ? std::optional(own->due) : std::nullopt;
    if (!awaits_opinions(now)) return first;
    for (const Clock& clock :
         awaited_opinions(proposal, {rules.calendar(), rules.proposals}, now.latest))
        if (!first || clock.due < *first) first = clock.due;
    return first;
}

// That it no longer holds is known with the later answer, behind the day of the publication.
std::optional<Date> answered_again_on(const Proposal& proposal,
                                      const std::optional<PublicView>& view) {
    return view ? proposal.progress().shows_old_since() : std::nullopt;
}

void apply(const Entry& entry, Rows& rows) {
    const Proposal proposal = history_of<Subject>(rows.entries(entry.log, entry.subject));
    const Progress now = proposal.progress();
    const Register& it = assignment_of(proposal);
    const Sent* last = now.last_answer();
    const auto duty = duty_of(proposal, rows.rules());
    // What the public reads comes of nothing but what went through the gate.
    const auto view = now.published_on ? PublicView::of(proposal, *now.published_on) : std::nullopt;
    rows.put(proposal_table, entry.log, {entry.subject},
             {proposal.key().number,
              it.assigned_number,
              it.session,
              it.matter,
              std::string(name(it.form)),
              std::string(name(now.units.part)),
              now.units.lead,
              std::string(name(now.state)),
              std::string(name(now.stage)),
              iso(proposal.acts().front().on),
              duty ? std::string(name(duty->id)) : std::string(),
              duty ? iso(duty->due) : std::string(records::no_day),
              last ? iso(last->on) : std::string(records::no_day),
              last ? last->answer_class : std::string(),
              last && last->satisfaction ? std::string(name(*last->satisfaction)) : std::string(),
              sorted_day_column(next_promise(now, rows.rules())),
              std::int64_t{is_open(now)},
              std::int64_t{awaits_opinions(now)},
              std::int64_t{view.has_value()},
              view ? iso(view->published_on()) : std::string(records::no_day),
              folded({it.matter, it.session, it.assigned_number, now.units.lead}),
              view ? view->title() : std::string(),
              view ? folded({view->title(), view->about(), view->answer(), view->lead()})
                   : std::string(),
              view ? view->answer_class() : std::string(),
              view ? iso(view->answered_on()) : std::string(records::no_day),
              sorted_day_column(answered_again_on(proposal, view)),
              sorted_day_column(next_due(proposal, rows.rules()))});
}

const std::vector<std::string_view> listed_columns{"number",       "assigned_number",
                                                   "session",      "title",
                                                   "form",         "part",
                                                   "lead",         "state",
                                                   "stage",        "assigned_on",
                                                   "duty",         "due_on",
                                                   "answered_on",  "answer_class",
                                                   "satisfaction", "promised_on",
                                                   "is_public",    "awaits_opinions"};

// A row with the columns above.
Listed listed(const Row& row) {
    Listed it;
    it.number = text(row[0]);
    it.assigned_number = text(row[1]);
    it.session = text(row[2]);
    it.title = text(row[3]);
    it.form = word_in<Form>(row[4], list_name);
    it.part = word_in<Part>(row[5], list_name);
    it.lead = text(row[6]);
    it.state = word_in<State>(row[7], list_name);
    it.stage = word_in<Stage>(row[8], list_name);
    it.assigned_on = parse_date(text(row[9])).value();
    it.duty = named<ClockId>(text(row[10]));
    it.due = day_in(row[11]);
    it.answered_on = day_in(row[12]);
    it.answer_class = text(row[13]);
    it.satisfaction = named<Satisfaction>(text(row[14]));
    it.promised = day_in(row[15]);
    it.is_public = whole(row[16]) == 1;
    it.awaits_opinions = whole(row[17]) == 1;
    return it;
}

Listing staff_list(Date today) {
    using How = Filter::How;
    return {
        .table = "proposal",
        .columns = listed_columns,
        .sorts = {{"due", "due_on"},
                  {"duty", "next_due_on"},
                  {"assigned", "assigned_on"},
                  {"answered", "answered_on"},
                  {"number", "number"}},
        .usual_sort = "due",
        .filters = {{"form", "form"},
                    {"session", "session"},
                    {"part", "part"},
                    {"state", "state"},
                    {"stage", "stage"},
                    {"class", "answer_class"},
                    {"satisfaction", "satisfaction"},
                    {"public", "is_public", How::Is, Holds::Whole},
                    {"year", "assigned_on", How::Year},
                    {"from", "assigned_on", How::From},
                    {"to", "assigned_on", How::To}},
        .search = {{"number"}, {"sought", Search::How::Folded}},
        .groups = {{"open", {"is_open = 1"}},
                   {"duties", {"next_due_on < ?", {std::string(records::no_day)}}},
                   {"overdue", {"due_on < ?", {iso(today)}}},
                   {"due_soon", {"due_on >= ? AND due_on <= ?", {iso(today), iso(today + soon)}}},
                   {"promised", {"promised_on < ?", {std::string(records::no_day)}}},
                   {"to_review", {"stage = 'proposed'"}},
                   {"to_publish", {"stage = 'cleared'"}}}};
}

const Listing& answer_list() {
    using How = Filter::How;
    static const Listing list{
        .table = "proposal",
        .columns = {"number", "assigned_number", "session", "public_title", "form", "lead",
                    "public_class", "public_answered_on", "published_on", "again_on"},
        .sorts = {{"published", "published_on"}},
        .usual_sort = "-published",
        .filters = {{"form", "form"},
                    {"session", "session"},
                    {"class", "public_class"},
                    {"year", "published_on", How::Year}},
        .search = {{"public_sought", Search::How::Folded}},
        .only = {"is_public = 1"}};
    return list;
}

}  // namespace

const Projection proposal_projection{"proposal.", {&proposal_table}, apply};

Result<records::Page<Listed>> ProposalRepository::page(const View& view, const LogKey& log,
                                                       const records::Ask& ask, Date today) const {
    GK_TRY(page, page_of(connection_of(view), log, staff_list(today), ask));
    return page.shown(listed);
}

Result<records::Page<ListedAnswer>> ProposalRepository::answers(const View& view, const LogKey& log,
                                                                const records::Ask& ask) const {
    GK_TRY(page, page_of(connection_of(view), log, answer_list(), ask));
    return page.shown([](const Row& row) {
        return ListedAnswer{text(row[0]),
                            text(row[1]),
                            text(row[2]),
                            text(row[3]),
                            word_in<Form>(row[4], list_name),
                            text(row[5]),
                            text(row[6]),
                            parse_date(text(row[7])).value(),
                            parse_date(text(row[8])).value(),
                            day_in(row[9])};
    });
}

std::vector<std::string> ProposalRepository::public_sessions(const View& view,
                                                             const LogKey& log) const {
    std::vector<std::string> all;
    for (const Row& row : connection_of(view).run(
             "SELECT session FROM proposal WHERE region = $1 AND organ = $2 AND is_public = 1 "
             "GROUP BY session ORDER BY max(published_on) DESC, session",
             {log.region, log.organ}))
        all.push_back(text(row[0]));
    return all;
}

void ProposalRepository::until_year(const View& view, const LogKey& log, int year,
                                    const Take& take) const {
    each_history<Subject>(view, log, {"proposal s", " AND s.assigned_on <= $3"},
                          {log.region, log.organ, last_day_of(year)}, take);
}

bool ProposalRepository::has(const View& view, const LogKey& log, const Register& it) const {
    return !connection_of(view)
                .run(
                    "SELECT 1 FROM proposal WHERE region = $1 AND organ = $2 AND "
                    "assigned_number = $3 AND session = $4 AND form = $5 AND state <> 'annulled'",
                    {log.region, log.organ, it.assigned_number, it.session,
                     std::string(name(it.form))})
                .empty();
}

}  // namespace gongkai::store
