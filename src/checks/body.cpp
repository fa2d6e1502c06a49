#include "checks/body.h"

#include <initializer_list>

#include "base/text.h"

namespace gongkai::checks {

namespace {

bool ends_with(std::u32string_view name, std::initializer_list<std::u32string_view> ends) {
    for (const auto end : ends)
        if (name.size() > end.size() && name.ends_with(end)) return true;
    return false;
}

std::u32string name_of(const forms::Report& report) {
    const std::string& printed = report.organ.empty() ? report.title : report.organ;
    std::u32string name = text::folded_points(printed);
    // 2021年白泉镇政府信息公开工作年度报告: a year before the name, or the title behind it.
    const auto is_year = [](char32_t sign) {
        return (sign >= U'0' && sign <= U'9') || sign == U'〇';
    };
    std::size_t from = 0;
    while (from < name.size() && is_year(name[from]))
        ++from;
    if (from) {
        while (from < name.size() && (name[from] == U'年' || name[from] == U'度'))
            ++from;
        name.erase(0, from);
    }
    if (name.starts_with(U"关于")) name.erase(0, 2);
    std::size_t end = 0;
    while (end < name.size() && !is_year(name[end]))
        ++end;
    name.resize(end);
    for (const std::u32string_view words : {U"政府信息公开", U"政务公开", U"信息公开"})
        if (const auto at = name.find(words); at != name.npos) name.resize(at);
    return name;
}

}  // namespace

std::string body_name(const forms::Report& report) { return text::utf8(name_of(report)); }

BodyKind body_kind(const forms::Report& report) {
    std::u32string name = name_of(report);
    if (ends_with(name, {U"办公室", U"办公厅"})) {
        // The office of a town or of the party's bodies is not the one that article 49 names.
        return name.find(U"人民政府办公") != name.npos ? BodyKind::Office : BodyKind::Unknown;
    }
    if (ends_with(name, {U"管委会", U"管理委员会"})) return BodyKind::Unknown;
    if (ends_with(name, {U"局", U"委", U"委员会", U"厅", U"总署"})) return BodyKind::Department;
    bool government = false;
    for (const std::u32string_view tail : {U"人民政府", U"政府", U"办事处"})
        if (name.size() > tail.size() && name.ends_with(tail)) {
            name.resize(name.size() - tail.size());
            government = tail != U"办事处";
            break;
        }
    if (ends_with(name, {U"镇", U"乡", U"街道", U"苏木"})) return BodyKind::Township;
    if (ends_with(name, {U"省", U"市", U"县", U"州", U"盟", U"旗", U"自治区"}))
        return BodyKind::Government;
    if (government && ends_with(name, {U"区"})) return BodyKind::Government;
    return BodyKind::Unknown;
}

}  // namespace gongkai::checks
