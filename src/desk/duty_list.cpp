#include "desk/duty_list.h"

#include <algorithm>

#include "checks/rule.h"
#include "desk/year_books.h"

namespace gongkai::desk {

using journal::LogKey;
using journal::View;
using reports::Submission;
using reports::SubmissionAct;
using reports::SubmissionKey;
using reports::SubmissionState;

namespace {

// Of what is to be reviewed the first; the rest stands in the list of the bodies' reports.
constexpr int most_to_review = records::longest_page;
constexpr int years_looked_at = 3;  // for reports that were returned and forgotten

struct Words {
    std::string_view name, chinese;
};
constexpr Words report_words[] = {
    {"submit", "待报送"}, {"mend", "被退回，待修改"}, {"publish", "待公布"}, {"review", "待审核"}};

std::optional<ReportDuty::What> what_of(SubmissionState state, bool last_year) {
    switch (state) {
        case SubmissionState::Returned: return ReportDuty::What::Mend;
        case SubmissionState::None:
        case SubmissionState::Prepared:
            return last_year ? std::optional(ReportDuty::What::Submit) : std::nullopt;
        case SubmissionState::Accepted:
            return last_year ? std::optional(ReportDuty::What::Publish) : std::nullopt;
        case SubmissionState::Submitted:
        case SubmissionState::Published: break;
    }
    return {};
}

// What the superior wrote with the last return.
std::string words_of_return(const OpenedData& opened, const Submission& submission) {
    std::string last;
    for (const SubmissionAct& act : submission.acts())
        if (act.is<reports::submissions::Return>()) {
            const std::string* words = opened.find(act.words);
            last = words ? *words : "";
        }
    return last;
}

std::optional<Date> submitted_on(const Submission& submission) {
    std::optional<Date> on;
    for (const SubmissionAct& act : submission.acts())
        if (act.is<reports::submissions::Submit>()) on = act.on;
    return on;
}

// The bodies below that owe a report of the year.
organs::Chosen below_in(const SubmissionKey& key) {
    return {.existing_on = last_day_of(key.year), .below = key.log.organ, .report_of = key.year};
}

}  // namespace

std::string_view name(ReportDuty::What it) { return report_words[std::size_t(it)].name; }
std::string_view chinese(ReportDuty::What it) { return report_words[std::size_t(it)].chinese; }

ReportDuty DutyDesk::duty_of(const Submission& submission, const std::string& organ,
                             ReportDuty::What what, Date today) const {
    const SubmissionKey& key = submission.key();
    const Date due = last_day_of(key.year) + std::chrono::days{31};
    ReportDuty duty{
        key, organ, submission.state(), what, due, law::working_days(calendar_, today, due), {}};
    if (what == ReportDuty::What::Mend)
        duty.words = words_of_return(shelf_.opened_words(submission), submission);
    return duty;
}

std::optional<checks::Tally> DutyDesk::findings_of(const Submission& submission) const {
    const auto* version = submission.version();
    const SubmissionKey& key = submission.key();
    const auto report = version ? shelf_.report(key.log, version->report) : std::nullopt;
    if (!report) return {};
    const auto last = shelf_.accepted({key.log, key.year - 1});
    return checks::tally(checks::check({*report, last ? &*last : nullptr}));
}

std::vector<ReportDuty> DutyDesk::reports(const LogKey& organ, Date today) const {
    std::vector<ReportDuty> all;
    const int last_year = year_of(today) - 1;
    const auto body = organs_.find(organ);
    if (!body.ok()) return all;
    for (int year = last_year; year > last_year - years_looked_at; --year) {
        if (!exists_on(body.value(), last_day_of(year))) continue;
        const auto own = shelf_.submission({organ, year});
        if (const auto what = what_of(own.state(), year == last_year))
            all.push_back(duty_of(own, body.value().name, *what, today));
    }
    records::Ask submitted{
        .filters = {{"state", std::string(gongkai::name(SubmissionState::Submitted))}},
        .limit = most_to_review};
    const auto below = organs_.page(organ.region, submitted, below_in({organ, last_year}));
    if (!below.ok()) return all;
    for (const auto& each : below.value().rows)
        all.push_back(duty_of(shelf_.submission({each.key, last_year}), each.name,
                              ReportDuty::What::Review, today));
    return all;
}

Result<records::Page<CampaignLine>> DutyDesk::campaign(const SubmissionKey& key,
                                                       const records::Ask& ask) const {
    GK_TRY(page, organs_.page(key.log.region, ask, below_in(key)));
    return page.shown([&](const organs::Organ& body) {
        const auto it = shelf_.submission({body.key, key.year});
        return CampaignLine{body, it.state(), submitted_on(it), findings_of(it)};
    });
}

}  // namespace gongkai::desk
