#include "store/ledger/people.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "store/ledger/listing.h"
#include "store/ledger/projection.h"
#include "store/ledger/serial_number.h"

// Bodies and accounts are entries of their region's own log. A row holds the last entry's payload
// and what lists look for.
namespace gongkai::store {

using journal::Entry;
using journal::View;
using organs::Account;
using organs::Organ;

namespace {

const Table body_table{"body",
                       {"number"},
                       {"name", "folded", "kind", "level", "place", "superior", "valid_from",
                        "valid_until", "record"}};
const Table account_table{"account", {"id"}, {"login", "home", "active", "record"}};

// What an entry of either says.
template <class Record>
Record record_of(const std::string& payload) {
    Record record;
    const auto parsed = journal::parse_canonical(payload);
    if (!parsed.ok() ||
        !records::read_entry_record(parsed.value(), records::fields_of<Record>, &record))
        throw StoreError("机关人员的列表不完整，请运行 gongkai journal verify");
    return record;
}

// Those of the higher level first, and of each the one that guides others.
std::int64_t place_of(const Organ& organ) {
    return 2 * (int(organs::Level::Nation) - int(organ.level)) + (is_authority(organ) ? 0 : 1);
}

void apply_body(const Entry& entry, Rows& rows) {
    const Organ organ{record_of<organs::OrganRecord>(entry.payload), {}};
    rows.put(body_table, entry.log, {number_of(entry.subject)},
             {organ.name, text::fold(organ.name), std::string(name(organ.kind)),
              std::string(name(organ.level)), place_of(organ), organ.parent.value_or(0),
              iso(organ.valid_from), sorted_day_column(organ.valid_until), blob_of(entry.payload)});
}

void apply_account(const Entry& entry, Rows& rows) {
    const auto account = record_of<organs::AccountRecord>(entry.payload);
    rows.put(account_table, entry.log, {entry.subject},
             {account.login, account.organ, std::int64_t{account.active}, blob_of(entry.payload)});
}

// How many acts a body or an account has had, by the journal itself.
constexpr std::string_view acts_of_body =
    "(SELECT count(*) FROM journal_entry AS e WHERE e.region = $1 AND e.organ = 0 "
    "AND e.subject = 'organ/' || body.number AND e.kind LIKE 'organ.%')";
constexpr std::string_view acts_of_account =
    "(SELECT count(*) FROM journal_entry AS e WHERE e.region = $1 AND e.organ = 0 "
    "AND e.subject = account.id AND e.kind LIKE 'account.%')";

std::vector<Row> bodies(const View& view, std::string_view which,
                        const std::vector<Value>& arguments) {
    return connection_of(view).run("SELECT number, record, " + std::string(acts_of_body) +
                                       " FROM body WHERE region = $1 AND organ = 0 " +
                                       std::string(which),
                                   arguments);
}

std::vector<Row> accounts(const View& view, std::string_view which,
                          const std::vector<Value>& arguments) {
    return connection_of(view).run("SELECT region, id, record, " + std::string(acts_of_account) +
                                       " FROM account WHERE region = $1 AND organ = 0 " +
                                       std::string(which),
                                   arguments);
}

Organ organ_of(std::int64_t region, const Row& row) {
    return {record_of<organs::OrganRecord>(bytes_of(blob(row[1]))),
            {region, whole(row[0])},
            std::size_t(whole(row[2]))};
}

Account account_of(const Row& row) {
    return {record_of<organs::AccountRecord>(bytes_of(blob(row[2]))), whole(row[0]), text(row[1]),
            std::size_t(whole(row[3]))};
}

// Whether a row of `body` stands below the body of the argument. Of few that is found from above,
// of many from the row upwards, so that a page need not know all of them.
constexpr std::string_view few_below =
    "number IN (WITH RECURSIVE below (number) AS (SELECT b.number FROM body AS b WHERE "
    "b.region = $1 AND b.organ = $2 AND b.superior = ? UNION SELECT b.number FROM below, body AS b "
    "WHERE b.region = $1 AND b.organ = $2 AND b.superior = below.number) "
    "SELECT number FROM below) AND number <> ?";
constexpr std::string_view many_below =
    "EXISTS (WITH RECURSIVE above (number) AS (SELECT body.superior UNION SELECT b.superior FROM "
    "above, body AS b WHERE b.region = $1 AND b.organ = $2 AND b.number = above.number) "
    "SELECT 1 FROM above WHERE number = ?) AND number <> ?";

// Whether there are fewer such rows than are counted. None behind the thousandth is looked at.
bool are_few(Connection& connection, const std::string& rows, const std::vector<Value>& arguments) {
    const auto counted =
        connection.run("SELECT count(*) FROM (" + rows + " LIMIT " +
                           std::to_string(records::counted_at_most) + ") AS counted",
                       arguments);
    return whole(counted.at(0)[0]) < records::counted_at_most;
}

Condition below(Connection& connection, std::int64_t region, std::int64_t organ) {
    const std::string next =
        "SELECT number FROM body WHERE region = $1 AND organ = 0 AND superior = $2";
    // Those right below first: SQLite takes them all in before it goes on.
    const bool few =
        are_few(connection, next, {region, organ}) &&
        are_few(connection,
                "WITH RECURSIVE below (number) AS (" + next +
                    " UNION SELECT b.number FROM below, body AS b WHERE b.region = $1 AND "
                    "b.organ = 0 AND b.superior = below.number) SELECT number FROM below",
                {region, organ});
    return {std::string(few ? few_below : many_below), {organ, organ}};
}

void add(Condition& to, const Condition& condition) {
    if (condition.sql.empty()) return;
    (to.sql += to.sql.empty() ? "" : " AND ") += condition.sql;
    to.arguments.insert(to.arguments.end(), condition.arguments.begin(), condition.arguments.end());
}

Condition only(Connection& connection, std::int64_t region, const organs::Chosen& chosen) {
    Condition all;
    if (chosen.existing_on) {
        const std::string day = iso(*chosen.existing_on);
        add(all, {"valid_from <= ? AND valid_until >= ?", {day, day}});
    }
    if (chosen.below) add(all, below(connection, region, *chosen.below));
    return all;
}

// What the filter `state` says once more, where few reports are in one of these states: they are
// then found by it, and not by looking at every body. Bodies without a report have no row.
Condition few_in_state(Connection& connection, std::int64_t region, int year,
                       const records::Ask& ask) {
    const auto filter = std::ranges::find(ask.filters, "state", &records::Ask::Filter::name);
    if (filter == ask.filters.end() || filter->value.find(',') != std::string::npos ||
        filter->value == "none")
        return {};
    const std::string rows = "SELECT organ FROM submission WHERE region = $1 AND year = ";
    if (!are_few(connection, rows + "$2 AND state = $3",
                 {region, std::int64_t{year}, filter->value}))
        return {};
    return {"number IN (" + rows + "? AND state = ?)", {std::int64_t{year}, filter->value}};
}

// How far a body's report of a year is, as a column.
std::string report_state(int year) {
    return "coalesce((SELECT s.state FROM submission AS s WHERE s.region = $1 AND "
           "s.organ = number AND s.subject = 'report/" +
           std::to_string(year) + "'), 'none')";
}

}  // namespace

const Projection body_projection{"organ.", {&body_table}, apply_body};
const Projection account_projection{"account.", {&account_table}, apply_account};

// The two tables have no column `subject`.
Bodies::Bodies()
    : RepositoryOf("(SELECT region, organ, 'organ/' || number AS subject FROM body)") {}
AccountBook::AccountBook() : RepositoryOf("(SELECT region, organ, id AS subject FROM account)") {}

std::int64_t number_of(std::string_view subject) {
    const auto digits = subject.substr(subject.find('/') + 1);
    const auto number = whole_number(digits);
    if (!number) throw StoreError("记录的对象没有编号：" + std::string(subject));
    return *number;
}

Result<Organ> Bodies::current(const View& view, const journal::LogKey& key) const {
    const auto rows = bodies(view, "AND number = $2", {key.region, key.organ});
    if (rows.empty())
        return Error{ErrorKind::NotFound, "organ.not-found", "没有这个机关。请核对网址或编号。"};
    return organ_of(key.region, rows[0]);
}

std::vector<std::int64_t> Bodies::regions(const View& view) const {
    std::vector<std::int64_t> all;
    for (const Row& row :
         connection_of(view).run("SELECT region FROM region WHERE EXISTS (SELECT 1 FROM "
                                 "body WHERE body.region = region.region) ORDER BY region",
                                 {}))
        all.push_back(whole(row[0]));
    return all;
}

std::vector<Organ> Bodies::all(const View& view, std::int64_t region) const {
    std::vector<Organ> all;
    for (const Row& row : bodies(view, "ORDER BY number", {region}))
        all.push_back(organ_of(region, row));
    return all;
}

Result<records::Page<Organ>> Bodies::page(const View& view, std::int64_t region,
                                          const records::Ask& ask,
                                          const organs::Chosen& chosen) const {
    Connection& connection = connection_of(view);
    const std::string state = chosen.report_of ? report_state(*chosen.report_of) : std::string();
    Listing list{.table = "body",
                 .columns = {"number", "record", acts_of_body},
                 .sorts = {{"id", "number", Holds::Whole},
                           {"name", "name"},
                           {"place", "place", Holds::Whole}},
                 .usual_sort = "id",
                 .filters = {{"id", "number", Filter::How::Is, Holds::Whole},
                             {"kind", "kind"},
                             {"level", "level"},
                             {"parent", "superior", Filter::How::Is, Holds::Whole}},
                 .search = {{"folded", Search::How::Folded}},
                 .only = only(connection, region, chosen),
                 .key = "number",
                 .key_holds = Holds::Whole};
    if (chosen.report_of) {
        list.filters.push_back({"state", state});
        list.groups = {{"missing", {state + " = 'none'"}}};
    }
    const Condition all = list.only;
    if (chosen.report_of) add(list.only, few_in_state(connection, region, *chosen.report_of, ask));
    GK_TRY(page, page_of(connection, {region, 0}, list, ask));
    if (list.only.sql != all.sql) {  // groups are told of the whole list
        list.only = all;
        page.groups = groups_of(connection, {region, 0}, list);
    }
    return page.shown([&](const Row& row) { return organ_of(region, row); });
}

std::string Bodies::next_number(const View& view, const journal::LogKey& log, int) const {
    const auto rows = connection_of(view).run(
        "SELECT coalesce(max(number), 0) FROM body WHERE region = $1 AND organ = $2",
        {log.region, log.organ});
    return std::to_string(std::max(whole(rows.at(0)[0]), handed_out(view, log, "organ/")) + 1);
}

Result<Account> AccountBook::current(const View& view, std::int64_t region,
                                     const std::string& id) const {
    const auto rows = accounts(view, "AND id = $2", {region, id});
    if (rows.empty()) return Error{ErrorKind::NotFound, "account.not-found", "没有这个账号。"};
    return account_of(rows[0]);
}

// A login says nothing of its region; there are few enough accounts to look through them.
std::optional<Account> AccountBook::by_login(const View& view, const std::string& login) const {
    // Whoever signs in names no region; all else is asked of his own.
    const auto rows = connection_of(view).run(
        "SELECT region, id FROM account WHERE login = $1 ORDER BY region, id LIMIT 1", {login});
    if (rows.empty()) return {};
    auto found = current(view, whole(rows[0][0]), text(rows[0][1]));
    if (!found.ok()) return {};
    return std::move(found.value());
}

std::vector<Account> AccountBook::all(const View& view, std::int64_t region) const {
    std::vector<Account> all;
    for (const Row& row : accounts(view, "ORDER BY home, login", {region}))
        all.push_back(account_of(row));
    return all;
}

Result<records::Page<Account>> AccountBook::page(const View& view, std::int64_t region,
                                                 const records::Ask& ask) const {
    static const Listing list{.table = "account",
                              .columns = {"region", "id", "record", acts_of_account},
                              .sorts = {{"login", "login"}, {"organ", "home", Holds::Whole}},
                              .usual_sort = "organ",
                              .filters = {{"id", "id"},
                                          {"organ", "home", Filter::How::Is, Holds::Whole},
                                          {"active", "active", Filter::How::Is, Holds::Whole}},
                              .search = {{"login", Search::How::Begins}},
                              .key = "id"};
    GK_TRY(page, page_of(connection_of(view), {region, 0}, list, ask));
    return page.shown(account_of);
}

std::string AccountBook::next_number(const View& view, const journal::LogKey& log, int) const {
    const auto rows = connection_of(view).run(
        "SELECT id FROM account WHERE region = $1 AND organ = $2 ORDER BY length(id) DESC, id DESC "
        "LIMIT 1",
        {log.region, log.organ});
    const std::int64_t last = rows.empty() ? 0 : number_of(text(rows[0][0]));
    return std::to_string(std::max(last, handed_out(view, log, "account/")) + 1);
}

}  // namespace gongkai::store
