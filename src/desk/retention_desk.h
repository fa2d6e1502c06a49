#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "interaction/message_repository.h"
#include "interaction/proposal_repository.h"
#include "journal/ledger.h"
#include "records/retention.h"
#include "requests/repository.h"

// What is sealed of closed cases is deleted once a place's years are over (按规定删除个人信息):
// announced first, then done, each an entry of the journal. What is in the clear stays: numbers,
// days, kinds of decisions, figures, and what was published.
namespace gongkai::desk {

// A case whose data go, or will within the days of the notice.
struct ExpiringCase {
    std::string subject, number;  // "request", 2014-0003
    Date closed_on{};
    int years = 0;
    // From which they may go: announced, or as they would be announced today.
    Date from{};
    bool announced = false;
};

// What a run has done.
struct RetentionRun {
    int announced = 0, deleted = 0;  // cases
    std::size_t data = 0;            // sealed data that were deleted
};

class RetentionDesk {
public:
    RetentionDesk(journal::Ledger& ledger, const requests::Repository& requests,
                  const interaction::Messages& messages,
                  const interaction::proposals::Repository& proposals,
                  const records::RetentionBook& book, const records::Retention& rule)
        : ledger_(ledger),
          requests_(requests),
          messages_(messages),
          proposals_(proposals),
          book_(book),
          rule_(rule) {}

    const records::Retention& rule() const { return rule_; }
    std::vector<journal::LogKey> logs() const;
    // A body's cases that are closed for the years of the rule, or will be within the days of the
    // notice, by subject and number. A damaged one is left out: it cannot be judged.
    std::vector<ExpiringCase> expiring(const journal::LogKey& log, Date today) const;
    // Announces what is not announced yet, and deletes what was announced for today or before. Each
    // case is a change of its own and judged anew in it. Refusals: those of Ledger::change(); what
    // was done before one stays done, and the next run goes on.
    Result<RetentionRun> run(const journal::LogKey& log, std::int64_t now) const;

private:
    journal::Ledger& ledger_;
    const requests::Repository& requests_;
    const interaction::Messages& messages_;
    const interaction::proposals::Repository& proposals_;
    const records::RetentionBook& book_;
    const records::Retention& rule_;

    template <class Work>
    void on_each_subject(const Work& work) const;
    template <class Subject>
    void add_expiring(const records::Repository<Subject>& repository, const journal::LogKey& log,
                      Date today, std::vector<ExpiringCase>& all) const;
    template <class Subject>
    Status let_go(const records::Repository<Subject>& repository, const journal::LogKey& log,
                  const std::string& number, std::int64_t now, RetentionRun& done) const;
};

}  // namespace gongkai::desk
