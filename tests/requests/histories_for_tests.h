#pragma once

#include <rapidcheck.h>

#include "requests/transition.h"
#include "requests_for_tests.h"

namespace gongkai::testing {

// An act of a kind with particulars that may or may not fit.
inline Act any_act(ActKind kind, Date on, const Request& request) {
    using law::DecisionCode;
    Act it = act(kind, on);
    it.until = on + std::chrono::days{*rc::gen::inRange(1, 30)};
    it.refers_to = *rc::gen::inRange(0, int(request.acts().size()));
    it.party = Party(*rc::gen::inRange(0, 3));
    it.answer = Answer(*rc::gen::inRange(0, 3));
    it.days = *rc::gen::inRange(1, 21);
    it.yuan = 100;
    it.public_interest = true;
    it.remedy = Remedy(*rc::gen::inRange(0, 3));
    it.outcome = RemedyOutcome(*rc::gen::inRange(0, 3));
    it.words = it.evidence = {"w", "digest"};
    for (int item = 1; kind == ActKind::Decide && item <= application_of(request).items; ++item)
        it.items.push_back(
            {item, DecisionCode(*rc::gen::inRange(0, int(law::decisions().size())))});
    return it;
}

// A request with whatever may happen to it, in lawful order, over some weeks or months.
inline Request any_history(Date from, Date to, int most_acts = 12) {
    const Date received = from + std::chrono::days{*rc::gen::inRange(0, int((to - from).count()))};
    Act begin = registration(received, Channel(*rc::gen::inRange(0, 7)), *rc::gen::inRange(1, 4));
    begin.application.applicant_kind = ApplicantKind(*rc::gen::inRange(0, 6));
    Request it = Request::begin({{330302, 7}, "2025-0001"}, begin).value();
    Date on = received;
    for (int i = *rc::gen::inRange(0, most_acts + 1); i > 0; --i) {
        on += std::chrono::days{*rc::gen::inRange(0, 12)};
        // Some tries, since most kinds do not fit the state.
        for (int tries = 0; tries < 8; ++tries) {
            const auto kind = ActKind(*rc::gen::inRange(1, act_kinds));
            if (kind == ActKind::Annul && *rc::gen::inRange(0, 5) != 0) continue;
            auto next = it.after(any_act(kind, on, it), rules());
            if (!next.ok()) continue;
            it = std::move(next.value());
            break;
        }
    }
    return it;
}

}  // namespace gongkai::testing
