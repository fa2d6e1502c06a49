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

std::vector<organs::Organ> with_those_below(const Office& office, const SubmissionKey& key) {
    using namespace std::chrono;
    const Date end = sys_days{year{key.year} / December / 31};
    std::vector<organs::Organ> bodies;
    office.ledger.look([&](const journal::View& view) {
        const auto all = office.organs.all(view, key.log.region);
        bodies = organs::below(all, key.log.organ);
        if (bodies.empty()) return;
        const auto self = std::ranges::find(all, key.log, &organs::Organ::key);
        if (self != all.end()) bodies.insert(bodies.begin(), *self);
    });
    std::erase_if(bodies, [&](const organs::Organ& it) { return !exists_on(it, end); });
    return bodies;
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

Result<PublishedRollUp> published_roll_up(const Office& office, const SubmissionKey& key) {
    const auto form = std::ranges::find_if(
        office.forms, [&](const forms::Form& it) { return it.covers(key.year); });
    const auto bodies = with_those_below(office, key);
    if (form == office.forms.end() || bodies.empty())
        return Error{ErrorKind::NotFound, "report.nothing-below",
                     "没有这一年的汇总：只有下面还有机关的主管部门才有汇总。"};
    PublishedRollUp out;
    std::vector<forms::Report> kept;
    kept.reserve(bodies.size());  // members point into it
    std::vector<reports::Member> members;
    for (const auto& body : bodies) {
        reports::Member member{body.key.organ, body.name, nullptr};
        if (const auto it = published_report(office, {body.key, key.year}))
            if (auto report = kept_report(office, it->report)) {
                kept.push_back(std::move(*report));
                member.report = &kept.back();
            }
        (member.report ? out.included : out.missing).push_back(body);
        members.push_back(std::move(member));
    }
    out.sum = reports::roll_up(*form, key.year, members);
    return out;
}

}  // namespace gongkai::desk
