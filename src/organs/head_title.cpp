#include "organs/head_title.h"

#include <span>
#include <string_view>

namespace gongkai::organs {

namespace {

struct Title {
    std::string_view ending, head;
};

// Of a place that has a government; the first ending that fits.
constexpr Title places[] = {
    {"自治区", "主席"}, {"省", "省长"}, {"市", "市长"},     {"州", "州长"},
    {"盟", "盟长"},     {"县", "县长"}, {"区", "区长"},     {"旗", "旗长"},
    {"镇", "镇长"},     {"乡", "乡长"}, {"苏木", "苏木达"},
};

// Of a department, a subdistrict's office or what a government has sent out.
constexpr Title bodies[] = {
    {"局", "局长"},       {"厅", "厅长"},     {"委员会", "主任"}, {"委", "主任"},
    {"办公室", "主任"},   {"办公厅", "主任"}, {"办事处", "主任"}, {"中心", "主任"},
    {"行政公署", "专员"}, {"支队", "支队长"}, {"大队", "大队长"}, {"分局", "局长"},
    {"派出所", "所长"},   {"所", "所长"},     {"站", "站长"},     {"院", "院长"},
};

std::string head_in(std::span<const Title> titles, std::string_view name) {
    for (const Title& each : titles)
        if (name.ends_with(each.ending)) return std::string(each.head);
    return "主要负责人";
}

}  // namespace

std::string head_title(const OrganRecord& organ) {
    const std::string_view name = organ.name;
    const bool governs = organ.kind == OrganKind::Government || organ.kind == OrganKind::Office;
    // The office's letters are the government's: 云溪县人民政府办公室.
    if (const auto at = name.find("人民政府"); governs && at != name.npos)
        return head_in(places, name.substr(0, at));
    return head_in(bodies, name);
}

}  // namespace gongkai::organs
