#include "desk/roll_up.h"

#include <algorithm>

#include "desk/people_desk.h"

namespace gongkai::desk {

Result<const forms::Form*> form_of(const Office& office, int year) {
    const auto it = std::ranges::find_if(
        office.forms, [&](const forms::Form& form) { return form.covers(year); });
    if (it == office.forms.end())
        return Error{ErrorKind::Invalid, "report.no-form",
                     "没有适用于 " + std::to_string(year) + " 年度的报告格式。"};
    return &*it;
}

Date last_day_of(int year) {
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / December / 31};
}

std::vector<organs::Organ> bodies_below(const Office& office, const journal::LogKey& organ,
                                        Date day) {
    std::vector<organs::Organ> below;
    office.ledger.look([&](const journal::View& view) {
        below = organs::below(office.organs.all(view, organ.region), organ.organ);
    });
    std::erase_if(below, [&](const organs::Organ& body) { return !exists_on(body, day); });
    return below;
}

Result<RollUp> roll_up(const Office& office, const reports::SubmissionKey& key,
                       std::vector<organs::Organ> below, const ReportOf& report_of) {
    GK_TRY(form, form_of(office, key.year));
    GK_TRY(self, find_organ(office, key.log));
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
