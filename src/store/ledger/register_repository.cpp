#include "store/ledger/register_repository.h"

#include "disclosure/record.h"
#include "store/ledger/entries.h"
#include "store/ledger/ledger.h"
#include "store/ledger/serial_number.h"

namespace gongkai::store {

using disclosure::RegisterEntry;
using disclosure::RegisterEvent;
using disclosure::RegisterKey;
using journal::Entry;
using journal::LogKey;
using journal::View;

namespace {

constexpr std::string_view subject_prefix = "register/", kind_prefix = "register.";

}  // namespace

std::string register_number(const std::string& subject) {
    return subject.substr(subject_prefix.size());
}

RegisterEntry register_entry_of(const std::vector<Entry>& entries) {
    const auto events = recorded_acts<RegisterEvent>(entries, kind_prefix, "台账",
                                                     disclosure::register_act_of_entry,
                                                     disclosure::register_event_of);
    const Entry& first = entries.at(0);
    return disclosure::entry_of({first.log, register_number(first.subject)}, events);
}

Result<RegisterEntry> RegisterRepository::find(const View& view, const RegisterKey& key) const {
    const auto entries = view.entries(key.log, subject(key));
    if (entries.empty())
        return Error{ErrorKind::NotFound, "register.not-found",
                     "没有编号为“" + key.number + "”的台账登记。请核对编号。"};
    return register_entry_of(entries);
}

std::vector<RegisterEntry> RegisterRepository::of_year(const View& view, const LogKey& log,
                                                       int year) const {
    std::vector<RegisterEntry> all;
    each_subject(
        connection_of(view), log,
        {"register_line s", " AND s.counted_on >= $3 AND s.counted_on <= $4"},
        {log.region, log.organ, std::to_string(year) + "-01-01", std::to_string(year) + "-12-31"},
        [&](const std::vector<Entry>& entries) { all.push_back(register_entry_of(entries)); });
    return all;
}

std::string RegisterRepository::next_number(const View& view, const LogKey& log, int year) const {
    return next_serial_number(view, log, "register_line", subject_prefix, year);
}

}  // namespace gongkai::store
