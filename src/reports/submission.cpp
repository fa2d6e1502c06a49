#include "reports/submission.h"

template class gongkai::records::History<gongkai::reports::submissions::Subject>;

namespace gongkai::reports {

namespace submissions {

namespace {

using enum SubmissionState;
using law::regulation;
using records::asked;
using records::Days;
using records::hidden;
using records::in;
using records::no_words;
using records::Right;
using records::row;

constexpr auto rows = records::rows_of<Subject::Kinds>(
    row<Prepare>("prepare", "编制年度报告", regulation("50"), in({Prepared, Returned}),
                 Right::WriteReport, "", asked("上年结转不一致的原因"), hidden)
        .with(Days::Happened),
    row<Submit>("submit", "报送年度报告", regulation("49"), in({Prepared}), Right::WriteReport, "",
                no_words, hidden)
        .with(Days::Happened),
    row<Return>("return", "退回年度报告", regulation("49"), in({Submitted}), Right::ReviewReports,
                "", records::needed("退回的原因和需要改正的地方"), hidden)
        .with(Days::Happened),
    row<Accept>("accept", "通过年度报告", regulation("49"), in({Submitted}), Right::ReviewReports,
                "", no_words, hidden)
        .with(Days::Happened),
    row<Publish>("publish", "公布年度报告", regulation("49"), in({Accepted}), Right::WriteReport,
                 "", no_words, hidden)
        .with(Days::Happened));

constexpr records::Table submission_table{"report",       "submission", "年度报告",
                                          "这份年度报告", rows,         ""};

using Moment = records::Moment<Subject>;

Error refused(std::string_view code, std::string message) {
    return records::refused(Subject::table(), code, std::move(message));
}

Status by_somebody_else(const Moment& moment) {
    if (moment.now.own.contains(moment.act.by))
        return refused("own", "编制或报送的人不能自己审核，请由主管部门的其他人审核。");
    return Done{};
}

Status judge(const Prepare&, const Moment&) { return Done{}; }
Status judge(const Submit&, const Moment&) { return Done{}; }

Status judge(const Return&, const Moment& moment) {
    GK_CHECK(by_somebody_else(moment));
    if (moment.act.words.empty())
        return records::invalid(Subject::table(), "reason", "请写明退回的原因和需要改正的地方。");
    return Done{};
}

Status judge(const Accept&, const Moment& moment) { return by_somebody_else(moment); }
Status judge(const Publish&, const Moment&) { return Done{}; }

struct Position {
    const records::Dated& act;
    int index;
};

void apply(const Prepare&, const Position& at, Progress& now) {
    now.state = Prepared;
    now.version = at.index;
    now.own.insert(at.act.by);
}

void apply(const Submit&, const Position& at, Progress& now) {
    now.state = Submitted;
    now.own.insert(at.act.by);
}

void apply(const Return&, const Position&, Progress& now) { now.state = Returned; }
void apply(const Accept&, const Position&, Progress& now) { now.state = Accepted; }
void apply(const Publish&, const Position&, Progress& now) { now.state = Published; }

}  // namespace

const records::Table& Subject::table() { return submission_table; }

bool Subject::lawful(records::States states, const Progress& now) {
    return (states & in({now.state})) != 0;
}

std::string_view Subject::state_words(const Progress& now) { return chinese(now.state); }

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return std::visit([&](const auto& act) -> Status { return submissions::judge(act, moment); },
                      what);
}

void Subject::apply(const Kinds& what, const records::Dated& act, int index, Progress& progress) {
    std::visit([&](const auto& kind) { submissions::apply(kind, {act, index}, progress); }, what);
}

}  // namespace submissions

using submissions::Prepare;

records::Key<submissions::Subject> history_key(const SubmissionKey& key) {
    return {key.log, std::to_string(key.year)};
}

std::span<const SubmissionAct> Submission::acts() const {
    return history_ ? std::span<const SubmissionAct>(history_->acts())
                    : std::span<const SubmissionAct>();
}

SubmissionState Submission::state() const {
    return history_ ? history_->progress().state : SubmissionState::None;
}

const SubmissionAct* Submission::last_version() const {
    if (!history_) return nullptr;
    return &history_->acts().at(std::size_t(history_->progress().version));
}

const Prepare* Submission::version() const {
    const SubmissionAct* act = last_version();
    return act ? act->as<Prepare>() : nullptr;
}

bool Submission::has_opening_reason() const {
    const SubmissionAct* act = last_version();
    return act && !act->words.empty();
}

const Prepare* Submission::accepted() const {
    const auto now = state();
    const bool yes = now == SubmissionState::Accepted || now == SubmissionState::Published;
    return yes ? version() : nullptr;
}

Result<Submission> Submission::after(SubmissionAct act) const {
    auto next = history_ ? history_->after(std::move(act), {})
                         : SubmissionHistory::begin(history_key(key_), std::move(act), {});
    if (!next.ok()) return next.error();
    return Submission(key_, std::move(next.value()));
}

Submission Submissions::of_year(const journal::View& view, const SubmissionKey& key) const {
    auto found = find(view, history_key(key));
    return found.ok() ? Submission(key, std::move(found.value())) : Submission(key);
}

}  // namespace gongkai::reports
