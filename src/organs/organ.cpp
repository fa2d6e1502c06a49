#include "organs/organ.h"

#include <algorithm>
#include <set>

namespace gongkai::organs {

namespace {

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "organ." + std::move(code), std::move(message)};
}

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// GB 32100: 31 signs without I, O, S, V, Z; the last is computed from the others.
bool is_credit_code(std::string_view code) {
    constexpr std::string_view signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    if (code.size() != 18) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        const auto value = signs.find(code[i]);
        if (value == signs.npos) return false;
        sum += int(value) * weights[i];
    }
    return signs[std::size_t((31 - sum % 31) % 31)] == code[17];
}

}  // namespace

Status check(const Organ& organ) {
    if (organ.name.empty() || organ.name.size() > 300)
        return invalid("name", "请填写机关名称，不超过 100 个字。");
    if (organ.division_code.size() != 12 || !is_digits(organ.division_code))
        return invalid("division-code", "“" + organ.name + "”的区划代码应是 12 位数字，现为“" +
                                            organ.division_code + "”。");
    if (!organ.credit_code.empty() && !is_credit_code(organ.credit_code))
        return invalid("credit-code", "“" + organ.name + "”的统一社会信用代码“" +
                                          organ.credit_code +
                                          "”不对：应是 18 位，且末位校验码相符。请核对。");
    if (organ.contact.unit.empty() || organ.contact.address.empty() || organ.contact.phone.empty())
        return invalid("contact", "“" + organ.name +
                                      "”缺少工作机构、办公地址或联系电话（《条例》第十二条）。");
    if (organ.valid_until && *organ.valid_until < organ.valid_from)
        return invalid("dates", "“" + organ.name + "”的终止日期早于成立日期。");
    if (organ.successor && !organ.valid_until)
        return invalid("successor",
                       "“" + organ.name + "”还没有终止日期，不能有承继机关。请先填写终止日期。");
    if (!organ.further_successors.empty() && !organ.successor)
        return invalid("successor", "“" + organ.name +
                                        "”填了其他承继机关，还没有填承继机关。没有办结的事项"
                                        "由一个机关继续办理，请先填写它。");
    if (organ.parent == organ.key.organ)
        return invalid("parent", "“" + organ.name + "”不能是自己的上级机关。");
    return Done{};
}

bool exists_on(const Organ& organ, Date day) {
    return organ.valid_from <= day && (!organ.valid_until || day <= *organ.valid_until);
}

bool is_authority(const Organ& organ) {
    return organ.kind == OrganKind::Office && organ.level != Level::Township;
}

std::vector<Organ> below(const std::vector<Organ>& all, std::int64_t organ) {
    std::vector<Organ> found;
    std::set<std::int64_t> seen{organ};
    std::vector<std::int64_t> next{organ};
    while (!next.empty()) {
        const auto parent = next.back();
        next.pop_back();
        for (const Organ& each : all) {
            if (each.parent != parent || !seen.insert(each.key.organ).second) continue;
            next.push_back(each.key.organ);
            found.push_back(each);
        }
    }
    std::ranges::sort(found, {}, [](const Organ& each) { return each.key.organ; });
    return found;
}

Status check_parent(const std::vector<Organ>& all, const Organ& organ) {
    if (!organ.parent) return Done{};
    const auto number = [](const Organ& each) { return each.key.organ; };
    const auto above = std::ranges::find(all, *organ.parent, number);
    if (above == all.end())
        return invalid("parent", "“" + organ.name + "”的上级机关不存在，请先登记上级机关。");
    const auto under = below(all, organ.key.organ);
    if (std::ranges::find(under, *organ.parent, number) != under.end())
        return invalid("parent",
                       "“" + above->name + "”在“" + organ.name + "”之下，不能作它的上级。");
    return Done{};
}

}  // namespace gongkai::organs
