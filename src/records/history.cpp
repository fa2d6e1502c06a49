#include "records/history.h"

namespace gongkai::records {

namespace {

std::string quoted(std::string_view title) { return "“" + std::string(title) + "”"; }

std::string of_acts(const Table& table, std::string_view code) {
    return std::string(table.of_acts) + std::string(code);
}

}  // namespace

Status check_days(const Table& table, const Row& row, const Dated& act, Date latest) {
    // The form calls it so; where it asks for no day, today is meant.
    const std::string day = quoted(row.day.empty() ? "办理日期" : row.day) + chinese(act.on);
    if (act.on > act.recorded_on)
        return invalid(table, of_acts(table, "future"),
                       day + "还没有到。请填写实际发生的日期，不能晚于今天。");
    if (act.on < latest)
        return invalid(
            table, of_acts(table, "out-of-order"),
            day + "早于上一环节的" + chinese(latest) + "。如果上一环节登记有误，请先更正它。");
    return Done{};
}

Error no_such_act(const Table& table) {
    return invalid(table, "annul.which", "请选择要更正的登记。");
}

Error annulled_before(const Table& table) {
    return refused(table, "annul.twice", "这一条登记已经更正过。");
}

Error no_reason(const Table& table) {
    return invalid(table, "annul.reason", "请写明原登记错在哪里。");
}

Status check_words(const Table& table, const Row& row, const Dated& act) {
    if (!row.words.needed || !act.words.empty()) return Done{};
    Error error =
        invalid(table, of_acts(table, "words"), "请填写“" + std::string(row.words.label) + "”。");
    error.fields = {{"words", error.message}};
    return error;
}

Error others_rest_on_it(const Table& table, const Row& later) {
    return refused(table, "annul.others-rest-on-it",
                   "后面的" + quoted(later.title) + "以这条登记为前提。请先更正后面的登记。");
}

Error not_now(const Table& table, const Row& row, std::string_view state) {
    return refused(table, of_acts(table, "not-now"),
                   std::string(table.this_one) + "现在的状态是" + quoted(state) + "，不能办理" +
                       quoted(row.title) + "。");
}

Error begins_only(const Table& table, const Row& first) {
    return refused(table, of_acts(table, "not-now"), "应当先" + quoted(first.title) + "。");
}

}  // namespace gongkai::records
