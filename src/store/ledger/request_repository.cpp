#include "store/ledger/request_repository.h"

#include "requests/record.h"
#include "store/ledger/entries.h"
#include "store/ledger/ledger.h"
#include "store/ledger/serial_number.h"

namespace gongkai::store {

using journal::Entry;
using journal::LogKey;
using journal::View;
using requests::Act;
using requests::Request;
using requests::RequestKey;

namespace {

constexpr std::string_view subject_prefix = "request/", kind_prefix = "request.";

void each_request(const View& view, const LogKey& log, std::string condition,
                  const std::function<void(const Request&)>& take) {
    each_subject(connection_of(view), log, {"request s", std::move(condition)},
                 {log.region, log.organ},
                 [&](const std::vector<Entry>& entries) { take(request_of(entries)); });
}

}  // namespace

Request request_of(const std::vector<Entry>& entries) {
    auto acts =
        recorded_acts<Act>(entries, kind_prefix, "申请", requests::kind_of_entry, requests::act_of);
    const Entry& first = entries.at(0);
    return Request::recorded({first.log, request_number(first.subject)}, std::move(acts));
}

std::string request_number(const std::string& subject) {
    return subject.substr(subject_prefix.size());
}

Result<Request> RequestRepository::find(const View& view, const RequestKey& key) const {
    const auto entries = view.entries(key.log, subject(key));
    if (entries.empty())
        return Error{ErrorKind::NotFound, "request.not-found",
                     "没有编号为“" + key.number + "”的申请。请核对编号。"};
    return request_of(entries);
}

std::vector<Request> RequestRepository::open(const View& view, const LogKey& log) const {
    std::vector<Request> all;
    each_request(view, log, " AND s.is_open = 1", [&](const Request& it) { all.push_back(it); });
    return all;
}

void RequestRepository::each(const View& view, const LogKey& log,
                             const std::function<void(const Request&)>& take) const {
    each_request(view, log, "", take);
}

std::string RequestRepository::next_number(const View& view, const LogKey& log, int year) const {
    return next_serial_number(view, log, "request", subject_prefix, year);
}

}  // namespace gongkai::store
