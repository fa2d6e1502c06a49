#pragma once

#include <rapidcheck.h>

#include "requests_for_tests.h"

namespace gongkai::testing {

inline constexpr int act_kinds = int(std::variant_size_v<Kinds>);

template <class Kind>
constexpr int number_of() {
    constexpr Kinds* none = nullptr;
    return int(records::index_in<Kind>(none));
}

// An act of a kind, by its number, with particulars that may or may not fit.
inline Act any_act(int kind, Date on, const Request& request) {
    using law::DecisionCode;
    Act it = saying(act(Confirm{}, on));
    records::emplace(it.what, std::size_t(kind));
    std::visit(
        [&](auto& what) {
            if constexpr (requires { what.until; })
                what.until = on + std::chrono::days{*rc::gen::inRange(1, 30)};
            if constexpr (requires { what.refers_to; })
                what.refers_to = Reference{*rc::gen::inRange(0, int(request.acts().size()))};
            if constexpr (requires { what.party; }) what.party = Party(*rc::gen::inRange(0, 3));
            if constexpr (requires { what.answer; }) what.answer = Answer(*rc::gen::inRange(0, 3));
            if constexpr (requires { what.days; }) what.days = *rc::gen::inRange(1, 21);
            if constexpr (requires { what.yuan; }) what.yuan = 100;
            if constexpr (requires { what.remedy; }) what.remedy = Remedy(*rc::gen::inRange(0, 3));
            if constexpr (requires { what.outcome; })
                what.outcome = RemedyOutcome(*rc::gen::inRange(0, 3));
        },
        it.what);
    if (auto* decision = std::get_if<Decide>(&it.what)) {
        decision->public_interest = true;
        decision->evidence = sealed("e");
        for (int item = 1; item <= application_of(request).items; ++item)
            decision->items.push_back(
                {item, DecisionCode(*rc::gen::inRange(0, int(law::decisions().size())))});
    }
    return it;
}

// A request with whatever may happen to it, in lawful order, over some weeks or months.
inline Request any_history(Date from, Date to, int most_acts = 12) {
    const Date received = from + std::chrono::days{*rc::gen::inRange(0, int((to - from).count()))};
    Act begin = registration(received, Channel(*rc::gen::inRange(0, 7)), *rc::gen::inRange(1, 4));
    application_in(begin).applicant_kind = ApplicantKind(*rc::gen::inRange(0, 6));
    Request it = Request::begin({{330302, 7}, "2025-0001"}, begin, rules()).value();
    Date on = received;
    for (int i = *rc::gen::inRange(0, most_acts + 1); i > 0; --i) {
        on += std::chrono::days{*rc::gen::inRange(0, 12)};
        // Some tries, since most kinds do not fit the state.
        for (int tries = 0; tries < 8; ++tries) {
            const int kind = *rc::gen::inRange(1, act_kinds);
            if (kind == number_of<Annul>() && *rc::gen::inRange(0, 5) != 0) continue;
            auto next = it.after(any_act(kind, on, it), rules());
            if (!next.ok()) continue;
            it = std::move(next.value());
            break;
        }
    }
    return it;
}

}  // namespace gongkai::testing
