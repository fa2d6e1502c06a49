#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/ledger.h"
#include "requests/repository.h"

// The list of a body's requests, a page at a time. What is sealed is opened for the rows of the
// page alone.
namespace gongkai::desk {

struct RequestRow {
    requests::ListLine line;
    std::optional<requests::ListedClock> clock;
    std::optional<int> working_days_left;  // of an open one whose day is known; negative: past
    // Who asks, masked, and the first signs of what for; empty where it has been erased.
    std::string applicant, about;
};

// A day so many working days ahead is soon, for the lists of what is to be done.
inline constexpr int soon_days = 5;

class RequestList {
public:
    RequestList(const journal::Ledger& ledger, const requests::Repository& requests,
                const requests::Rules& rules)
        : ledger_(ledger), requests_(requests), rules_(rules) {}

    // Refusals: those of requests::Repository::page().
    Result<records::Page<RequestRow>> page(const journal::LogKey& organ, Date today,
                                           const records::Ask& ask) const;

private:
    const journal::Ledger& ledger_;
    const requests::Repository& requests_;
    requests::Rules rules_;

    RequestRow row_of(const journal::View& view, const journal::LogKey& organ, Date today,
                      const requests::ListLine& line) const;
};

// The last day that is soon.
Date soon_after(const law::Calendar& calendar, Date today);

// 张** for a person, however long the name is; a company's or other body's name in full.
std::string masked_name(std::string_view name, requests::ApplicantKind kind);

// The first 20 signs in one line, with … where there are more.
std::string first_signs(std::string_view text);

}  // namespace gongkai::desk
