#include <algorithm>

#include "disclosure/public_list.h"
#include "store/ledger/documents.h"
#include "store/ledger/listing.h"
#include "store/ledger/projection.h"

// What the public lists are read from: a row for each document that is public, out of its
// PublicView and nothing else, and the pairs of signs by which likely ones are found.
namespace gongkai::store {

namespace {

using journal::Entry;
using journal::LogKey;
using journal::View;
using namespace disclosure;

const Table row_table{
    "public_document",
    {"subject"},
    {"short_index", "index_number", "title", "document_number", "kind", "subject_class",
     "formed_on", "published_on", "first_published_on", "ends_on", "by_repeal", "attachments",
     "interprets", "about_disclosure", "names", "folded"}};
const Table pair_table{"public_document_pair", {"pair", "subject"}, {}};

constexpr int years_shown = 30;

std::optional<PublicView> view_of(const std::vector<Entry>& entries) {
    if (entries.empty()) return {};
    const Document document = history_of<DocumentSubject>(entries);
    if (document.acts().empty()) return {};
    // Acts lie in the past when they are recorded: this is what any later day sees too.
    return PublicView::of(document, document.progress().latest);
}

std::vector<Value> values_of(const PublicView& view) {
    const PublicRow row = public_row(view);
    return {row.short_index,
            row.index_number,
            row.title,
            row.document_number,
            std::string(name(row.kind)),
            std::int64_t{row.subject_class},
            iso(row.formed_on),
            iso(row.published_on),
            iso(row.first_published_on),
            row.ending ? iso(row.ending->on) : std::string(),
            std::int64_t{row.ending && row.ending->by_repeal},
            std::int64_t{row.attachments},
            row.interprets,
            std::int64_t{row.about_disclosure},
            folded_names(view),
            folded_text(view)};
}

std::vector<std::string> pairs_of(const std::optional<PublicView>& view) {
    return view ? sign_pairs(folded_names(*view)) : std::vector<std::string>();
}

void apply(const Entry& entry, Rows& rows) {
    auto entries = rows.entries(entry.log, entry.subject);
    const auto now = view_of(entries);
    entries.pop_back();
    const auto before = view_of(entries);
    if (!now && !before) return;
    if (now)
        rows.put(row_table, entry.log, {entry.subject}, values_of(*now));
    else
        rows.remove(row_table, entry.log, {entry.subject});
    const auto old_pairs = pairs_of(before), new_pairs = pairs_of(now);
    for (const std::string& pair : old_pairs)
        if (!std::ranges::binary_search(new_pairs, pair))
            rows.remove(pair_table, entry.log, {pair, entry.subject});
    for (const std::string& pair : new_pairs)
        if (!std::ranges::binary_search(old_pairs, pair))
            rows.put(pair_table, entry.log, {pair, entry.subject}, {});
}

const std::vector<std::string_view> columns{
    "subject", "short_index",   "index_number", "title",        "document_number",
    "kind",    "subject_class", "formed_on",    "published_on", "first_published_on",
    "ends_on", "by_repeal",     "attachments",  "interprets",   "about_disclosure"};

const Listing& listing() {
    static const Listing it{"public_document",
                            columns,
                            {{"published_on", "published_on"}},
                            "-published_on",
                            {{"kind", "kind"},
                             {"class", "subject_class", Filter::How::Is, Holds::Whole},
                             {"year", "published_on", Filter::How::Year}},
                            {{"folded", Search::How::Folded}}};
    return it;
}

Date day_of(const Value& value) {
    const auto day = parse_date(text(value));
    if (!day) throw StoreError("公开文件列表里的日期不完整，请运行 gongkai journal rebuild");
    return *day;
}

PublicRow row_of(const LogKey& log, const Row& row) {
    PublicRow it;
    it.key = {log, number_in(DocumentSubject::table(), text(row[0]))};
    it.short_index = text(row[1]);
    it.index_number = text(row[2]);
    it.title = text(row[3]);
    it.document_number = text(row[4]);
    const auto kind = named<Kind>(text(row[5]));
    if (!kind) throw StoreError("公开文件列表里的类别不认识，请运行 gongkai journal rebuild");
    it.kind = *kind;
    it.subject_class = int(whole(row[6]));
    it.formed_on = day_of(row[7]);
    it.published_on = day_of(row[8]);
    it.first_published_on = day_of(row[9]);
    if (!text(row[10]).empty())
        it.ending = disclosure::Ending{whole(row[11]) != 0, day_of(row[10])};
    it.attachments = int(whole(row[12]));
    it.interprets = text(row[13]);
    it.about_disclosure = whole(row[14]) != 0;
    return it;
}

std::string select() {
    return "SELECT " + column_list(columns) +
           " FROM public_document WHERE region = $1 AND organ = $2";
}

std::vector<PublicRow> rows_of(const View& view, const LogKey& log, const std::string& condition,
                               std::vector<Value> arguments) {
    arguments.insert(arguments.begin(), {log.region, log.organ});
    std::vector<PublicRow> all;
    for (const Row& row : connection_of(view).run(select() + condition, arguments))
        all.push_back(row_of(log, row));
    return all;
}

std::optional<PublicRow> one_of(const View& view, const LogKey& log, const std::string& condition,
                                const std::string& argument) {
    auto found = rows_of(view, log, condition + " LIMIT 1", {argument});
    if (found.empty()) return {};
    return std::move(found.front());
}

constexpr std::string_view latest_first = " ORDER BY published_on DESC, subject DESC";

// Where a row stands, for the list in its own order or for the one the other way round.
std::string place_of(const PublicRow& row, bool newest_first) {
    return records::written(
        {iso(row.published_on), records::subject(row.key)},
        newest_first ? "public_document -published_on" : "public_document published_on");
}

// Counts of several conditions in one statement, each no further than a list counts.
class Counting {
public:
    void add(const std::string& condition) {
        (sql_ += sql_.empty() ? "SELECT " : ", ") +=
            "(SELECT count(*) FROM (SELECT 1 FROM public_document WHERE region = $1 "
            "AND organ = $2" +
            condition + " LIMIT " + std::to_string(records::counted_at_most + 1) + ") counted)";
    }
    std::vector<records::Count> run(const View& view, const LogKey& log) const {
        std::vector<records::Count> counts;
        const auto rows = connection_of(view).run(sql_, {log.region, log.organ});
        for (const Value& value : rows.at(0)) {
            const int number = int(whole(value));
            counts.push_back(
                {std::min(number, records::counted_at_most), number > records::counted_at_most});
        }
        return counts;
    }

private:
    std::string sql_;
};

// Years of publication that there may be, the latest first.
std::vector<int> years_between(const View& view, const LogKey& log) {
    const auto ends = connection_of(view)
                          .run(
                              "SELECT (SELECT min(published_on) FROM public_document WHERE region "
                              "= $1 AND organ = $2), (SELECT max(published_on) FROM "
                              "public_document WHERE region = $1 AND organ = $2)",
                              {log.region, log.organ})
                          .at(0);
    std::vector<int> years;
    if (is_null(ends[0])) return years;
    const int first = year_of(day_of(ends[0])), last = year_of(day_of(ends[1]));
    for (int year = last; year >= first && int(years.size()) < years_shown; --year)
        years.push_back(year);
    return years;
}

}  // namespace

const Projection public_document_projection{"document.", {&row_table, &pair_table}, apply};

Result<PublicPage> DocumentRepository::public_page(const View& view, const LogKey& log,
                                                   const records::Ask& ask,
                                                   const std::string& before) const {
    records::Ask asked = ask;
    if (!before.empty()) {
        asked.sort = "published_on";
        asked.after = before;
    }
    GK_TRY(found, page_of(connection_of(view), log, listing(), asked));
    PublicPage page;
    page.count = found.count;
    page.searched = found.searched;
    for (const Row& row : found.rows)
        page.rows.push_back(row_of(log, row));
    if (before.empty()) {
        page.after = found.next;
        if (!ask.after.empty() && !page.rows.empty()) page.before = place_of(page.rows[0], false);
    } else {
        page.before = found.next;
        std::ranges::reverse(page.rows);
        if (!page.rows.empty()) page.after = place_of(page.rows.back(), true);
    }
    return page;
}

PublicCounts DocumentRepository::public_counts(const View& view, const LogKey& log) const {
    const auto years = years_between(view, log);
    Counting counting;
    counting.add("");
    for (const Word& kind : words_of<Kind>)
        counting.add(" AND kind = '" + std::string(kind.name) + "'");
    for (int item = 0; item <= subject_items; ++item)
        counting.add(" AND subject_class = " + std::to_string(item));
    for (const int year : years)
        counting.add(" AND published_on BETWEEN '" + first_day_of(year) + "' AND '" +
                     last_day_of(year) + "'");
    const auto found = counting.run(view, log);
    auto next = found.begin();
    PublicCounts counts;
    counts.all = *next++;
    for (std::size_t kind = 0; kind < words_of<Kind>.size(); ++kind)
        counts.kinds[Kind(kind)] = *next++;
    for (int item = 0; item <= subject_items; ++item)
        counts.classes[item] = *next++;
    for (const int year : years)
        counts.years[year] = *next++;
    return counts;
}

std::string DocumentRepository::public_state(const View& view, const LogKey& log) const {
    const auto row =
        connection_of(view)
            .run(
                "SELECT coalesce((SELECT size FROM journal_head WHERE region = $1 AND organ = $2),"
                " 0), coalesce((SELECT size FROM journal_head WHERE region = $1 AND organ = 0), 0)"
                ", coalesce((SELECT times FROM log_rebuilt WHERE region = $1 AND organ = $2), 0)",
                {log.region, log.organ})
            .at(0);
    std::string state;
    for (const Value& part : row)
        (state += state.empty() ? "" : ".") += std::to_string(whole(part));
    return state;
}

std::optional<PublicRow> DocumentRepository::find_short(const View& view, const LogKey& log,
                                                        const std::string& short_index) const {
    return one_of(view, log, " AND short_index = $3", short_index);
}

std::optional<PublicRow> DocumentRepository::find_public(const View& view, const LogKey& log,
                                                         const std::string& subject) const {
    return one_of(view, log, " AND subject = $3", subject);
}

std::vector<PublicRow> DocumentRepository::interpreting(const View& view, const LogKey& log,
                                                        const std::string& subject,
                                                        int most) const {
    return rows_of(
        view, log,
        " AND interprets = $3 AND interprets <> ''" + std::string(latest_first) + " LIMIT $4",
        {subject, std::int64_t{most}});
}

std::vector<PublicRow> DocumentRepository::about_disclosure(const View& view, const LogKey& log,
                                                            int most) const {
    return rows_of(view, log, " AND about_disclosure = 1" + std::string(latest_first) + " LIMIT $3",
                   {std::int64_t{most}});
}

}  // namespace gongkai::store
