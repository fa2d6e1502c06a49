#include "desk/roll_up.h"

#include <utility>

#include "desk/year_books.h"

namespace gongkai::desk {

using reports::SubmissionKey;

Result<RollUp> RollUps::accepted(const SubmissionKey& key) const {
    return add_up(key, organs_.below(key.log, last_day_of(key.year)),
                  [&](const SubmissionKey& one) { return shelf_.accepted(one); });
}

Result<RollUp> RollUps::published(const SubmissionKey& key) const {
    auto below = organs_.below(key.log, last_day_of(key.year));
    if (below.empty())
        return Error{ErrorKind::NotFound, "report.nothing-below",
                     "没有这一年的汇总：只有下面还有机关的主管部门才有汇总。"};
    const auto published_one = [&](const SubmissionKey& one) -> std::optional<forms::Report> {
        const auto found = shelf_.published(one);
        return found ? shelf_.report(one.log, found->report) : std::nullopt;
    };
    return add_up(key, std::move(below), published_one);
}

Result<RollUp> RollUps::add_up(const SubmissionKey& key, std::vector<organs::Organ> below,
                               const ReportOf& report_of) const {
    GK_TRY(form, form_of(forms_, key.year));
    GK_TRY(self, organs_.find(key.log));
    std::vector<organs::Organ> bodies = std::move(below);
    if (exists_on(self, last_day_of(key.year))) bodies.insert(bodies.begin(), std::move(self));
    RollUp out;
    std::vector<forms::Report> reports;
    reports.reserve(bodies.size());  // members point into it
    std::vector<reports::Member> members;
    for (const organs::Organ& body : bodies) {
        reports::Member member{body.key.organ, body.name, nullptr};
        if (auto report = report_of({body.key, key.year})) {
            reports.push_back(std::move(*report));
            member.report = &reports.back();
        }
        (member.report ? out.included : out.missing).push_back(body);
        members.push_back(std::move(member));
    }
    out.sum = reports::roll_up(*form, key.year, members);
    return out;
}

}  // namespace gongkai::desk
