#include "reports/submission.h"

#include <algorithm>

namespace gongkai::reports {

namespace {

using journal::Record;

constexpr std::string_view act_names[] = {"prepare", "submit", "return", "accept", "publish"};
constexpr std::pair<std::string_view, std::string_view> state_words[] = {
    {"none", "未编制"},     {"prepared", "已编制"}, {"submitted", "已报送，待审核"},
    {"returned", "已退回"}, {"accepted", "已通过"}, {"published", "已公布"},
};
constexpr std::string_view prefix = "report.";

Error refused(std::string code, std::string message) {
    return {ErrorKind::NotAllowed, "submission." + std::move(code), std::move(message)};
}

SubmissionState state_after(SubmissionAct act) {
    switch (act) {
        case SubmissionAct::Prepare: return SubmissionState::Prepared;
        case SubmissionAct::Submit: return SubmissionState::Submitted;
        case SubmissionAct::Return: return SubmissionState::Returned;
        case SubmissionAct::Accept: return SubmissionState::Accepted;
        case SubmissionAct::Publish: return SubmissionState::Published;
    }
    return SubmissionState::None;
}

bool is_lawful(SubmissionAct act, SubmissionState state) {
    using enum SubmissionState;
    switch (act) {
        case SubmissionAct::Prepare: return state == None || state == Prepared || state == Returned;
        case SubmissionAct::Submit: return state == Prepared;
        case SubmissionAct::Return:
        case SubmissionAct::Accept: return state == Submitted;
        case SubmissionAct::Publish: return state == Accepted;
    }
    return false;
}

constexpr std::string_view titles[] = {"编制", "报送", "退回", "通过", "公布"};

}  // namespace

std::string_view name(SubmissionAct it) { return act_names[std::size_t(it)]; }
std::string_view name(SubmissionState it) { return state_words[std::size_t(it)].first; }
std::string_view chinese(SubmissionState it) { return state_words[std::size_t(it)].second; }

std::optional<SubmissionAct> submission_act(std::string_view name) {
    const auto it = std::ranges::find(act_names, name);
    if (it == std::end(act_names)) return {};
    return SubmissionAct(it - std::begin(act_names));
}

std::string subject(const SubmissionKey& key) { return "report/" + std::to_string(key.year); }

SubmissionState Submission::state() const {
    return events_.empty() ? SubmissionState::None : state_after(events_.back().act);
}

const SubmissionEvent* Submission::version() const {
    const auto it = std::ranges::find(events_.rbegin(), events_.rend(), SubmissionAct::Prepare,
                                      &SubmissionEvent::act);
    return it == events_.rend() ? nullptr : &*it;
}

const SubmissionEvent* Submission::accepted() const {
    const auto now = state();
    const bool yes = now == SubmissionState::Accepted || now == SubmissionState::Published;
    return yes ? version() : nullptr;
}

Result<Submission> Submission::after(SubmissionEvent event) const {
    if (!is_lawful(event.act, state()))
        return refused("not-now", "报告" + std::string(chinese(state())) + "，现在不能" +
                                      std::string(titles[std::size_t(event.act)]) + "。");
    const bool judges = event.act == SubmissionAct::Accept || event.act == SubmissionAct::Return;
    const bool own = std::ranges::any_of(events_, [&](const SubmissionEvent& it) {
        return it.by == event.by &&
               (it.act == SubmissionAct::Prepare || it.act == SubmissionAct::Submit);
    });
    if (judges && own)
        return refused("own", "编制或报送的人不能自己审核，请由主管部门的其他人审核。");
    if (event.act == SubmissionAct::Return && event.words.empty())
        return refused("reason", "请写明退回的原因和需要改正的地方。");
    if (!events_.empty() && event.on < events_.back().on)
        return refused("out-of-order", "日期早于上一环节的" + chinese(events_.back().on) + "。");
    Submission next = *this;
    next.events_.push_back(std::move(event));
    return next;
}

std::string entry_kind(SubmissionAct act) { return std::string(prefix) + std::string(name(act)); }

Record record(const SubmissionEvent& it) {
    Record out;
    out.set("on", it.on);
    if (!it.report.empty()) out.set("report", it.report);
    if (!it.file.empty()) out.set("file", it.file);
    if (it.compiled) out.set("compiled", std::int64_t{1});
    if (!it.words.empty()) out.set("words", journal::record(it.words));
    return out;
}

Result<SubmissionEvent> event_of(std::string_view entry_kind, const Record& payload) {
    const Error damaged{ErrorKind::Invalid, "submission.record",
                        "报送的记录不完整，可能被改动过。"};
    if (!entry_kind.starts_with(prefix)) return damaged;
    const auto act = submission_act(entry_kind.substr(prefix.size()));
    const auto on = payload.day("on");
    if (!act || !on) return damaged;
    if (*act == SubmissionAct::Prepare && !payload.text("report")) return damaged;
    SubmissionEvent it;
    it.act = *act;
    it.on = *on;
    it.report = payload.text_of("report");
    it.file = payload.text_of("file");
    it.compiled = payload.whole("compiled") == 1;
    it.words = journal::sealed(payload.record("words"));
    return it;
}

Gate gate(const forms::Report& report, const forms::Report* last_accepted, int year,
          bool has_reason) {
    Gate it;
    it.other_year = report.year != year;
    for (auto& finding : checks::check({report, last_accepted}))
        if (finding.severity == checks::Severity::Error) it.errors.push_back(std::move(finding));
    if (last_accepted && !has_reason) it.unexplained = opening_differences(report, *last_accepted);
    for (int cell = 0; cell < int(report.cells.size()); ++cell)
        if (const auto* each = report.cell(cell); each && each->kind == forms::CellKind::Ambiguous)
            it.uncertain.push_back(cell);
    return it;
}

Status passed(const Gate& gate, const forms::Report& report) {
    if (gate.open()) return Done{};
    std::string message = "报告有错误，不能报送：";
    if (gate.other_body) message += "\n· 报告上写的是“" + report.organ + "”，不是本机关的报告。";
    if (gate.other_year) message += "\n· 报告的年度与要报送的年度不一致。";
    for (const auto& finding : gate.errors)
        message += "\n· " + finding.message;
    for (const auto& it : gate.unexplained)
        message += "\n· “" + report.form->cell_name(it.cell) + "”为 " + it.counted.text() +
                   "，上年度报告结转为 " + it.accepted.text() +
                   "。请改正，或者写明差异的原因并签名。";
    if (!gate.uncertain.empty())
        message += "\n· 有 " + std::to_string(gate.uncertain.size()) + " 个数据无法确定（如“" +
                   report.form->cell_name(gate.uncertain.front()) + "”），请换用能看清各列的文件。";
    return Error{ErrorKind::Invalid, "submission.gate", std::move(message)};
}

}  // namespace gongkai::reports
