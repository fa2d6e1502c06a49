#include "store/ledger/request_repository.h"

#include <cstdio>

#include "requests/record.h"
#include "store/ledger/entries.h"
#include "store/ledger/ledger.h"

namespace gongkai::store {

using journal::Entry;
using journal::LogKey;
using journal::View;
using requests::Act;
using requests::Request;
using requests::RequestKey;

namespace {

constexpr std::string_view subject_prefix = "request/";

Act act_of(const Entry& entry) {
    const auto kind = requests::kind_of_entry(entry.kind);
    const auto payload = journal::parse_canonical(entry.payload);
    if (!kind || !payload.ok()) throw StoreError("申请的记录不完整：" + entry.subject);
    auto act = requests::act_of(*kind, payload.value());
    if (!act.ok()) throw StoreError("申请的记录不完整：" + entry.subject);
    act.value().by = entry.actor;
    return std::move(act.value());
}

std::vector<Request> requests_of(const View& view, const LogKey& log, std::string_view condition) {
    std::vector<Request> all;
    std::vector<Entry> one;
    connection_of(view).each(
        "SELECT e.sequence, e.recorded_at, e.actor, e.subject, e.kind, e.payload "
        "FROM request r JOIN journal_entry e ON e.region = r.region AND e.organ = r.organ "
        "AND e.subject = r.subject WHERE r.region = $1 AND r.organ = $2 " +
            std::string(condition) + " ORDER BY e.subject, e.sequence",
        {log.region, log.organ}, [&](const Row& row) {
            Entry entry = entry_of(log, row);
            if (!one.empty() && one.back().subject != entry.subject) {
                all.push_back(request_of(one));
                one.clear();
            }
            if (entry.kind.starts_with("request.")) one.push_back(std::move(entry));
        });
    if (!one.empty()) all.push_back(request_of(one));
    return all;
}

}  // namespace

Request request_of(const std::vector<Entry>& entries) {
    std::vector<Act> acts;
    for (const Entry& entry : entries)
        if (entry.kind.starts_with("request.")) acts.push_back(act_of(entry));
    const Entry& first = entries.at(0);
    return Request::recorded({first.log, first.subject.substr(subject_prefix.size())},
                             std::move(acts));
}

Result<Request> RequestRepository::find(const View& view, const RequestKey& key) const {
    const auto entries = view.entries(key.log, subject(key));
    if (entries.empty())
        return Error{ErrorKind::NotFound, "request.not-found",
                     "没有编号为“" + key.number + "”的申请。请核对编号。"};
    return request_of(entries);
}

std::vector<Request> RequestRepository::open(const View& view, const LogKey& log) const {
    return requests_of(view, log, "AND r.is_open = 1");
}

std::vector<Request> RequestRepository::all(const View& view, const LogKey& log) const {
    return requests_of(view, log, "");
}

std::string RequestRepository::next_number(const View& view, const LogKey& log, int year) const {
    const std::string prefix = std::to_string(year) + "-";
    const auto rows = connection_of(view).run(
        "SELECT count(*) FROM request WHERE region = $1 AND organ = $2 AND number >= $3 AND "
        "number < $4",
        {log.region, log.organ, prefix, std::to_string(year) + "."});
    char serial[24];
    std::snprintf(serial, sizeof serial, "%04lld",
                  static_cast<long long>(whole(rows.at(0)[0]) + 1));
    return prefix + serial;
}

}  // namespace gongkai::store
