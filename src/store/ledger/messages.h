#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "interaction/message_repository.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

// What stands in the column in_time beside 0 and 1.
inline constexpr std::int64_t in_time_open = -1, in_time_no_answer = 2;

class MessageRepository
    : public RepositoryOf<interaction::messages::Subject, interaction::Messages> {
public:
    MessageRepository() : RepositoryOf("message") {}

    Result<records::Page<interaction::messages::Listed>> page(const journal::View& view,
                                                              const journal::LogKey& log,
                                                              const records::Ask& ask,
                                                              Date today) const override;
    Result<records::Page<interaction::messages::ListedLetter>> letters(
        const journal::View& view, const journal::LogKey& log,
        const records::Ask& ask) const override;
    std::optional<std::string> with_ticket(const journal::View& view, const journal::LogKey& log,
                                           interaction::messages::Source source,
                                           const std::string& ticket) const override;
    std::vector<interaction::Message> fresh(const journal::View& view, const journal::LogKey& log,
                                            interaction::messages::Source source,
                                            Date received_on) const override;
    std::vector<interaction::messages::MonthFigures> months(const journal::View& view,
                                                            const journal::LogKey& log, int year,
                                                            Date today) const override;
    std::vector<interaction::messages::SourceFigures> sources(const journal::View& view,
                                                              const journal::LogKey& log, int year,
                                                              Date today) const override;
};

}  // namespace gongkai::store
