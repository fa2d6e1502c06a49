#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/actor.h"
#include "desk/report_shelf.h"
#include "desk/year_books.h"

// The annual report on its way: compiled from the records, written, sent up, returned, accepted.
namespace gongkai::desk {

// What a clerk adds to what the records tell.
struct ReportWords {
    std::string proactive, management, platform, supervision, appraisal, other;
    std::vector<std::string> problems, improvements;
    std::string opening_reason;  // why the opening differs from last year's accepted closing

    static constexpr auto fields() {
        using records::field;
        using W = ReportWords;
        return records::field_list(
            field<&W::proactive>("proactive", "主动公开情况").optional().in_lines(),
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

class ReportRoom {
public:
    ReportRoom(journal::Ledger& ledger, const reports::Submissions& submissions, ReportShelf& shelf,
               const YearBooks& books, const OrganDesk& organs)
        : ledger_(ledger),
          submissions_(submissions),
          shelf_(shelf),
          books_(books),
          organs_(organs) {}

    using Answer = Result<reports::Submission>;
    using Seen = std::optional<std::size_t>;

    // A version made from the records: compiled, told, written as Word file, read back and kept.
    // Refusals: report.words without problems and improvements, report.read-back,
    // organ.not-found, those of Submission::after(). Here and below `seen` is the number of acts
    // that whoever does it has seen: submission.changed where it is no longer theirs, so that
    // nobody's version is put in the place of another's unseen.
    Answer prepare(const Actor& by, const reports::SubmissionKey& key, const ReportWords& words,
                   Seen seen = {});
    // A version that was made elsewhere, in any file that the reader knows. It is kept as it is,
    // wrong or not: submitting it is what is gated.
    Answer prepare_file(const Actor& by, const reports::SubmissionKey& key, std::string_view bytes,
                        const std::string& opening_reason, Seen seen = {});
    // Submitting passes the gate: refusal submission.gate names every fault.
    Answer submit(const Actor& by, const reports::SubmissionKey& key, Seen seen = {});
    // Return, Accept or Publish; a return says in its words what is to be mended.
    Answer move(const Actor& by, const reports::SubmissionKey& key,
                const reports::SubmissionAct& act, Seen seen = {});

private:
    journal::Ledger& ledger_;
    const reports::Submissions& submissions_;
    ReportShelf& shelf_;
    const YearBooks& books_;
    const OrganDesk& organs_;

    Answer record(const Actor& by, const reports::SubmissionKey& key,
                  const reports::SubmissionAct& act, Seen seen);
    Answer keep_version(const Actor& by, const reports::SubmissionKey& key,
                        const forms::Report& report, std::string_view file, bool compiled,
                        const std::string& reason, Seen seen);
};

}  // namespace gongkai::desk
