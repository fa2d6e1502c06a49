#include "disclosure/document_transition.h"

#include <array>
#include <initializer_list>

namespace gongkai::disclosure {

namespace {

using law::regulation;

template <class State>
constexpr std::uint8_t in(std::initializer_list<State> all) {
    unsigned bits = 0;
    for (const State state : all)
        bits |= 1U << int(state);
    return std::uint8_t(bits);
}

constexpr auto any_stage = std::uint8_t((1U << stages) - 1);
constexpr auto known = in({Standing::Unpublished, Standing::Public, Standing::Withdrawn});
constexpr auto once_published = in({Standing::Public, Standing::Withdrawn});

constexpr std::array<Transition, act_kinds - 1> table{{
    // What was cleared and is then edited has to be reviewed again.
    {ActKind::Edit, in({Stage::Draft, Stage::ToWork, Stage::NotPublic, Stage::Cleared}), known,
     regulation("6.1"), "修改文稿"},
    // Reg. 18: what was not public is assessed again when things have changed.
    {ActKind::Submit, in({Stage::Draft, Stage::NotPublic}), known, regulation("17.1"), "送审"},
    {ActKind::Review, in({Stage::InReview, Stage::AskedFor}), known, regulation("17.2"),
     "公开审查"},
    {ActKind::Publish, in({Stage::Cleared}), known, regulation("23"), "公开"},
    {ActKind::Revise, in({Stage::None}), once_published, regulation("26"), "起草新文稿"},
    {ActKind::Withdraw, any_stage, in({Standing::Public}), regulation("6.1"), "撤下"},
    {ActKind::Repeal, any_stage, once_published, regulation("20(1)"), "登记废止"},
    {ActKind::Expire, any_stage, once_published, regulation("20(1)"), "登记失效"},
    {ActKind::Annul, any_stage, known, regulation("4.2(1)"), "更正错误登记"},
}};

static_assert([] {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (int(table[i].kind) != int(i) + 1) return false;
    return true;
}());

}  // namespace

std::span<const Transition> transitions() { return table; }

const Transition& transition(ActKind kind) { return table.at(std::size_t(kind) - 1); }

}  // namespace gongkai::disclosure
