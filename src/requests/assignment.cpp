#include "requests/assignment.h"

#include "law/clause.h"

template class gongkai::records::History<gongkai::requests::assignments::Subject>;

namespace gongkai::requests {

namespace assignments {

namespace {

using enum State;
using records::hidden;
using records::in;
using records::no_words;
using records::row;

constexpr auto handle = records::Right::HandleRequests;

constexpr auto rows = records::rows_of<Subject::Kinds>(
    row<Assign>("assign", "交办申请", law::regulation("4.2(1)"), records::nowhere, handle, "",
                no_words, hidden)
        .with(records::Days::Recorded),
    row<Reassign>("reassign", "重新交办申请", law::regulation("4.2(1)"), in({Assigned, TakenBack}),
                  handle, "", no_words, hidden)
        .with(records::Days::Recorded),
    row<TakeBack>("take_back", "收回交办的申请", law::regulation("4.2(1)"), in({Assigned}), handle,
                  "", no_words, hidden)
        .with(records::Days::Recorded));

constexpr records::Table assignment_table{"assignment", "assignment", "申请的交办",
                                          "这件申请的交办", rows};

using Moment = records::Moment<Subject>;

Status judge_order(const Order& order, const Moment& moment) {
    if (order.unit.empty())
        return records::invalid(Subject::table(), "unit", "请选择交给哪个内设机构。");
    if (order.until && *order.until < moment.act.on)
        return records::invalid(
            Subject::table(), "until",
            "内部办理期限" + chinese(*order.until) + "已经过了。请填写今天或者以后的日期。");
    return Done{};
}

Status judge(const Assign& act, const Moment& moment) { return judge_order(act.order, moment); }
Status judge(const Reassign& act, const Moment& moment) { return judge_order(act.order, moment); }
Status judge(const TakeBack&, const Moment&) { return Done{}; }

void apply(const Assign& act, Progress& now) { now.order = act.order; }
void apply(const Reassign& act, Progress& now) {
    now.state = Assigned;
    now.order = act.order;
}
void apply(const TakeBack&, Progress& now) {
    now.state = TakenBack;
    now.order = {};
}

}  // namespace

const records::Table& Subject::table() { return assignment_table; }

bool Subject::lawful(records::States states, const Progress& now) {
    return (states & in({now.state})) != 0;
}

std::string_view Subject::state_words(const Progress& now) { return chinese(now.state); }

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return std::visit([&](const auto& act) -> Status { return assignments::judge(act, moment); },
                      what);
}

void Subject::apply(const Kinds& what, const records::Dated&, int, Progress& progress) {
    std::visit([&](const auto& act) { assignments::apply(act, progress); }, what);
}

}  // namespace assignments

std::string place_in_rows(std::int64_t organ, std::string_view unit) {
    return std::to_string(organ) + "/" + std::string(unit);
}

}  // namespace gongkai::requests
