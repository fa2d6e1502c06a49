#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/rule.h"
#include "forms/report.h"
#include "reports/library.h"

// Which report serves as last year's of another one: the same for a folder of files, an uploaded
// file and the kept reports.
namespace gongkai::desk {

// The body that a report is of: as it was read, else as its title names it, else empty.
std::string body_of(const forms::Report& report);
// 清河县教育局 of 清河县教育局2023年政府信息公开工作年度报告.
std::string body_of_title(std::string_view title);

// Whether one may be last year's of the other where somebody says so: the names are the same, one
// is part of the other, or one is not known. What a body carried over says nothing of another one.
bool may_be_one_body(const forms::Report& a, const forms::Report& b);

struct YearBefore {
    forms::Report report;
    std::string source;  // name of its file
};

// Reports among which that of the same body for the year before is looked up.
class EarlierReports {
public:
    virtual ~EarlierReports() = default;
    virtual std::optional<YearBefore> before(const forms::Report& report) const = 0;
};

// The kept reports of a region. Bodies are told apart by their whole names.
class KeptReports : public EarlierReports {
public:
    KeptReports(const reports::Library& library, std::int32_t region)
        : library_(library), region_(region) {}
    std::optional<YearBefore> before(const forms::Report& report) const override;

private:
    const reports::Library& library_;
    std::int32_t region_;
};

// One report that somebody named as last year's.
class NamedReport : public EarlierReports {
public:
    explicit NamedReport(YearBefore named) : named_(std::move(named)) {}
    const forms::Report& report() const { return named_.report; }
    std::optional<YearBefore> before(const forms::Report& report) const override;

private:
    YearBefore named_;
};

// What the rules say of a report, and what it was compared with.
struct Checked {
    std::vector<checks::Finding> findings;
    int compared_with = 0;      // year of the report before, or 0
    std::string compared_file;  // name of its file, or empty
};

// `earlier` may be null: the report stands alone then.
Checked check_beside(const forms::Report& report, const EarlierReports* earlier);

}  // namespace gongkai::desk
