#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "journal/ledger.h"

namespace gongkai::organs {

enum class Level { Township, County, City, Province, Nation };
enum class OrganKind {
    Government,   // 人民政府
    Office,       // 人民政府办公厅（室），县级以上的为主管部门，Reg. 3
    Department,   // 工作部门
    Subdistrict,  // 街道办事处
    Dispatched,   // 派出机构、以自己名义履职的内设机构，Reg. 10
};

// How the disclosure office (政府信息公开工作机构) is reached: what a guide must print, Reg. 12.
struct Contact {
    std::string unit, address, hours, phone, fax, web;
    friend bool operator==(const Contact&, const Contact&) = default;
};

// Where somebody turns who does not accept an answer: what its remedy paragraph names
// (行政复议法 22, 24; 行政诉讼法). Empty where nobody has said it yet.
struct Remedies {
    std::string review_organ, court;
    std::string online_review;  // 通过互联网申请行政复议的渠道
    friend bool operator==(const Remedies&, const Remedies&) = default;
};

struct FormerName {
    std::string name;
    Date until{};
    friend bool operator==(const FormerName&, const FormerName&) = default;
};

// A body that owes disclosure (行政机关). Its number in the region never changes, its name may.
struct Organ {
    journal::LogKey key;
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

    friend bool operator==(const Organ&, const Organ&) = default;
};

// Refusals, each naming what is wrong and what would be right: organ.name, organ.division-code,
// organ.credit-code (its check sign is computed, GB 32100), organ.contact (Reg. 12), organ.dates,
// organ.parent.
Status check(const Organ& organ);

// Refusal organ.parent where the body above is none of `all`, or stands below it.
Status check_parent(const std::vector<Organ>& all, const Organ& organ);

bool exists_on(const Organ& organ, Date day);
// Whether it guides and supervises others (政府信息公开工作主管部门), Reg. 3: never below a county.
bool is_authority(const Organ& organ);

std::string_view name(Level level);
std::string_view name(OrganKind kind);
std::optional<Level> level(std::string_view name);
std::optional<OrganKind> organ_kind(std::string_view name);
std::string_view chinese(Level level);
std::string_view chinese(OrganKind kind);

// Entries organ.create, organ.change and organ.end carry the whole body as it is from then on.
journal::Record record(const Organ& organ);
Result<Organ> organ_of(const journal::LogKey& key, const journal::Record& payload);
std::string subject(const Organ& organ);

class Repository {
public:
    virtual ~Repository() = default;
    virtual Result<Organ> find(const journal::View& view, const journal::LogKey& key) const = 0;
    // The regions that have bodies.
    virtual std::vector<std::int64_t> regions(const journal::View& view) const = 0;
    // All bodies of a region, by number.
    virtual std::vector<Organ> all(const journal::View& view, std::int64_t region) const = 0;
    virtual std::int64_t next_number(const journal::View& view, std::int64_t region) const = 0;
};

// The bodies below one, however deep; none twice, even where the parents run in a circle.
std::vector<Organ> below(const std::vector<Organ>& all, std::int64_t organ);

}  // namespace gongkai::organs
