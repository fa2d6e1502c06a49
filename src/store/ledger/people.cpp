#include "store/ledger/people.h"

#include <charconv>

#include "store/ledger/entries.h"
#include "store/ledger/ledger.h"

namespace gongkai::store {

using journal::View;
using organs::Account;
using organs::Organ;

namespace {

journal::Record payload_of(const Value& value) {
    auto payload = journal::parse_canonical(bytes_of(blob(value)));
    if (!payload.ok()) throw StoreError("机关人员的列表不完整，请运行 gongkai journal verify");
    return std::move(payload.value());
}

template <class T>
T sound(Result<T> it) {
    if (!it.ok()) throw StoreError(it.error().message);
    return std::move(it.value());
}

Organ organ_of(std::int64_t region, const Row& row) {
    return sound(organs::organ_of({region, whole(row[0])}, payload_of(row[1])));
}

Account account_of(const Row& row) {
    return sound(organs::account_of(whole(row[0]), text(row[1]), payload_of(row[2])));
}

}  // namespace

std::int64_t number_of(std::string_view subject) {
    const auto digits = subject.substr(subject.find('/') + 1);
    std::int64_t number = 0;
    const auto [stop, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc() || stop != digits.data() + digits.size())
        throw StoreError("记录的对象没有编号：" + std::string(subject));
    return number;
}

Result<Organ> Bodies::find(const View& view, const journal::LogKey& key) const {
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
         connection_of(view).run("SELECT DISTINCT region FROM body ORDER BY region", {}))
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

std::int64_t Bodies::next_number(const View& view, std::int64_t region) const {
    const auto rows = connection_of(view).run(
        "SELECT coalesce(max(number), 0) FROM body WHERE region = $1 AND organ = 0", {region});
    return whole(rows.at(0)[0]) + 1;
}

Result<Account> AccountBook::find(const View& view, std::int64_t region,
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

std::string AccountBook::next_id(const View& view, std::int64_t region) const {
    const auto rows = connection_of(view).run(
        "SELECT count(*) FROM account WHERE region = $1 AND organ = 0", {region});
    return "account/" + std::to_string(whole(rows.at(0)[0]) + 1);
}

}  // namespace gongkai::store
