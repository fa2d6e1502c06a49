#pragma once

#include <compare>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>

#include "base/result.h"
#include "records/repository.h"

// The annual report of a body for one year on its way up (年度报告报送), Reg. 49.
namespace gongkai::reports {

enum class SubmissionState { None, Prepared, Submitted, Returned, Accepted, Published };
constexpr auto words(SubmissionState) {
    using enum SubmissionState;
    return word_list<SubmissionState>({
        {None, "none", "未编制"},
        {Prepared, "prepared", "已编制"},
        {Submitted, "submitted", "已报送，待审核"},
        {Returned, "returned", "已退回"},
        {Accepted, "accepted", "已通过"},
        {Published, "published", "已公布"},
    });
}

namespace submissions {

using records::field;
using records::field_list;
using records::no_fields;

// 编制年度报告: one more version. Its words say why the opening differs from last year's closing.
struct Prepare {
    std::string report, file;  // the digests of the report (docs/report-json.md) and of its file
    bool compiled = false;     // from the records, not from a file made elsewhere

    static constexpr auto fields() {
        return field_list(
            field<&Prepare::report>("report", "报告").used(records::Use::Kept),
            field<&Prepare::file>("file", "报告的文件").optional().used(records::Use::Kept),
            field<&Prepare::compiled>("compiled", "由记录汇总").used(records::Use::Told));
    }
    friend bool operator==(const Prepare&, const Prepare&) = default;
};

// 报送年度报告
struct Submit {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Submit&, const Submit&) = default;
};

// 退回年度报告. Its words say what is to be mended.
struct Return {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Return&, const Return&) = default;
};

// 通过年度报告
struct Accept {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Accept&, const Accept&) = default;
};

// 公布年度报告
struct Publish {
    static constexpr auto fields() { return no_fields(); }
    friend bool operator==(const Publish&, const Publish&) = default;
};

struct Progress {
    SubmissionState state = SubmissionState::None;
    int version = -1;           // the act that prepared the last version
    std::set<std::string> own;  // who prepared or submitted any
    Date latest{};
};

struct Subject {
    using Kinds = std::variant<Prepare, Submit, Return, Accept, Publish>;
    using Progress = submissions::Progress;
    using Rules = records::NoRules;  // what holds a report back is the gate, below

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string_view state_words(const Progress& now);
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

}  // namespace submissions

using SubmissionAct = records::ActOf<submissions::Subject>;
using SubmissionHistory = records::History<submissions::Subject>;

struct SubmissionKey {
    journal::LogKey log;
    int year = 0;
    friend auto operator<=>(const SubmissionKey&, const SubmissionKey&) = default;
};
// Where its acts lie: report/2025.
records::Key<submissions::Subject> history_key(const SubmissionKey& key);

// A body's report of one year. Before its first version is prepared there is a year, but no act.
class Submission {
public:
    explicit Submission(SubmissionKey key, std::optional<SubmissionHistory> history = {})
        : key_(key), history_(std::move(history)) {}

    const SubmissionKey& key() const { return key_; }
    const std::optional<SubmissionHistory>& history() const { return history_; }
    std::span<const SubmissionAct> acts() const;
    SubmissionState state() const;
    // The last version prepared; nothing before the first.
    const submissions::Prepare* version() const;
    // Whether somebody has signed why the opening of that version differs.
    bool has_opening_reason() const;
    // The version that the superior has accepted; nothing until then.
    const submissions::Prepare* accepted() const;

    // Refusals submission.not-now, submission.out-of-order, submission.own (whoever prepared or
    // submitted it does not judge it), submission.reason (a return says what is to be mended).
    Result<Submission> after(SubmissionAct act) const;

private:
    SubmissionKey key_;
    std::optional<SubmissionHistory> history_;

    const SubmissionAct* last_version() const;
};

class Submissions : public records::Repository<submissions::Subject> {
public:
    Submission of_year(const journal::View& view, const SubmissionKey& key) const;
};

}  // namespace gongkai::reports

// Compiled once, in submission.cpp.
extern template class gongkai::records::History<gongkai::reports::submissions::Subject>;
