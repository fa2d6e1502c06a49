#include "records/retention.h"

#include "base/damaged.h"
#include "law/month_term.h"

namespace gongkai::records {

namespace {

constexpr std::string_view all_of_it = "retention.", announced = "retention.announce",
                           deleted = "retention.delete";
constexpr int months_a_year = 12;

}  // namespace

std::optional<int> Retention::years_of(std::string_view subject) const {
    const auto found = years.find(subject);
    return found == years.end() ? std::nullopt : std::optional(found->second);
}

bool is_about_retention(std::string_view entry_kind) { return entry_kind.starts_with(all_of_it); }

Deletion deletion_in(const std::vector<journal::Entry>& entries) {
    Deletion it;
    for (const journal::Entry& entry : entries) {
        // An act, as "request.decide" on "request/2014-0003", and not that somebody looked at it.
        const std::string subject = entry.subject.substr(0, entry.subject.find('/')) + ".";
        if (entry.kind.starts_with(subject)) it.handled_since = true;
        if (!is_about_retention(entry.kind)) continue;
        const auto payload = journal::parse_canonical(entry.payload);
        if (!payload.ok()) throw Damaged("按规定删除的记录不完整：" + entry.subject);
        if (entry.kind == announced) it.announced_for = payload.value().day("from");
        if (entry.kind != deleted) continue;
        it.deleted_on = china_day(entry.recorded_at);
        it.years = int(payload.value().whole("years").value_or(0));
        it.data = payload.value().whole("data").value_or(0);
        it.handled_since = false;
    }
    if (!it.deleted_on) it.handled_since = false;
    return it;
}

journal::Draft announcement(const std::string& subject, Date closed_on, int years, Date from) {
    return {subject, std::string(announced),
            journal::Record{}
                .set("closed_on", closed_on)
                .set("years", std::int64_t{years})
                .set("from", from)};
}

journal::Draft deletion(const std::string& subject, Date closed_on, int years, std::size_t data) {
    return {subject, std::string(deleted),
            journal::Record{}
                .set("closed_on", closed_on)
                .set("years", std::int64_t{years})
                .set("data", std::int64_t(data))};
}

Date years_after(Date closed_on, int years) {
    return law::months_after(closed_on, years * months_a_year);
}

}  // namespace gongkai::records
