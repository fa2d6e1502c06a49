#pragma once

#include <vector>

#include "interaction/message_repository.h"
#include "interaction/proposal_repository.h"
#include "organs/organ_acts.h"
#include "requests/repository.h"

namespace gongkai::desk {

// What a body still owes somebody: its requests, letters and proposals that are open
// (没有办结的事项), by the groups of their own lists.
class OpenCases {
public:
    OpenCases(const requests::Repository& requests, const interaction::Messages& messages,
              const interaction::proposals::Repository& proposals)
        : requests_(requests), messages_(messages), proposals_(proposals) {}

    // By kind and number. Refusals: those of every list, never on an ordinary day.
    Result<std::vector<organs::bodies::OpenCase>> of(const journal::View& view,
                                                     const journal::LogKey& organ,
                                                     Date today) const;

private:
    const requests::Repository& requests_;
    const interaction::Messages& messages_;
    const interaction::proposals::Repository& proposals_;
};

// 申请 2026-0014、来信 2026-0003 等 12 件: the first few, for a sentence.
std::string listed_in_words(const std::vector<organs::bodies::OpenCase>& cases);

}  // namespace gongkai::desk
