#pragma once

#include <vector>

#include "records/repository.h"
#include "requests/request.h"

namespace gongkai::requests {

class Repository : public records::Repository<Subject> {
public:
    // All that are neither answered nor ended, by number.
    virtual std::vector<Request> open(const journal::View& view,
                                      const journal::LogKey& log) const = 0;
};

}  // namespace gongkai::requests
