#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "forms/report.h"

namespace gongkai::reports {

enum class ReportId : std::int64_t {};

// A report kept for the public list, right or wrong.
struct Kept {
    ReportId id{};
    std::int32_t region = 0;  // county code, 0 until it is assigned
    std::string organ;        // the name that lists show
    int year = 0;             // 0 when the report prints none
    std::string form;         // id of the form
    std::string title;
    std::string source;    // name of the file that it came in
    std::string format;    // "docx", ...
    std::string digest;    // SHA-256 of the file, hex: the same file is kept once
    std::string imported;  // ISO time, UTC
};

struct KeptReport {
    Kept kept;
    forms::Report report;
};

// Where imported reports are kept. A store that cannot be reached throws StoreError.
class Library {
public:
    virtual ~Library() = default;

    // Keeps a report; the one with the same digest is replaced and keeps its id.
    virtual ReportId add(const Kept& kept, const forms::Report& report) = 0;
    virtual std::vector<Kept> list() const = 0;              // by organ, newest year first
    virtual Result<KeptReport> find(ReportId id) const = 0;  // refusal: report.not-found
    // Takes a report out of the list and gives what it was. Refusal: report.not-found.
    virtual Result<Kept> remove(ReportId id) = 0;
    // Those of the same organ, year and form out of other files, such as one that was corrected.
    virtual std::vector<Kept> others_like(const Kept& kept) const = 0;
    // The report of the same organ for the year before, if one is kept.
    virtual std::optional<KeptReport> year_before(const Kept& kept) const = 0;
};

}  // namespace gongkai::reports
