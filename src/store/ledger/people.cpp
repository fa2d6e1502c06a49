#include "store/ledger/people.h"

#include <charconv>

#include "store/ledger/projection.h"

// Bodies and accounts are entries of their region's own log. A row holds the last entry's payload
// and what lists look for.
namespace gongkai::store {

using journal::Entry;
using journal::View;
using organs::Account;
using organs::Organ;

namespace {

const Table body_table{"body", {"number"}, {"name", "record"}};
const Table account_table{"account", {"id"}, {"login", "home", "record"}};

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

void apply_body(const Entry& entry, Rows& rows) {
    const auto organ = record_of<organs::OrganRecord>(entry.payload);
    rows.put(body_table, entry.log, {number_of(entry.subject)},
             {organ.name, blob_of(entry.payload)});
}

void apply_account(const Entry& entry, Rows& rows) {
    const auto account = record_of<organs::AccountRecord>(entry.payload);
    rows.put(account_table, entry.log, {entry.subject},
             {account.login, account.organ, blob_of(entry.payload)});
}

Organ organ_of(std::int64_t region, const Row& row) {
    return {record_of<organs::OrganRecord>(bytes_of(blob(row[1]))), {region, whole(row[0])}};
}

Account account_of(const Row& row) {
    return {record_of<organs::AccountRecord>(bytes_of(blob(row[2]))), whole(row[0]), text(row[1])};
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
    std::int64_t number = 0;
    const auto [stop, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc() || stop != digits.data() + digits.size())
        throw StoreError("记录的对象没有编号：" + std::string(subject));
    return number;
}

Result<Organ> Bodies::current(const View& view, const journal::LogKey& key) const {
    const auto rows = connection_of(view).run(
        "SELECT number, record FROM body WHERE region = $1 AND organ = 0 AND number = $2",
        {key.region, key.organ});
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
    for (const Row& row : connection_of(view).run(
             "SELECT number, record FROM body WHERE region = $1 AND organ = 0 ORDER BY number",
             {region}))
        all.push_back(organ_of(region, row));
    return all;
}

std::string Bodies::next_number(const View& view, const journal::LogKey& log, int) const {
    const auto rows = connection_of(view).run(
        "SELECT coalesce(max(number), 0) FROM body WHERE region = $1 AND organ = $2",
        {log.region, log.organ});
    return std::to_string(whole(rows.at(0)[0]) + 1);
}

Result<Account> AccountBook::current(const View& view, std::int64_t region,
                                     const std::string& id) const {
    const auto rows = connection_of(view).run(
        "SELECT region, id, record FROM account WHERE region = $1 AND organ = 0 AND id = $2",
        {region, id});
    if (rows.empty()) return Error{ErrorKind::NotFound, "account.not-found", "没有这个账号。"};
    return account_of(rows[0]);
}

// A login says nothing of its region; there are few enough accounts to look through them.
std::optional<Account> AccountBook::by_login(const View& view, const std::string& login) const {
    const auto rows = connection_of(view).run(
        "SELECT region, id, record FROM account WHERE login = $1 ORDER BY region, id", {login});
    if (rows.empty()) return {};
    return account_of(rows[0]);
}

std::vector<Account> AccountBook::all(const View& view, std::int64_t region) const {
    std::vector<Account> all;
    for (const Row& row : connection_of(view).run("SELECT region, id, record FROM account WHERE "
                                                  "region = $1 AND organ = 0 ORDER BY home, "
                                                  "login",
                                                  {region}))
        all.push_back(account_of(row));
    return all;
}

std::string AccountBook::next_number(const View& view, const journal::LogKey& log, int) const {
    const auto rows = connection_of(view).run(
        "SELECT count(*) FROM account WHERE region = $1 AND organ = $2", {log.region, log.organ});
    return std::to_string(whole(rows.at(0)[0]) + 1);
}

}  // namespace gongkai::store
