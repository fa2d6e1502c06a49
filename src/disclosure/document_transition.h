#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "disclosure/document.h"
#include "law/clause.h"

namespace gongkai::disclosure {

// One line of the table of lawful acts: what may be done when, by which clause.
struct Transition {
    ActKind kind;
    std::uint8_t stages;     // bits of Stage
    std::uint8_t standings;  // bits of Standing
    law::Clause clause;
    std::string_view title;  // 送审

    constexpr bool lawful_in(Stage stage, Standing standing) const {
        return (stages >> int(stage) & 1) != 0 && (standings >> int(standing) & 1) != 0;
    }
};

// All kinds but Draft, in the order of ActKind.
std::span<const Transition> transitions();
const Transition& transition(ActKind kind);

// Why an act that the table allows is still none that the law has a place for; Done where it is
// one. `before`: all acts that stand before it, also annulled ones.
Status judge(const Act& act, std::span<const Act> before, const Progress& progress);

// What an act changes. Acts are applied in order, without those that were annulled.
void apply(const Act& act, int index, Progress& progress);

}  // namespace gongkai::disclosure
