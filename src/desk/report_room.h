#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/roll_up.h"
#include "reports/compile.h"
#include "reports/gate.h"
#include "reports/narrative.h"
#include "reports/submission.h"

// The annual report: compiled from the records, written, sent up, returned, accepted, rolled up.
namespace gongkai::desk {

// The tables of a year as the records of today give them.
Result<reports::Compiled> compile_year(const Office& office, const reports::SubmissionKey& key);

// What a clerk adds to what the records tell.
struct ReportWords {
    std::string management, platform, supervision, appraisal, other;
    std::vector<std::string> problems, improvements;
    std::string opening_reason;  // why the opening differs from last year's accepted closing

    static constexpr auto fields() {
        using records::field;
        using W = ReportWords;
        return records::field_list(
            field<&W::management>("management", "政府信息管理").optional().in_lines(),
            field<&W::platform>("platform", "平台建设").optional().in_lines(),
            field<&W::supervision>("supervision", "监督保障").optional().in_lines(),
            field<&W::appraisal>("appraisal", "考核、评议和责任追究").optional().in_lines(),
            field<&W::problems>("problems", "存在的主要问题")
                .needed()
                .in_lines()
                .hinted("一行一条"),
            field<&W::improvements>("improvements", "改进情况")
                .needed()
                .in_lines()
                .hinted("一行一条"),
            field<&W::other>("other", "其他需要报告的事项").optional().in_lines(),
            field<&W::opening_reason>("opening_reason", "上年结转不一致的原因")
                .optional()
                .in_lines()
                .hinted("写明的原因会署名存档"));
    }
};

// A version made from the records: compiled, told, written as Word file, read back and kept.
// Refusals: report.words without problems and improvements, report.read-back, organ.not-found,
// those of Submission::after().
Result<reports::Submission> prepare_report(Office& office, const journal::Signature& by,
                                           const reports::SubmissionKey& key,
                                           const ReportWords& words);
// A version that was made elsewhere, in any file that the reader knows. It is kept as it is, wrong
// or not: submitting it is what is gated.
Result<reports::Submission> prepare_file(Office& office, const journal::Signature& by,
                                         const reports::SubmissionKey& key, std::string_view bytes,
                                         const std::string& opening_reason);

// Submitting passes the gate: refusal submission.gate names every fault.
Result<reports::Submission> submit_report(Office& office, const journal::Signature& by,
                                          const reports::SubmissionKey& key);
// Return, Accept or Publish; a return says in its words what is to be mended.
Result<reports::Submission> move_report(Office& office, const journal::Signature& by,
                                        const reports::SubmissionKey& key,
                                        const reports::SubmissionAct& act);

// The version that is kept under a digest; nothing where it is none.
std::optional<forms::Report> kept_report(const Office& office, const std::string& digest);
// The version that the superior has accepted; nothing until then.
std::optional<forms::Report> accepted_report(const Office& office,
                                             const reports::SubmissionKey& key);
reports::Submission submission(const Office& office, const reports::SubmissionKey& key);

// The accepted reports of a body and of all below it, added up: see roll_up().
Result<RollUp> consolidated(const Office& office, const reports::SubmissionKey& key);

}  // namespace gongkai::desk
