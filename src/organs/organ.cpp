#include "organs/organ.h"

#include <algorithm>
#include <set>

namespace gongkai::organs {

namespace {

using journal::Record;

constexpr std::pair<std::string_view, std::string_view> level_words[] = {
    {"township", "乡镇级"}, {"county", "县级"},   {"city", "市级"},
    {"province", "省级"},   {"nation", "国家级"},
};
constexpr std::pair<std::string_view, std::string_view> kind_words[] = {
    {"government", "人民政府"},    {"office", "人民政府办公厅（室）"}, {"department", "工作部门"},
    {"subdistrict", "街道办事处"}, {"dispatched", "派出机构"},
};

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

Record record(const Contact& it) {
    return Record{}
        .set("address", it.address)
        .set("fax", it.fax)
        .set("hours", it.hours)
        .set("phone", it.phone)
        .set("unit", it.unit)
        .set("web", it.web);
}

Contact contact_of(const Record* from) {
    if (!from) return {};
    const auto text = [&](std::string_view name) { return from->text_of(name); };
    return {text("unit"), text("address"), text("hours"), text("phone"), text("fax"), text("web")};
}

// What is empty is left out: bodies that were recorded before have no such thing.
Record record(const Remedies& it) {
    Record out;
    if (!it.court.empty()) out.set("court", it.court);
    if (!it.online_review.empty()) out.set("online_review", it.online_review);
    if (!it.review_organ.empty()) out.set("review_organ", it.review_organ);
    return out;
}

Remedies remedies_of(const Record* from) {
    if (!from) return {};
    return {from->text_of("review_organ"), from->text_of("court"), from->text_of("online_review")};
}

std::vector<FormerName> former_names_of(const journal::List* list) {
    std::vector<FormerName> names;
    if (!list) return names;
    for (const journal::Value& value : *list)
        if (const auto* it = std::get_if<Record>(&value.held))
            names.push_back({it->text_of("name"), it->day("until").value_or(Date{})});
    return names;
}

}  // namespace

Status check(const Organ& it) {
    if (it.name.empty() || it.name.size() > 300)
        return invalid("name", "请填写机关名称，不超过 100 个字。");
    if (it.division_code.size() != 12 || !is_digits(it.division_code))
        return invalid("division-code", "“" + it.name + "”的区划代码应是 12 位数字，现为“" +
                                            it.division_code + "”。");
    if (!it.credit_code.empty() && !is_credit_code(it.credit_code))
        return invalid("credit-code", "“" + it.name + "”的统一社会信用代码“" + it.credit_code +
                                          "”不对：应是 18 位，且末位校验码相符。请核对。");
    if (it.contact.unit.empty() || it.contact.address.empty() || it.contact.phone.empty())
        return invalid("contact", "“" + it.name +
                                      "”缺少政府信息公开工作机构的名称、办公地址或联系电话"
                                      "（《条例》第十二条）。");
    if (it.valid_until && *it.valid_until < it.valid_from)
        return invalid("dates", "“" + it.name + "”的终止日期早于成立日期。");
    if (it.parent == it.key.organ) return invalid("parent", "“" + it.name + "”不能是自己的上级。");
    return Done{};
}

bool exists_on(const Organ& it, Date day) {
    return it.valid_from <= day && (!it.valid_until || day <= *it.valid_until);
}

bool is_authority(const Organ& it) {
    return it.kind == OrganKind::Office && it.level != Level::Township;
}

std::string_view name(Level it) { return level_words[std::size_t(it)].first; }
std::string_view name(OrganKind it) { return kind_words[std::size_t(it)].first; }
std::string_view chinese(Level it) { return level_words[std::size_t(it)].second; }
std::string_view chinese(OrganKind it) { return kind_words[std::size_t(it)].second; }

std::optional<Level> level(std::string_view name) {
    for (std::size_t i = 0; i < std::size(level_words); ++i)
        if (level_words[i].first == name || level_words[i].second == name) return Level(i);
    return {};
}

std::optional<OrganKind> organ_kind(std::string_view name) {
    for (std::size_t i = 0; i < std::size(kind_words); ++i)
        if (kind_words[i].first == name || kind_words[i].second == name) return OrganKind(i);
    return {};
}

std::string subject(const Organ& it) { return "organ/" + std::to_string(it.key.organ); }

Record record(const Organ& it) {
    Record out;
    out.set("contact", record(it.contact))
        .set("division_code", it.division_code)
        .set("kind", std::string(name(it.kind)))
        .set("level", std::string(name(it.level)))
        .set("name", it.name)
        .set("valid_from", it.valid_from);
    if (!it.credit_code.empty()) out.set("credit_code", it.credit_code);
    if (it.parent) out.set("parent", *it.parent);
    if (it.remedies != Remedies()) out.set("remedies", record(it.remedies));
    if (it.valid_until) out.set("valid_until", *it.valid_until);
    journal::List names;
    for (const FormerName& each : it.former_names)
        names.push_back({Record{}.set("name", each.name).set("until", each.until)});
    if (!names.empty()) out.set("former_names", std::move(names));
    return out;
}

Result<Organ> organ_of(const journal::LogKey& key, const Record& from) {
    Organ it;
    it.key = key;
    const auto kind = organ_kind(from.text("kind").value_or(""));
    const auto level = organs::level(from.text("level").value_or(""));
    const auto valid_from = from.day("valid_from");
    if (!kind || !level || !valid_from || !from.text("name"))
        return invalid("record", "机关的记录不完整，可能被改动过。");
    it.kind = *kind;
    it.level = *level;
    it.valid_from = *valid_from;
    it.name = *from.text("name");
    it.division_code = from.text_of("division_code");
    it.credit_code = from.text_of("credit_code");
    it.parent = from.whole("parent");
    it.contact = contact_of(from.record("contact"));
    it.remedies = remedies_of(from.record("remedies"));
    it.valid_until = from.day("valid_until");
    it.former_names = former_names_of(from.list("former_names"));
    return it;
}

std::vector<Organ> below(const std::vector<Organ>& all, std::int64_t organ) {
    std::vector<Organ> found;
    std::set<std::int64_t> seen{organ};
    std::vector<std::int64_t> next{organ};
    while (!next.empty()) {
        const auto parent = next.back();
        next.pop_back();
        for (const Organ& it : all) {
            if (it.parent != parent || !seen.insert(it.key.organ).second) continue;
            next.push_back(it.key.organ);
            found.push_back(it);
        }
    }
    std::ranges::sort(found, {}, [](const Organ& it) { return it.key.organ; });
    return found;
}

Status check_parent(const std::vector<Organ>& all, const Organ& it) {
    if (!it.parent) return Done{};
    const auto number = [](const Organ& each) { return each.key.organ; };
    const auto above = std::ranges::find(all, *it.parent, number);
    if (above == all.end())
        return invalid("parent", "“" + it.name + "”的上级机关不存在，请先登记上级机关。");
    const auto under = below(all, it.key.organ);
    if (std::ranges::find(under, *it.parent, number) != under.end())
        return invalid("parent", "“" + above->name + "”在“" + it.name + "”之下，不能作它的上级。");
    return Done{};
}

}  // namespace gongkai::organs
