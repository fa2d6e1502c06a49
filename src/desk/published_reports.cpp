#include "desk/published_reports.h"

#include <algorithm>

#include "desk/report_room.h"

namespace gongkai::desk {

using reports::SubmissionKey;
using reports::SubmissionState;

namespace {

constexpr int first_year = 2019;  // of the forms

std::optional<PublishedReport> published(const reports::Submission& submission) {
    const auto* version = submission.version();
    if (submission.state() != SubmissionState::Published || !version) return {};
    return PublishedReport{submission.key().year, submission.acts().back().on, version->report,
                           version->file};
}

}  // namespace

std::vector<PublishedReport> published_reports(const Office& office, const journal::LogKey& organ,
                                               Date today) {
    std::vector<PublishedReport> all;
    office.ledger.look([&](const journal::View& view) {
        for (int year = year_of(today); year >= first_year; --year)
            if (auto report = published(office.submissions.of_year(view, {organ, year})))
                all.push_back(std::move(*report));
    });
    return all;
}

std::optional<PublishedReport> published_report(const Office& office, const SubmissionKey& key) {
    return published(submission(office, key));
}

Result<RollUp> published_roll_up(const Office& office, const SubmissionKey& key) {
    auto below = bodies_below(office, key.log, last_day_of(key.year));
    if (below.empty())
        return Error{ErrorKind::NotFound, "report.nothing-below",
                     "没有这一年的汇总：只有下面还有机关的主管部门才有汇总。"};
    const auto published_one = [&](const SubmissionKey& one) -> std::optional<forms::Report> {
        const auto found = published_report(office, one);
        return found ? kept_report(office, found->report) : std::nullopt;
    };
    return roll_up(office, key, std::move(below), published_one);
}

}  // namespace gongkai::desk
