#pragma once

#include <string>
#include <vector>

#include "interaction/proposal.h"
#include "records/repository.h"

namespace gongkai::interaction::proposals {

class Repository : public records::Repository<Subject> {
public:
    // Those that are open (is_open), by number.
    virtual std::vector<Proposal> open(const journal::View& view,
                                       const journal::LogKey& log) const = 0;
    // Whether one of this number was registered before, and not annulled since.
    virtual bool has(const journal::View& view, const journal::LogKey& log, Form form,
                     const std::string& session, const std::string& assigned_number) const = 0;
};

}  // namespace gongkai::interaction::proposals
