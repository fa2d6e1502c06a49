#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "records/history.h"
#include "records/repository.h"

// Units inside a body (内设机构): its sections, stations and villages, in which its people work and
// to which work is assigned. Who goes on with the work of one that ended is named by the act that
// ends it, and never written into what belonged to it: readers follow unit_now().
namespace gongkai::organs {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

enum class UnitKind { Office, Station, Village };
constexpr auto words(UnitKind) {
    using enum UnitKind;
    return word_list<UnitKind>({
        {Office, "office", "科室"},
        {Station, "station", "站所"},
        {Village, "village", "村居"},
    });
}

// A unit as it is now.
struct Unit {
    std::string number;  // 1, 2, 3 in its body; never given again
    std::string name;
    UnitKind kind{};
    std::optional<Date> ended_on;
    std::string successor;  // the number of the unit that took over, once it ended
    std::size_t acts = 0;   // how many it has had: what one who changes it has seen

    friend bool operator==(const Unit&, const Unit&) = default;
};

namespace units {

using records::field;
using records::field_list;

// 设立内设机构
struct Establish {
    std::string name;
    UnitKind kind{};

    static constexpr auto fields() {
        return field_list(
            field<&Establish::name>("name", "名称").hinted("例如“党政办公室”“柳河村”"),
            field<&Establish::kind>("unit_kind", "类别").told_as("unit_kind_name"));
    }
    friend bool operator==(const Establish&, const Establish&) = default;
};

// 修改内设机构: the whole of it as it is from then on
struct Change {
    std::string name;
    UnitKind kind{};

    static constexpr auto fields() {
        return field_list(field<&Change::name>("name", "名称").hinted("例如“党政办公室”“柳河村”"),
                          field<&Change::kind>("unit_kind", "类别").told_as("unit_kind_name"));
    }
    friend bool operator==(const Change&, const Change&) = default;
};

// 编入人员: somebody works there from then on, and in no other unit of the body
struct Admit {
    std::string person;             // account/12
    std::int64_t account_acts = 0;  // how many acts his account had had: a later move voids it

    static constexpr auto fields() {
        return field_list(
            field<&Admit::person>("person", "工作人员"),
            field<&Admit::account_acts>("account_acts", "账号的环节数").used(records::Use::Kept));
    }
    friend bool operator==(const Admit&, const Admit&) = default;
};

// 调出人员
struct Release {
    std::string person;

    static constexpr auto fields() {
        return field_list(field<&Release::person>("person", "工作人员"));
    }
    friend bool operator==(const Release&, const Release&) = default;
};

// 撤销内设机构, on the last day on which it was there
struct End {
    std::string successor{};

    static constexpr auto fields() {
        return field_list(field<&End::successor>("successor", "接手的内设机构")
                              .optional()
                              .hinted("还有工作人员或者没有办结的申请的，必须选择"));
    }
    friend bool operator==(const End&, const End&) = default;
};

enum class State { Standing, Ended };
constexpr auto words(State) {
    return word_list<State>({
        {State::Standing, "standing", "已经设立"},
        {State::Ended, "ended", "已经撤销"},
    });
}

struct Progress {
    State state = State::Standing;
    Unit unit;  // without its number and acts
    Date latest{};
};

struct Subject {
    using Kinds = std::variant<Establish, Change, Admit, Release, End>;
    using Progress = units::Progress;
    using Rules = records::NoRules;  // the other units are looked at by check_name and check_end

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string_view state_words(const Progress& now);
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

}  // namespace units

using UnitHistory = records::History<units::Subject>;
using UnitKey = records::Key<units::Subject>;  // 3, in its body's log
using UnitAct = records::ActOf<units::Subject>;

Unit unit_of(const UnitHistory& history);

// The one that stands at the end of the successors of a number: itself where it stands, or where
// nobody took over. Nothing for a number that is none of `all`.
const Unit* unit_now(const std::vector<Unit>& all, std::string_view number);

// Refusal unit.name-taken where another unit that stands is called the same.
Status check_name(const std::vector<Unit>& all, std::string_view number, std::string_view name);

// The units that come to one by their successors, itself among them: all under whose numbers
// something may be kept that is its own now.
std::vector<std::string> come_to(const std::vector<Unit>& all, std::string_view number);

// What a unit leaves behind when it ends.
struct UnitLoad {
    int people = 0;      // who may sign in
    int open_cases = 0;  // assigned to it and not finished
};
// Refusals unit.in-use where it leaves something and nobody takes over, unit.successor where the
// one that does is none of `all`, itself, or has ended.
Status check_end(const std::vector<Unit>& all, std::string_view number, std::string_view successor,
                 const UnitLoad& load);

// Somebody's place as the last act on it says; whether it still holds is for whoever knows the
// accounts.
struct UnitMember {
    std::string account;  // account/12
    std::string unit;     // the number as it was given
    std::int64_t account_acts = 0;
};

class Units : public records::Repository<units::Subject> {
public:
    // All units of a body, ended ones too, by number.
    virtual std::vector<Unit> of_body(const journal::View& view,
                                      const journal::LogKey& body) const = 0;
    // Who was put into a unit of the body, by account.
    virtual std::vector<UnitMember> members(const journal::View& view,
                                            const journal::LogKey& body) const = 0;
};

}  // namespace gongkai::organs

// Compiled once, in unit.cpp.
extern template class gongkai::records::History<gongkai::organs::units::Subject>;
