#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "desk/organ_desk.h"
#include "desk/report_shelf.h"
#include "reports/roll_up.h"

// Annual reports added up over a body and those below it.
namespace gongkai::desk {

struct RollUp {
    reports::RolledUp sum;
    std::vector<organs::Organ> included, missing;
};

class RollUps {
public:
    RollUps(const OrganDesk& organs, const ReportShelf& shelf, const forms::Forms& forms)
        : organs_(organs), shelf_(shelf), forms_(forms) {}

    // The accepted reports of a body and of all below it. Refusals report.no-form,
    // organ.not-found.
    Result<RollUp> accepted(const reports::SubmissionKey& key) const;
    // The published ones. Refusal report.nothing-below besides, where no body stands below it.
    Result<RollUp> published(const reports::SubmissionKey& key) const;

private:
    const OrganDesk& organs_;
    const ReportShelf& shelf_;
    const forms::Forms& forms_;

    // The report of one body that counts; nothing where it has none, and it is missing, never zero.
    using ReportOf = std::function<std::optional<forms::Report>(const reports::SubmissionKey&)>;
    // Over those below a body, and itself first where it exists at the end of the year.
    Result<RollUp> add_up(const reports::SubmissionKey& key, std::vector<organs::Organ> below,
                          const ReportOf& report_of) const;
};

}  // namespace gongkai::desk
