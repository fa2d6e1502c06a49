#include "recognizer/statements_units.h"

namespace gongkai::recognizer {

namespace {

// A unit, and the signs that make another word of it when they follow: 5部门 is no 部.
struct Unit {
    std::u32string_view sign;
    std::u32string_view not_before;
};

constexpr Unit units[] = {
    {U"个百分点", U""},
    {U"万亿元", U""},
    {U"万元", U""},
    {U"亿元", U""},
    {U"千元", U""},
    {U"人次", U""},
    {U"件次", U""},
    {U"条次", U""},
    {U"场次", U""},
    {U"批次", U""},
    {U"家次", U""},
    {U"项次", U""},
    {U"份次", U""},
    {U"户次", U""},
    {U"例次", U""},
    {U"件", U""},
    {U"条", U"例件"},
    {U"篇", U"章"},
    {U"个", U"月年季工小星自百"},
    {U"次", U"年日序会生要"},
    {U"项", U"目"},
    {U"份", U""},
    {U"期", U"间限末满"},
    {U"家", U"庭长"},
    {U"名", U"单称录义"},
    {U"人", U"大民员事工力社才防命"},
    {U"宗", U"旨教"},
    {U"起", U"草来到步止点码"},
    {U"部", U"门分委署级长队位属令党"},
    {U"张", U"贴榜"},
    {U"场", U"所景地"},
    {U"批", U"复准示评"},
    {U"册", U""},
    {U"例", U"会行外如"},
    {U"类", U"似"},
    {U"处", U"理罚置分"},
    {U"套", U""},
    {U"幅", U"度"},
    {U"则", U"为"},
    {U"户", U""},
    {U"本", U"年单机级部局镇乡市县区报月次季"},
    {U"种", U""},
    {U"页", U"面"},
    {U"通", U"过知报告讯信用"},
    {U"封", U"面"},
    {U"位", U"于置"},
    {U"组", U"织长成"},
    {U"支", U"持出部"},
    {U"轮", U""},
    {U"台", U"账"},
    {U"字", U""},
    {U"元", U"旦"},
    {U"%", U""},
};

}  // namespace

std::optional<std::u32string_view> unit_at(std::u32string_view text, std::size_t at) {
    const auto sign = [&](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
    const char32_t first = sign(at);
    if (first < 0x80 && first != U'%') return {};
    for (const Unit& it : units) {
        if (first != it.sign[0] || text.substr(at, it.sign.size()) != it.sign) continue;
        const char32_t next = sign(at + it.sign.size());
        if (next && it.not_before.find(next) != it.not_before.npos) continue;
        // 2起诉讼 counts suits, 起诉 does not count.
        if (it.sign == U"起" && next == U'诉' && sign(at + 2) != U'讼') continue;
        return it.sign;
    }
    return {};
}

}  // namespace gongkai::recognizer
