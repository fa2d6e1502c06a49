#include "desk/retention_desk.h"

#include <chrono>

#include "desk/opened.h"
#include "interaction/closing.h"
#include "requests/closing.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using records::Deletion;
using records::Retention;

namespace {

constexpr std::string_view nobody = "system";

// Nothing where the case is open, has nothing left to delete, or is not near its day.
template <class Subject>
std::optional<ExpiringCase> expiring_case(const View& view, const records::History<Subject>& it,
                                          const Retention& rule, Date today) {
    const std::string_view subject = Subject::table().subject;
    const auto years = rule.years_of(subject);
    const auto closed = closed_on(it);
    if (!years || !closed) return {};
    const Date due = records::years_after(*closed, *years);
    const Date first = today + std::chrono::days{rule.notice_days};
    if (due > first) return {};
    const Deletion told =
        records::deletion_in(view.entries(it.key().log, records::subject(it.key())));
    if (told.deleted_on && !told.handled_since) return {};
    // An announcement of before the last act, or under fewer years, was about another day.
    const bool announced = told.announced_for && *told.announced_for >= due;
    return ExpiringCase{std::string(subject),
                        it.key().number,
                        *closed,
                        *years,
                        announced ? *told.announced_for : first,
                        announced};
}

// What is sealed of a case and still there.
template <class Subject>
std::vector<journal::Sealed> sealed_still(const View& view, const records::History<Subject>& it) {
    auto data = records::sealed_of(it);
    std::erase_if(data, [&](const journal::Sealed& datum) {
        const auto is_gone = [&] { return !view.open(it.key().log, datum); };
        return unless_damaged(is_gone, false);
    });
    return data;
}

}  // namespace

template <class Work>
void RetentionDesk::on_each_subject(const Work& work) const {
    work(requests_);
    work(messages_);
    work(proposals_);
}

std::vector<LogKey> RetentionDesk::logs() const {
    std::vector<LogKey> all;
    ledger_.look([&](const View& view) { all = book_.logs(view); });
    return all;
}

template <class Subject>
void RetentionDesk::add_expiring(const records::Repository<Subject>& repository, const LogKey& log,
                                 Date today, std::vector<ExpiringCase>& all) const {
    const std::string_view subject = Subject::table().subject;
    const auto years = rule_.years_of(subject);
    if (!years) return;
    const Date last = today + std::chrono::days{rule_.notice_days};
    ledger_.look([&](const View& view) {
        for (const auto& number : book_.begun_by(view, log, subject, year_of(last) - *years)) {
            const auto read = [&]() -> std::optional<ExpiringCase> {
                const auto found = repository.find(view, {log, number});
                if (!found.ok()) return {};
                return expiring_case(view, found.value(), rule_, today);
            };
            if (auto it = unless_damaged(read, std::nullopt)) all.push_back(std::move(*it));
        }
    });
}

std::vector<ExpiringCase> RetentionDesk::expiring(const LogKey& log, Date today) const {
    std::vector<ExpiringCase> all;
    on_each_subject([&](const auto& repository) { add_expiring(repository, log, today, all); });
    return all;
}

template <class Subject>
Status RetentionDesk::let_go(const records::Repository<Subject>& repository, const LogKey& log,
                             const std::string& number, std::int64_t now,
                             RetentionRun& done) const {
    RetentionRun step;
    GK_CHECK(ledger_.change({std::string(nobody), now}, log, [&](Change& change) -> Status {
        step = {};
        GK_TRY(history, repository.find(change, {log, number}));
        const auto it = expiring_case(change, history, rule_, china_day(now));
        if (!it) return Done{};  // acted on meanwhile
        const std::string subject = records::subject(history.key());
        if (!it->announced) {
            change.append(records::announcement(subject, it->closed_on, it->years, it->from));
            step.announced = 1;
        } else if (it->from <= china_day(now)) {
            const auto data = sealed_still(change, history);
            change.erase(records::deletion(subject, it->closed_on, it->years, data.size()), data);
            step.deleted = 1;
            step.data = data.size();
        }
        return Done{};
    }));
    done.announced += step.announced;
    done.deleted += step.deleted;
    done.data += step.data;
    return Done{};
}

Result<RetentionRun> RetentionDesk::run(const LogKey& log, std::int64_t now) const {
    RetentionRun done;
    Status refused = Done{};
    on_each_subject([&]<class Subject>(const records::Repository<Subject>& repository) {
        std::vector<ExpiringCase> cases;
        add_expiring(repository, log, china_day(now), cases);
        for (const ExpiringCase& it : cases) {
            if (!refused.ok()) return;
            const bool waits = it.announced && it.from > china_day(now);
            if (!waits) refused = let_go(repository, log, it.number, now, done);
        }
    });
    GK_CHECK(refused);
    return done;
}

}  // namespace gongkai::desk
