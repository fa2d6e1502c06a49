#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "checks/rule.h"
#include "journal/ledger.h"
#include "reports/compile.h"

namespace gongkai::reports {

// What happens to a body's report of one year on its way up (年度报告报送), Reg. 49.
enum class SubmissionAct { Prepare, Submit, Return, Accept, Publish };
enum class SubmissionState { None, Prepared, Submitted, Returned, Accepted, Published };
std::string_view name(SubmissionAct act);
std::string_view name(SubmissionState state);
using gongkai::chinese;  // of a date
std::string_view chinese(SubmissionState state);
std::optional<SubmissionAct> submission_act(std::string_view name);

struct SubmissionEvent {
    SubmissionAct act{};
    Date on{};
    std::string by;
    // Prepare: the digests under which the report (docs/report-json.md) and its file are kept.
    std::string report, file;
    bool compiled = false;    // Prepare: from the records, not from a file made elsewhere
    journal::Sealed words{};  // Prepare: why the opening differs; Return: what is to be mended

    friend bool operator==(const SubmissionEvent&, const SubmissionEvent&) = default;
};

struct SubmissionKey {
    journal::LogKey log;
    int year = 0;
    friend auto operator<=>(const SubmissionKey&, const SubmissionKey&) = default;
};
std::string subject(const SubmissionKey& key);  // report/2025

class Submission {
public:
    explicit Submission(SubmissionKey key, std::vector<SubmissionEvent> events = {})
        : key_(key), events_(std::move(events)) {}

    const SubmissionKey& key() const { return key_; }
    const std::vector<SubmissionEvent>& events() const { return events_; }
    SubmissionState state() const;
    // The last version prepared; nothing before the first.
    const SubmissionEvent* version() const;
    // The version that the superior has accepted; nothing until then.
    const SubmissionEvent* accepted() const;

    // Refusals submission.not-now, submission.own (whoever prepared or submitted it does not
    // accept it), submission.reason (a return says what is to be mended).
    Result<Submission> after(SubmissionEvent event) const;

private:
    SubmissionKey key_;
    std::vector<SubmissionEvent> events_;
};

std::string entry_kind(SubmissionAct act);  // "report.submit"
journal::Record record(const SubmissionEvent& event);
Result<SubmissionEvent> event_of(std::string_view entry_kind, const journal::Record& payload);

// What keeps a report from being submitted, by whatever way it comes.
struct Gate {
    std::vector<checks::Finding> errors;
    std::vector<OpeningDifference> unexplained;  // without a signed reason
    std::vector<int> uncertain;                  // cells that could be read in several ways
    bool other_year = false;                     // it is not about the year that is due
    bool other_body = false;                     // it names another body; set by whoever knows

    bool open() const {
        return errors.empty() && unexplained.empty() && uncertain.empty() && !other_year &&
               !other_body;
    }
};
Gate gate(const forms::Report& report, const forms::Report* last_accepted, int year,
          bool has_reason);
// What the gate says, in Chinese: each fault in a line. Refusal submission.gate.
Status passed(const Gate& gate, const forms::Report& report);

class Submissions {
public:
    virtual ~Submissions() = default;
    // One without events where nothing has been prepared.
    virtual Submission find(const journal::View& view, const SubmissionKey& key) const = 0;
};

}  // namespace gongkai::reports
