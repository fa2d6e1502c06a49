#include "demo/bodies.h"

#include <string>

namespace gongkai::demo {

namespace {

using enum organs::OrganKind;
using enum organs::Level;

// clang-format off
constexpr Body all[] = {
    {"云溪县人民政府办公室", "县政府办公室", "yunxi", "云政办", Office, County, "900121000000", "11900121MB2026007W", "云溪县溪桥路1号", "0000-5550001", 18, false},
    {"云溪县教育局", "教育局", "jiaoyu", "云教", Department, County, "900121000000", "11900121MB2026014L", "云溪县溪桥路12号", "0000-5550012", 9, false},
    {"云溪县民政局", "民政局", "minzheng", "云民", Department, County, "900121000000", "11900121MB2026021C", "云溪县溪桥路16号", "0000-5550016", 6, false},
    {"云溪县住房和城乡建设局", "住房和城乡建设局", "zhujian", "云建", Department, County, "900121000000", "11900121MB20260282", "云溪县建设路5号", "0000-5550025", 16, false},
    {"云溪县农业农村局", "农业农村局", "nongye", "云农", Department, County, "900121000000", "11900121MB2026035R", "云溪县建设路22号", "0000-5550032", 8, false},
    {"云溪县交通运输局", "交通运输局", "jiaotong", "云交", Department, County, "900121000000", "11900121MB2026042H", "云溪县车站路3号", "0000-5550043", 6, true},
    {"云溪县柳河镇人民政府", "柳河镇", "liuhe", "柳政", Government, Township, "900121103000", "11900121MB20260497", "柳河镇人民路1号", "0000-5550103", 11, false},
    {"云溪县白杨镇人民政府", "白杨镇", "baiyang", "白政", Government, Township, "900121104000", "11900121MB2026056Y", "白杨镇文化路8号", "0000-5550104", 7, false},
    {"云溪县清石镇人民政府", "清石镇", "qingshi", "清政", Government, Township, "900121105000", "11900121MB2026063N", "清石镇新街20号", "0000-5550105", 5, false},
    {"云溪县桐花镇人民政府", "桐花镇", "tonghua", "桐政", Government, Township, "900121106000", "11900121MB2026070E", "桐花镇桐花路6号", "0000-5550106", 6, false},
    {"云溪县枫林乡人民政府", "枫林乡", "fenglin", "枫政", Government, Township, "900121203000", "11900121MB20260774", "枫林乡政府驻地", "0000-5550203", 3, true},
    {"云溪县人民政府东溪街道办事处", "东溪街道", "dongxi", "东街", Subdistrict, Township, "900121001000", "11900121MB2026084U", "云溪县东溪路9号", "0000-5550009", 5, false},
};
// clang-format on

static_assert([] {
    int parts = 0;
    for (const Body& it : all)
        parts += it.requests;
    return parts == 100;
}());

}  // namespace

std::span<const Body> bodies() { return all; }

organs::Organ organ_of(const Body& body, std::int64_t region, std::int64_t parent) {
    organs::Organ it;
    it.key.region = region;
    it.name = body.name;
    it.kind = body.kind;
    it.level = body.level;
    it.division_code = body.division_code;
    it.credit_code = body.credit_code;
    if (parent != 0) it.parent = parent;
    it.contact = {body.level == Township ? "党政办公室" : "办公室",
                  std::string(body.address),
                  "工作日 9:00—12:00，14:00—17:30",
                  std::string(body.phone),
                  "",
                  ""};
    it.remedies = {"云溪县人民政府", "云溪县人民法院", "全国行政复议服务平台"};
    it.valid_from = std::chrono::sys_days{std::chrono::year{2019} / 5 / 15};
    return it;
}

}  // namespace gongkai::demo
