#pragma once

#include <initializer_list>
#include <optional>
#include <span>

#include "base/result.h"
#include "law/clause.h"
#include "requests/request.h"

namespace gongkai::requests {

// One line of the table of lawful acts: what may be done in which states, by which clause.
struct Transition {
    ActKind kind;
    std::uint16_t from;  // bits of State
    law::Clause clause;
    std::string_view title;  // 告知补正
    bool by_applicant;       // recorded by the desk, but done by another

    constexpr bool lawful_in(State state) const { return (from >> int(state) & 1) != 0; }
};

// All kinds but Register, in the order of ActKind.
std::span<const Transition> transitions();
const Transition& transition(ActKind kind);

// Why an act that its state allows is still none that the law has a place for; Done where it is.
Status judge(const Act& act, const Application& application, const Progress& progress,
             const Rules& rules);

// What an act changes. Acts are applied in order, without those that were annulled.
void apply(const Act& act, int index, Progress& progress);

}  // namespace gongkai::requests
