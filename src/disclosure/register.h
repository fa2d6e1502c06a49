#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/result.h"
#include "records/history.h"

// Registers (台账): what table two of the annual report counts beside documents, Reg. 20(5), (6)
// and (8). A line is entered and perhaps annulled, never changed.
namespace gongkai::disclosure {

enum class RegisterKind { License, Penalty, Compulsion, Fee };
constexpr auto words(RegisterKind) {
    using enum RegisterKind;
    return word_list<RegisterKind>({
        {License, "license", "行政许可"},
        {Penalty, "penalty", "行政处罚"},
        {Compulsion, "compulsion", "行政强制"},
        {Fee, "fee", "行政事业性收费"},
    });
}

namespace registers {

using records::field;
using records::field_list;

// 登记台账: so many decisions, or so much money, on a day or in a period that ends on it.
struct Enter {
    RegisterKind kind{};
    std::optional<Date> from;  // the first day of a period
    Decimal amount;      // decisions, or 万元 for a fee; added up before anything is rounded
    std::string source;  // where it can be looked up: 行政审批局办件系统

    static constexpr auto fields() {
        return field_list(
            field<&Enter::kind>("register", "台账类别").kept_as("kind").told_as("register_name"),
            field<&Enter::from>("from", "期间的第一天").hinted("按期间汇总登记的，填写第一天"),
            field<&Enter::amount>("amount", "数量").hinted("件数，收费为万元"),
            field<&Enter::source>("source", "数据来源")
                .needed()
                .always_written()
                .hinted("例如“行政审批局办件系统”"));
    }
    friend bool operator==(const Enter&, const Enter&) = default;
};

// 更正台账. The line is the act that begins it, so that there is nothing to choose.
struct Annul {
    static constexpr auto fields() { return records::no_fields(); }
    int annulled_act() const { return 0; }
    friend bool operator==(const Annul&, const Annul&) = default;
};

enum class State { Standing, Annulled };
constexpr auto words(State) {
    return word_list<State>({
        {State::Standing, "standing", "已登记"},
        {State::Annulled, "annulled", "登记有误，已作废"},
    });
}

struct Progress {
    State state = State::Standing;
    Date latest{};
};

struct Subject {
    using Kinds = std::variant<Enter, Annul>;
    using Progress = registers::Progress;
    using Rules = records::NoRules;  // a line is judged by itself

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string_view state_words(const Progress& now);
    static void annul_all(Progress& now);
    static constexpr bool beginning_stays = false;
    static Status judge_annulment(const records::History<Subject>&, int) { return Done{}; }
    static Status judge_remainder(const records::History<Subject>&,
                                  const records::History<Subject>&) {
        return Done{};
    }
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

// What was entered, even where it was annulled since. Its day is that of the first act.
const Enter& entry_of(const records::History<Subject>& line);
bool is_annulled(const records::History<Subject>& line);

}  // namespace registers

using RegisterAct = records::ActOf<registers::Subject>;
using RegisterLine = records::History<registers::Subject>;
using RegisterKey = records::Key<registers::Subject>;  // 2026-0003

}  // namespace gongkai::disclosure

// Compiled once, in register.cpp.
extern template class gongkai::records::History<gongkai::disclosure::registers::Subject>;
