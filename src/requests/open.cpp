#include "requests/request.h"

// Which requests are still open.
namespace gongkai::requests {

namespace {

template <class Kind, class... Listed>
inline constexpr bool is_among = (std::same_as<Kind, Listed> || ...);

// Each kind stands in one of the two lists, or it does not compile.
template <class Kind>
constexpr bool changes_it() {
    constexpr bool can = is_among<Kind, LapseUncorrected, LapseUnpaid, Deliver, Withdraw, Annul>;
    constexpr bool cannot =
        is_among<Kind, Register, Confirm, AskCorrection, Correct, AskReasons, GiveReasons,
                 FixPeriod, Consult, Serve, Opinion, ProposeExtension, Extend, FeeNotice, Pay,
                 Decide, FileRemedy, RemedyResult>;
    static_assert(can != cannot, "whether this kind can close a request is not said");
    return can;
}

template <class... Kind>
bool changes_it(std::size_t kind, const std::variant<Kind...>*) {
    constexpr bool changes[] = {changes_it<Kind>()...};
    return changes[kind];
}

}  // namespace

bool is_open(State state) {
    return state != State::Delivered && state != State::Ended && state != State::Annulled;
}

bool changes_whether_open(std::size_t kind) {
    constexpr const Kinds* all = nullptr;
    return changes_it(kind, all);
}

}  // namespace gongkai::requests
