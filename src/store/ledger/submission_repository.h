#pragma once

#include <vector>

#include "reports/submission.h"

namespace gongkai::store {

class SubmissionRepository : public reports::Submissions {
public:
    reports::Submission find(const journal::View& view,
                             const reports::SubmissionKey& key) const override;
};

// Throws StoreError where an entry is no event that this program knows.
reports::Submission submission_of(const std::vector<journal::Entry>& entries,
                                  const reports::SubmissionKey& key);

}  // namespace gongkai::store
