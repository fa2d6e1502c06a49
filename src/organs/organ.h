#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/entry.h"
#include "records/field.h"

namespace gongkai::organs {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

enum class Level { Township, County, City, Province, Nation };
constexpr auto words(Level) {
    using enum Level;
    return word_list<Level>({
        {Township, "township", "乡镇级"},
        {County, "county", "县级"},
        {City, "city", "市级"},
        {Province, "province", "省级"},
        {Nation, "nation", "国家级"},
    });
}

enum class OrganKind {
    Government,
    Office,  // 县级以上的为主管部门, Reg. 3
    Department,
    Subdistrict,
    Dispatched,  // also 以自己名义履职的内设机构, Reg. 10
};
constexpr auto words(OrganKind) {
    using enum OrganKind;
    return word_list<OrganKind>({
        {Government, "government", "人民政府"},
        {Office, "office", "人民政府办公厅（室）"},
        {Department, "department", "工作部门"},
        {Subdistrict, "subdistrict", "街道办事处"},
        {Dispatched, "dispatched", "派出机构"},
    });
}

// How the disclosure office (政府信息公开工作机构) is reached: what a guide must print, Reg. 12.
struct Contact {
    std::string unit, address, hours, phone, fax, web;

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&Contact::unit>("unit", "工作机构").needed().always_written(),
            field<&Contact::address>("address", "办公地址").needed().always_written(),
            field<&Contact::hours>("hours", "办公时间").optional().always_written(),
            field<&Contact::phone>("phone", "联系电话").needed().always_written(),
            field<&Contact::fax>("fax", "传真").optional().always_written(),
            field<&Contact::web>("web", "网址").optional().always_written());
    }
    friend bool operator==(const Contact&, const Contact&) = default;
};

// Where somebody turns who does not accept an answer: what its remedy paragraph names
// (行政复议法 22, 24; 行政诉讼法). Empty where nobody has said it yet.
struct Remedies {
    std::string review_organ, court;
    std::string online_review;  // 通过互联网申请行政复议的渠道

    static constexpr auto fields() {
        using records::field;
        return records::field_list(field<&Remedies::review_organ>("review_organ", "复议机关")
                                       .optional()
                                       .hinted("答复书里写“向……申请行政复议”"),
                                   field<&Remedies::court>("court", "管辖法院")
                                       .optional()
                                       .hinted("答复书里写“向……提起行政诉讼”"),
                                   field<&Remedies::online_review>("online_review", "网上复议渠道")
                                       .optional()
                                       .hinted("网上送达的答复书要写"));
    }
    friend bool operator==(const Remedies&, const Remedies&) = default;
};

struct FormerName {
    std::string name;
    Date until{};

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&FormerName::name>("name", "曾用名").optional().always_written(),
            field<&FormerName::until>("until", "用到哪一天").optional());
    }
    friend bool operator==(const FormerName&, const FormerName&) = default;
};

// What is on record of a body.
struct OrganRecord {
    std::string name;
    OrganKind kind{};
    Level level{};
    std::string division_code;           // 12 digits, of the place that it governs
    std::string credit_code;             // 统一社会信用代码, 18 signs; may be empty
    std::optional<std::int64_t> parent;  // the number of the body that supervises it, same region
    Contact contact;
    Remedies remedies;
    Date valid_from{};
    std::optional<Date> valid_until;  // the last day of its existence
    std::vector<FormerName> former_names;
    // Who goes on with its work and its open cases since it ended (承继机关): the number of a body
    // of the same region.
    std::optional<std::int64_t> successor{};
    // Of one that was divided (分立): the others that took over a part of its work.
    std::vector<std::int64_t> further_successors{};

    static constexpr auto fields() {
        using records::field;
        using records::Use;
        return records::field_list(
            field<&OrganRecord::name>("name", "机关名称").hinted("改名以后，原名保留在曾用名里"),
            field<&OrganRecord::kind>("kind", "机关类别").also_by_chinese(),
            field<&OrganRecord::level>("level", "级别").also_by_chinese(),
            field<&OrganRecord::division_code>("division_code", "区划代码")
                .needed()
                .always_written()
                .hinted("12 位行政区划代码"),
            field<&OrganRecord::credit_code>("credit_code", "统一社会信用代码")
                .optional()
                .hinted("18 位，末位按国家标准校验"),
            // Outside a body is named by region and number.
            field<&OrganRecord::parent>("parent", "上级机关")
                .used(Use::Kept)
                .hinted("指导监督它的主管部门，没有的不选"),
            field<&OrganRecord::contact>("contact", "联系方式")
                .needed()
                .always_written()
                .hinted("政府信息公开工作机构的联系方式，写进指南（《条例》第十二条）"),
            field<&OrganRecord::remedies>("remedies", "救济途径")
                .optional()
                .hinted("答复书里告知申请人"),
            field<&OrganRecord::valid_from>("valid_from", "成立日期"),
            field<&OrganRecord::valid_until>("valid_until", "终止日期").hinted("还在的不填"),
            field<&OrganRecord::former_names>("former_names", "曾用名")
                .optional()
                .passing_over_damaged_lines()
                .used(Use::Told),
            // Outside a body is named by region and number.
            field<&OrganRecord::successor>("successor", "承继机关")
                .used(Use::Kept)
                .hinted("终止以后由哪个机关继续行使它的职权，办理没有办结的事项"),
            field<&OrganRecord::further_successors>("further_successors", "其他承继机关")
                .optional()
                .used(Use::Kept)
                .hinted("分立的，写承接其余职权的机关"));
    }
    friend bool operator==(const OrganRecord&, const OrganRecord&) = default;
};

// A body that owes disclosure (行政机关). Its number in the region never changes, its name may.
struct Organ : OrganRecord {
    journal::LogKey key;
    std::size_t acts = 0;  // how many it has had: what one who changes it has seen
    friend bool operator==(const Organ&, const Organ&) = default;
};

// Refusals, each naming what is wrong and what would be right: organ.name, organ.division-code,
// organ.credit-code (its check sign is computed, GB 32100), organ.contact (Reg. 12), organ.dates,
// organ.parent, organ.successor (of a body that has no end, or a further one without the first).
Status check(const Organ& organ);

// Refusal organ.parent where the body above is none of `all`, or stands below it.
Status check_parent(const std::vector<Organ>& all, const Organ& organ);

bool exists_on(const Organ& organ, Date day);
// Whether it guides and supervises others (政府信息公开工作主管部门), Reg. 3: never below a county.
bool is_authority(const Organ& organ);

// The bodies below one, however deep; none twice, even where the parents run in a circle.
std::vector<Organ> below(const std::vector<Organ>& all, std::int64_t organ);

}  // namespace gongkai::organs
