#include "recognizer/named_body.h"

#include "base/text.h"

namespace gongkai::recognizer {

namespace {

// What may stand between a body and its verb: 县民政局2025年共收到.
constexpr std::u32string_view between = U"共总计合全今本当年度内已累新均都直接0123456789";
// 我局, 市局: the body that speaks.
constexpr std::u32string_view pronouns = U"我本全该省市州县区旗";

// How a name ends, and what of it the report's own name has where it is of that kind. A bureau may
// go by a short name that is no part of its full one (住建局), so any bureau may be itself.
struct Ending {
    std::u32string_view text;
    std::u32string_view kind;
    bool by_name;  // a town goes by its name alone
};
constexpr Ending endings[] = {
    {U"街道办事处", U"街道", true}, {U"街道办", U"街道", true}, {U"街道", U"街道", true},
    {U"镇", U"镇", true},           {U"乡", U"乡", true},       {U"局", U"局", false},
    {U"委", U"委", false},          {U"厅", U"厅", false},      {U"办公室", U"办公", false},
};

bool may_be_own(const Ending& ending, std::u32string_view before, std::u32string_view own) {
    if (before.empty() || pronouns.find(before.back()) != pronouns.npos) return true;
    if (!ending.by_name) return own.find(ending.kind) != own.npos;
    const auto name = before.substr(before.size() < 2 ? 0 : before.size() - 2);
    return own.find(std::u32string(name).append(ending.kind)) != own.npos;
}

}  // namespace

Doer doer(std::u32string_view text, std::size_t clause, std::size_t verb, std::u32string_view own) {
    std::size_t end = verb;
    while (end > clause && between.find(text[end - 1]) != between.npos)
        --end;
    const auto before = text.substr(clause, end - clause);
    if (before.empty()) return Doer::Unsaid;
    for (const Ending& it : endings) {
        if (!before.ends_with(it.text)) continue;
        const auto name = before.substr(0, before.size() - it.text.size());
        const bool a_name = !name.empty() && text::is_han(name.back());
        return own.empty() || !a_name || may_be_own(it, name, own) ? Doer::Own : Doer::Another;
    }
    return Doer::Own;
}

}  // namespace gongkai::recognizer
