#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/normative.h"
#include "disclosure/register.h"
#include "forms/report.h"
#include "requests/request.h"

namespace gongkai::reports {

// A body's records, of any years: whatever does not concern the year is passed over.
struct Records {
    std::vector<requests::Request> requests;
    std::vector<disclosure::Normative> normative;
    std::vector<disclosure::RegisterLine> registers;
};

// What makes a figure: one counted thing, and the act by which it counts.
struct Origin {
    std::string subject;  // "request/2026-0014", as in the journal
    Date on{};
    Decimal adds{1};
};

// An act of the year, or one before, that was recorded or annulled only after the year's end: the
// figures of a report made earlier may differ by it.
struct Belated {
    std::string subject;
    Date on{};
    Date recorded_on{};
    bool annulment = false;
};

struct Compiled {
    forms::Report report;                      // tables two to four; no narrative yet
    std::vector<std::vector<Origin>> counted;  // by cell, without the totals
    std::vector<Belated> belated;

    // What makes a figure; for a total, what makes the figures that it adds up.
    std::vector<Origin> origins(int cell) const;
};

// Counts records one by one into the tables of a year (1 January to 31 December). The result
// depends on the records alone, not on their order nor on the day on which it is made.
//
// Table three: a request is new in the year of its receipt (Reg. 31), settled on the day of the
// decision or end, carried over when received and not settled by the end of the year. Table four:
// a case counts in every year in which it was open, by its result or as pending (UNSETTLED Q32).
class Compilation {
public:
    Compilation(const forms::Form& form, int year, const requests::Settings& settings);

    void count(const requests::Request& request);
    void count(const disclosure::Normative& document);
    void count(const disclosure::RegisterLine& line);
    // Lists what was taken back later.
    void note(const disclosure::Correction& it);

    Compiled finish() &&;

private:
    void add(std::string_view grid, std::string_view row, std::string_view column, Origin origin);
    void count_remedies(const requests::Request& request, const requests::Progress& progress);
    bool in_year(Date day) const { return day >= first_ && day <= last_; }
    template <class Subject>
    void note_belated(const records::History<Subject>& history);
    void note_belated(const std::string& subject, Date on, Date recorded_on);

    const forms::Form& form_;
    Date first_, last_;  // of the year
    const requests::Settings& settings_;
    Compiled out_;
};
Compiled compile(const forms::Form& form, const Records& records, int year,
                 const requests::Settings& settings);

// Where the opening counted from the records is not last year's accepted closing: it needs a
// reason that somebody signs.
struct OpeningDifference {
    int cell = 0;  // of carried_over_in
    Decimal counted, accepted;
};
std::vector<OpeningDifference> opening_differences(const forms::Report& compiled,
                                                   const forms::Report& last_year);

}  // namespace gongkai::reports
