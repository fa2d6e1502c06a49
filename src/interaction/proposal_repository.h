#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interaction/proposal_clock.h"
#include "records/listing.h"
#include "records/repository.h"

namespace gongkai::interaction::proposals {

// A line of the staff's list.
struct Listed {
    std::string number;  // ours: 2026-0003
    std::string assigned_number, session, title;
    Form form{};
    Part part{};
    std::string lead;
    State state{};
    Stage stage{};
    Date assigned_on{};
    std::optional<ClockId> duty;  // what this body has to do next
    std::optional<Date> due;      // by when
    std::optional<Date> answered_on;
    std::string answer_class;  // of the last answer; empty: none yet
    std::optional<Satisfaction> satisfaction;
    std::optional<Date> promised;  // the earliest promise that is open
    bool is_public = false;
    bool awaits_opinions = false;  // of units that join in, for which this body leads
};

// A line of the public's list of answers.
struct ListedAnswer {
    std::string number, assigned_number, session, title;
    Form form{};
    std::string lead, answer_class;
    Date answered_on{}, published_on{};
    std::optional<Date> answered_again_on;  // it no longer holds
};

class Repository : public records::Repository<Subject> {
public:
    // A page of the list. Groups: open, duties (something is due, of this body or of those whose
    // opinion it awaits; sorted by it with `duty`), overdue, due_soon, promised, to_review,
    // to_publish. `q` finds the beginning of a number, and words of title, session and units.
    // Refusals: those of lists (records/listing.h).
    virtual Result<records::Page<Listed>> page(const journal::View& view,
                                               const journal::LogKey& log, const records::Ask& ask,
                                               Date today) const = 0;
    // A page of what is public. `q` finds words of what the public reads.
    virtual Result<records::Page<ListedAnswer>> answers(const journal::View& view,
                                                        const journal::LogKey& log,
                                                        const records::Ask& ask) const = 0;
    // The sessions of what is public, the latest published first.
    virtual std::vector<std::string> public_sessions(const journal::View& view,
                                                     const journal::LogKey& log) const = 0;
    // Assigned in a year or before it, one after the other, for its counts.
    virtual void until_year(const journal::View& view, const journal::LogKey& log, int year,
                            const Take& take) const = 0;
    // Whether one of this number was registered before, and not annulled since.
    virtual bool has(const journal::View& view, const journal::LogKey& log,
                     const Register& assignment) const = 0;
};

}  // namespace gongkai::interaction::proposals
