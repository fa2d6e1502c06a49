#include "desk/report_room.h"

#include <algorithm>

#include "base/text.h"
#include "desk/recording.h"
#include "desk/report_document.h"
#include "desk/year_before.h"
#include "reports/gate.h"

namespace gongkai::desk {

using journal::Change;
using reports::Submission;
using reports::SubmissionAct;
using reports::SubmissionKey;
namespace submissions = reports::submissions;

namespace {

// The compiled year with its words.
forms::Report with_words(YearBooks::Told told, const ReportWords& words) {
    reports::NarrativeFacts& facts = told.facts;
    facts.proactive = words.proactive;
    facts.management = words.management;
    facts.platform = words.platform;
    facts.supervision = words.supervision;
    facts.appraisal = words.appraisal;
    facts.problems = words.problems;
    facts.improvements = words.improvements;
    facts.other = words.other;
    reports::narrate(told.report, facts);
    return std::move(told.report);
}

// Whether a report may be that of a body, by the name that it has or had.
bool may_be_of(const forms::Report& report, const organs::Organ& organ) {
    forms::Report named;
    named.organ = organ.name;
    if (may_be_one_body(report, named)) return true;
    return std::ranges::any_of(organ.former_names, [&](const organs::FormerName& it) {
        named.organ = it.name;
        return may_be_one_body(report, named);
    });
}

}  // namespace

// With `seen`, only where nothing has happened since.
Result<Submission> ReportRoom::record(const Actor& by, const SubmissionKey& key,
                                      const SubmissionAct& act, Seen seen) {
    const records::Row& row = records::row_of<submissions::Subject>(act);
    GK_CHECK(check_right(by, row.right));
    std::optional<Submission> result;
    const auto recorded = ledger_.change(by, key.log, [&](Change& change) -> Status {
        const Submission before = submissions_.of_year(change, key);
        GK_CHECK(check_seen(submissions::Subject::table(), seen, before.acts().size()));
        SubmissionAct ready = act;
        sign(ready, row, by);
        seal<submissions::Subject>(change, ready);
        GK_TRY(after, before.after(std::move(ready)));
        append<submissions::Subject>(change, reports::history_key(key), after.acts().back());
        result = std::move(after);
        return Done{};
    });
    if (!recorded.ok()) return recorded.error();
    return std::move(*result);
}

Result<Submission> ReportRoom::keep_version(const Actor& by, const SubmissionKey& key,
                                            const forms::Report& report, std::string_view file,
                                            bool compiled, const std::string& reason, Seen seen) {
    GK_TRY(kept, shelf_.keep(key.log, report, file, compiled));
    SubmissionAct act;
    act.what = std::move(kept);
    if (!text::is_blank(reason)) act.words = records::in_clear(reason);
    return record(by, key, act, seen);
}

Result<Submission> ReportRoom::prepare(const Actor& by, const SubmissionKey& key,
                                       const ReportWords& words, Seen seen) {
    if (std::ranges::all_of(words.problems, text::is_blank) ||
        std::ranges::all_of(words.improvements, text::is_blank))
        return Error{ErrorKind::Invalid, "report.words",
                     "请填写存在的主要问题和改进情况（报告第五部分），不能空着。"};
    GK_TRY(told, books_.told(key));
    const forms::Report report = with_words(std::move(told), words);
    const std::string file = report_docx(report);
    return keep_version(by, key, report, file, true, words.opening_reason, seen);
}

Result<Submission> ReportRoom::prepare_file(const Actor& by, const SubmissionKey& key,
                                            std::string_view bytes,
                                            const std::string& opening_reason, Seen seen) {
    GK_TRY(report, shelf_.read(bytes));
    return keep_version(by, key, report, bytes, false, opening_reason, seen);
}

Result<Submission> ReportRoom::submit(const Actor& by, const SubmissionKey& key, Seen seen) {
    const Submission before = shelf_.submission(key);
    GK_CHECK(check_seen(submissions::Subject::table(), seen, before.acts().size()));
    if (const auto* version = before.version()) {
        const auto report = shelf_.report(key.log, version->report);
        if (!report)
            return Error{ErrorKind::NotFound, "report.lost",
                         "保存的报告文件不见了，请重新编制或上传。"};
        const auto last = shelf_.accepted({key.log, key.year - 1});
        auto gate =
            reports::gate(*report, last ? &*last : nullptr, key.year, before.has_opening_reason());
        GK_TRY(organ, organs_.find(key.log));
        gate.other_body = !may_be_of(*report, organ);
        GK_CHECK(reports::passed(gate, *report));
    }
    SubmissionAct act;
    act.what = submissions::Submit{};
    // What passed the gate is what goes up, not what somebody has put in its place meanwhile.
    return record(by, key, act, before.acts().size());
}

Result<Submission> ReportRoom::move(const Actor& by, const SubmissionKey& key,
                                    const SubmissionAct& act, Seen seen) {
    if (act.is<submissions::Prepare>() || act.is<submissions::Submit>())
        return Error{ErrorKind::NotAllowed, "submission.not-now", "请用编制或报送办理。"};
    return record(by, key, act, seen);
}

}  // namespace gongkai::desk
