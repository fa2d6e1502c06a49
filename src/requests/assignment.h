#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/result.h"
#include "records/history.h"
#include "records/listing.h"
#include "records/repository.h"

// Who in the house works on a request (交办): a unit of the body, and perhaps one person there, to
// a day. It is the house's own and no step of the procedure: a record beside the request, so that
// no clock, figure or letter, nor what the applicant is shown, can depend on it.
namespace gongkai::requests {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

namespace assignments {

using records::field;
using records::field_list;

struct Order {
    std::string unit;             // the number of the unit
    std::string person{};         // account/12; empty: the unit finds somebody
    std::optional<Date> until{};  // by which it is to be done, inside the house
    std::int64_t organ = 0;       // the number of the unit's body, which may go on for an ended one

    static constexpr auto fields() {
        return field_list(
            field<&Order::unit>("unit", "内设机构"),
            field<&Order::person>("person", "承办人").optional().hinted("由内设机构安排的不选"),
            field<&Order::until>("until", "内部办理期限").hinted("只用于内部督促，不改变答复期限"),
            field<&Order::organ>("organ", "内设机构所在的机关").used(records::Use::Kept));
    }
    friend bool operator==(const Order&, const Order&) = default;
};

template <class Kind>
consteval auto whole_order() {
    return field_list(field<&Kind::order>("order", "交办").flat_everywhere());
}

// 交办
struct Assign {
    Order order;
    static constexpr auto fields() { return whole_order<Assign>(); }
    friend bool operator==(const Assign&, const Assign&) = default;
};

// 重新交办: the last one counts
struct Reassign {
    Order order;
    static constexpr auto fields() { return whole_order<Reassign>(); }
    friend bool operator==(const Reassign&, const Reassign&) = default;
};

// 收回交办
struct TakeBack {
    static constexpr auto fields() { return records::no_fields(); }
    friend bool operator==(const TakeBack&, const TakeBack&) = default;
};

enum class State { Assigned, TakenBack };
constexpr auto words(State) {
    return word_list<State>({
        {State::Assigned, "assigned", "已经交办"},
        {State::TakenBack, "taken_back", "已经收回"},
    });
}

struct Progress {
    State state = State::Assigned;
    Order order;  // blank once it was taken back
    Date latest{};
};

struct Subject {
    using Kinds = std::variant<Assign, Reassign, TakeBack>;
    using Progress = assignments::Progress;
    using Rules = records::NoRules;  // the units and people are looked at by the desk

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string_view state_words(const Progress& now);
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

}  // namespace assignments

using Assignment = records::History<assignments::Subject>;
using AssignmentKey = records::Key<assignments::Subject>;  // has the number of its request
using AssignmentAct = records::ActOf<assignments::Subject>;

// 3/2: unit 2 of body 3, as rows and filters have it.
std::string place_in_rows(std::int64_t organ, std::string_view unit);

// How a request stands assigned now.
struct AssignmentLine {
    std::string request;
    assignments::Order order;  // blank where it was taken back
    std::size_t acts = 0;      // how many acts the assignment has had
};

class Assignments : public records::Repository<assignments::Subject> {
public:
    // By the page; filters request, unit (as place_in_rows() gives it), person. Those that were
    // taken back stand there without a unit. Refusals: those of every list.
    virtual Result<records::Page<AssignmentLine>> page(const journal::View& view,
                                                       const journal::LogKey& log,
                                                       const records::Ask& ask) const = 0;
    // How many open requests of a region are assigned to a unit, whichever body's they are: one
    // that ended and was established again has its case back, and the unit still has the work.
    virtual int open_in(const journal::View& view, std::int64_t region,
                        const std::string& place) const = 0;
};

}  // namespace gongkai::requests

// Compiled once, in assignment.cpp.
extern template class gongkai::records::History<gongkai::requests::assignments::Subject>;
