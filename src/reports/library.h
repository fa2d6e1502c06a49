#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "checks/tally.h"
#include "forms/report.h"
#include "records/listing.h"

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

// What the rules say of a kept report, in numbers, and what said it.
struct Verdict {
    checks::Tally counts;
    std::string rules;   // checks::rules_version() of those rules
    std::string beside;  // the edition() of the report of the year before; empty: there was none
};

// Another one for another file, and for the same file read anew.
std::string edition(const Kept& kept);

// A report that is to be kept, with what the rules say of it where somebody has asked them.
struct NewReport {
    Kept kept;
    forms::Report report;
    std::optional<Verdict> verdict;
};

struct Judged {
    Kept kept;
    Verdict verdict;
};

// A line of the list. A verdict of other rules, or beside another year before, is not given.
struct Listed {
    Kept kept;
    std::optional<checks::Tally> verdict;
};

// What of the list is wanted; what is empty narrows nothing.
struct Wanted {
    std::optional<std::int32_t> region;
    std::optional<int> year;
    std::string name;  // signs that the body's name has, in whatever width or script
};

// Where a body stands in the list, which goes by its name and then its region.
struct BodyPlace {
    std::string organ;
    std::int32_t region = 0;
    friend auto operator<=>(const BodyPlace&, const BodyPlace&) = default;
};

// Which part of the list: behind a body, before one, or from the beginning.
struct PlaceAsked {
    std::optional<BodyPlace> after, before;
    int limit = records::usual_page;  // bodies
};

// Whole bodies with all of their reports that are wanted, the newest year first.
struct BodyPage {
    std::vector<Listed> reports;
    bool has_before = false, has_after = false;
};

// Where a report stands: by body, the newest year first, then in the order of import.
struct ReportPlace {
    BodyPlace body;
    int year = 0;
    std::int64_t id = 0;
};

// Where imported reports are kept. A store that cannot be reached throws StoreError.
//
// A page of the list is read by the place where the page before it ended: it costs the same however
// long the list is, and misses nothing and shows nothing twice while others write.
class Library {
public:
    virtual ~Library() = default;

    // Keeps reports, all of them or, where it throws, none; one with the same region and digest is
    // replaced and keeps its id. The ids are in the order of the reports.
    virtual std::vector<ReportId> add(std::span<const NewReport> reports) = 0;
    ReportId add(const Kept& kept, const forms::Report& report);

    // Verdicts in what follows are those of the rules of the version `rules`.
    virtual BodyPage bodies(const Wanted& wanted, const PlaceAsked& part,
                            std::string_view rules) const = 0;
    // At most `limit` reports behind a place, those of all bodies one after the other.
    virtual std::vector<Listed> page(const Wanted& wanted, const std::optional<ReportPlace>& after,
                                     int limit, std::string_view rules) const = 0;
    struct Counts {
        records::Count bodies, reports;
    };
    virtual Counts count(const Wanted& wanted) const = 0;
    // All of a body, the newest year first.
    virtual std::vector<Listed> of_body(const BodyPlace& body, std::string_view rules) const = 0;

    virtual Result<KeptReport> find(ReportId id) const = 0;  // refusal: report.not-found
    virtual Result<KeptReport> find_in(std::int32_t region, ReportId id) const = 0;
    // Takes a report out of the list and gives what it was. Refusal: report.not-found.
    virtual Result<Kept> remove(ReportId id) = 0;
    // Those of the same organ, year and form out of other files, such as one that was corrected.
    virtual std::vector<Kept> others_like(const Kept& kept) const = 0;
    // The report of the same organ for the year before, if one is kept.
    virtual std::optional<KeptReport> year_before(const Kept& kept) const = 0;

    // Notes what the rules say of reports, but for those of which another edition was kept since.
    virtual void note(std::span<const Judged> judged) = 0;
    // Another answer once reports were kept or removed, or verdicts noted, in any region.
    virtual std::string state() const = 0;
};

ReportPlace place_of(const Kept& kept);

}  // namespace gongkai::reports
