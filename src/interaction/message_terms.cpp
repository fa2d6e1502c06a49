#include "interaction/message_terms.h"

#include <algorithm>
#include <stdexcept>

#include "law/term.h"

namespace gongkai::interaction::messages {

namespace {

bool fits(const Rule& rule, Source source, Matter matter, bool urgent) {
    return rule.source.value_or(source) == source && rule.matter.value_or(matter) == matter &&
           (!rule.urgent || urgent);
}

}  // namespace

Terms::Terms(std::vector<Rule> rules) : rules_(std::move(rules)) {
    if (rules_.empty() || rules_.back().source || rules_.back().matter || rules_.back().urgent)
        throw std::invalid_argument("the terms of messages end with a line for all that is left");
}

const Rule& Terms::of(Source source, Matter matter, bool urgent) const {
    return *std::ranges::find_if(
        rules_, [&](const Rule& rule) { return fits(rule, source, matter, urgent); });
}

Term counted(const Rule& rule, Date start, const law::Calendar& calendar) {
    Term term{rule.days, rule.kind, rule.basis, start + std::chrono::days{rule.days}};
    if (rule.kind == DayKind::Working && rule.days > 0)
        term.due = *law::term(calendar, start, rule.days).last_day;
    return term;
}

std::string counted_how(const Term& term, Date start) {
    const bool is_set = term.basis == set_by_dispatcher;
    if (term.days == 0 && term.due == start && !is_set)
        return "当日办理，期限为" + chinese(term.due) + "。";
    if (term.days == 0) return "派单时确定，期限为" + chinese(term.due) + "。";
    const std::string days = std::to_string(term.days);
    if (term.kind == DayKind::Calendar)
        return "自" + chinese(start) + "次日起算" + days + "日，节假日、休息日计算在内，期限为" +
               chinese(term.due) + "。";
    return "自" + chinese(start) + "次日起算" + days +
           "个工作日，节假日、休息日不计入，调休工作日计入，期限为" + chinese(term.due) + "。";
}

}  // namespace gongkai::interaction::messages
