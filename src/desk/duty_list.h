#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/tally.h"
#include "desk/organ_desk.h"
#include "desk/report_shelf.h"
#include "law/calendar.h"
#include "reports/submission.h"

// What waits on a body's desk beside its requests and documents, whose lists have a
// group for it (desk/request_list.h, desk/document_list.h).
namespace gongkai::desk {

struct ReportDuty {
    enum class What { Submit, Mend, Publish, Review };

    reports::SubmissionKey key;  // of a body below for Review, of the body itself otherwise
    std::string organ;           // its name
    reports::SubmissionState state{};
    What what{};
    std::optional<Date> due;  // 31 January, Reg. 49
    int working_days_left = 0;
    std::string words;  // Mend: what the superior wrote
};
std::string_view name(ReportDuty::What what);
std::string_view chinese(ReportDuty::What what);

// How far a body below has come with its report of a year (年度报告报送情况).
struct CampaignLine {
    organs::Organ body;
    reports::SubmissionState state{};
    std::optional<Date> submitted_on;  // the last time
    // What the rules say of the last version; nothing where there is none.
    std::optional<checks::Tally> findings;
};

class DutyDesk {
public:
    DutyDesk(const ReportShelf& shelf, const OrganDesk& organs, const law::Calendar& calendar)
        : shelf_(shelf), organs_(organs), calendar_(calendar) {}

    // Last year's report until it is published, earlier ones that were returned, and those that
    // bodies below have submitted.
    std::vector<ReportDuty> reports(const journal::LogKey& organ, Date today) const;
    // The bodies below that existed at the end of the year, by the page; group `missing` has those
    // without any version. Refusals: those of every list.
    Result<records::Page<CampaignLine>> campaign(const reports::SubmissionKey& key,
                                                 const records::Ask& ask) const;

private:
    const ReportShelf& shelf_;
    const OrganDesk& organs_;
    const law::Calendar& calendar_;

    ReportDuty duty_of(const reports::Submission& submission, const std::string& organ,
                       ReportDuty::What what, Date today) const;
    std::optional<checks::Tally> findings_of(const reports::Submission& submission) const;
};

}  // namespace gongkai::desk
