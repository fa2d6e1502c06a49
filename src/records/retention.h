#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "journal/ledger.h"
#include "records/history.h"

// How long what is sealed of a case is kept once the case is closed (个人信息的保存期限), and what
// the journal says of its deletion by that rule (按规定删除).
namespace gongkai::records {

// What a place sets: settings/retention.json.
struct Retention {
    // Years after the closing, by subject ("request"); what is not named is kept for good.
    std::map<std::string, int, std::less<>> years{};
    int notice_days = 30;  // at least so long before it is done, it is announced

    std::optional<int> years_of(std::string_view subject) const;

    friend bool operator==(const Retention&, const Retention&) = default;
};

// What the entries of a case say.
struct Deletion {
    std::optional<Date> announced_for;  // the last announcement: the day from which it may be done
    std::optional<Date> deleted_on;
    int years = 0;               // of the rule by which it was done
    std::int64_t data = 0;       // how many sealed data were deleted
    bool handled_since = false;  // it was acted on after the deletion

    friend bool operator==(const Deletion&, const Deletion&) = default;
};
Deletion deletion_in(const std::vector<journal::Entry>& entries);

// The entries that announce and that record it, under the subject of the case. The day of the
// deletion is that of the entry.
journal::Draft announcement(const std::string& subject, Date closed_on, int years, Date from);
journal::Draft deletion(const std::string& subject, Date closed_on, int years, std::size_t data);
bool is_about_retention(std::string_view entry_kind);

// The day from which a rule of so many years lets a case go that was closed on a day.
Date years_after(Date closed_on, int years);

// The last day on which something happened to a subject or was written down of it.
template <class Subject>
Date last_day(const History<Subject>& history) {
    Date last = history.acts().front().on;
    for (const auto& act : history.acts())
        last = std::max({last, act.on, act.recorded_on});
    return last;
}

// All that is sealed of a subject.
template <class Subject>
std::vector<journal::Sealed> sealed_of(const History<Subject>& history) {
    std::vector<journal::Sealed> all;
    for (auto act : history.acts())
        each_sealed<Subject>(act, [&](SealedDatum& datum) {
            if (!datum.seal.empty()) all.push_back(datum.seal);
        });
    return all;
}

// Where the rule finds its cases.
class RetentionBook {
public:
    virtual ~RetentionBook() = default;

    // Every body's log.
    virtual std::vector<journal::LogKey> logs(const journal::View& view) const = 0;
    // The numbers of a body's cases of a subject ("request") that were begun in that year or
    // before and have something left to delete, open ones too, by number.
    virtual std::vector<std::string> begun_by(const journal::View& view, const journal::LogKey& log,
                                              std::string_view subject, int year) const = 0;
};

}  // namespace gongkai::records
