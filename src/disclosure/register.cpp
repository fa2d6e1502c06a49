#include "disclosure/register.h"

#include "base/text.h"

template class gongkai::records::History<gongkai::disclosure::registers::Subject>;

namespace gongkai::disclosure::registers {

namespace {

using enum State;
using law::regulation;
using records::hidden;
using records::in;
using records::needed;
using records::no_words;
using records::row;

constexpr auto keep = records::Right::KeepRegisters;

constexpr auto rows = records::rows_of<Subject::Kinds>(
    row<Enter>("enter", "登记台账", regulation("20"), records::nowhere, keep,
               "日期（期间的最后一天）", no_words, hidden),
    row<Annul>("annul", "更正台账", regulation("4.2(1)"), in({Standing, Annulled}), keep, "",
               needed("错在哪里"), hidden)
        .with(records::Days::Recorded));

constexpr records::Table register_table{"register",     "register", "台账登记",
                                        "这条台账登记", rows,       ""};

using Moment = records::Moment<Subject>;

Error invalid(std::string_view code, std::string message) {
    return records::invalid(Subject::table(), code, std::move(message));
}

Status judge(const Enter& entry, const Moment& moment) {
    const Date on = moment.act.on;
    if (entry.from && *entry.from > on)
        return invalid("period", "期间的第一天晚于最后一天。请核对两个日期。");
    // Table two counts by year, so that a line may not stand astride two.
    if (entry.from && year_of(*entry.from) != year_of(on))
        return invalid("years", "期间跨了两个年度。请按年度分开登记。");
    if (entry.amount.is_negative() || entry.amount.is_zero())
        return invalid("amount", "数量应当大于 0。登记有误的，请更正原来那一条。");
    if (entry.kind != RegisterKind::Fee && !entry.amount.is_whole())
        return invalid("amount.whole",
                       "“" + std::string(chinese(entry.kind)) + "”登记的是件数，应当是整数。");
    if (text::is_blank(entry.source) || !text::is_utf8(entry.source) ||
        entry.source.find('\0') != std::string::npos)
        return invalid("source", "请填写数据来源，例如“行政审批局办件系统”。");
    return Done{};
}

// What was entered stands from the first; annul_all() applies what annuls it.
void apply(const Enter&, Progress& now) { now.state = Standing; }

}  // namespace

const records::Table& Subject::table() { return register_table; }

bool Subject::lawful(records::States states, const Progress& now) {
    return (states & in({now.state})) != 0;
}

std::string_view Subject::state_words(const Progress& now) { return chinese(now.state); }

void Subject::annul_all(Progress& now) { now.state = Annulled; }

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return records::judged(
        what, [&](const auto& act) -> Status { return registers::judge(act, moment); });
}

void Subject::apply(const Kinds& what, const records::Dated&, int, Progress& progress) {
    records::applied(what, [&](const auto& act) { registers::apply(act, progress); });
}

const Enter& entry_of(const records::History<Subject>& line) {
    return std::get<Enter>(line.acts().front().what);
}

bool is_annulled(const records::History<Subject>& line) { return line.is_annulled(0); }

}  // namespace gongkai::disclosure::registers
