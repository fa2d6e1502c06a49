#pragma once

#include <string>
#include <vector>

#include "interaction/message_repository.h"

namespace gongkai::desk {

// Answered letters as the public reads them (已公开的答复): nothing but what went through the gate.
class PublicLetters {
public:
    PublicLetters(const journal::Ledger& ledger, const interaction::Messages& messages)
        : ledger_(ledger), messages_(messages) {}

    // The latest first. Refusals: those of a list.
    Result<records::Page<interaction::messages::ListedLetter>> page(const journal::LogKey& organ,
                                                                    const records::Ask& ask) const;
    // Refusal letter.not-found, also for a message whose answer is not public.
    Result<interaction::PublicLetter> one(const interaction::MessageKey& key, Date today) const;
    std::vector<interaction::messages::MonthFigures> months(const journal::LogKey& organ, int year,
                                                            Date today) const;

private:
    const journal::Ledger& ledger_;
    const interaction::Messages& messages_;
};

}  // namespace gongkai::desk
