#pragma once

#include "reports/submission.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

class SubmissionRepository
    : public RepositoryOf<reports::submissions::Subject, reports::Submissions> {
public:
    SubmissionRepository() : RepositoryOf("submission") {}
};

}  // namespace gongkai::store
