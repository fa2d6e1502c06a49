#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interaction/message.h"
#include "interaction/message_figures.h"
#include "records/listing.h"
#include "records/repository.h"

namespace gongkai::interaction {

namespace messages {

// A line of the staff's list, without what is sealed.
struct Listed {
    std::string number, ticket, unit, handler;
    Source source{};
    Matter matter{};
    State state{};
    Stage stage{};
    bool urgent = false;
    Date received_on{};
    std::optional<Date> due, replied_on, closed_on;
    Satisfaction satisfaction = Satisfaction::NoAnswer;
    bool is_public = false;
};

// A line of the public's list of answered letters: of what went through the gate, and no more.
struct ListedLetter {
    std::string number, title;
    Source source{};
    Matter matter{};
    std::optional<Date> replied_on;  // of the answer that the text is of
    Date published_on{};
    bool is_outdated = false;  // taken up or answered again since
};

}  // namespace messages

class Messages : public records::Repository<messages::Subject> {
public:
    // Groups: open, awaiting (neither answered nor ended), overdue, due_soon (within three days),
    // to_close, to_review, to_replace (what is public and was answered again), closed.
    virtual Result<records::Page<messages::Listed>> page(const journal::View& view,
                                                         const journal::LogKey& log,
                                                         const records::Ask& ask,
                                                         Date today) const = 0;
    virtual Result<records::Page<messages::ListedLetter>> letters(
        const journal::View& view, const journal::LogKey& log, const records::Ask& ask) const = 0;
    // The number of the message that has this ticket of this source; annulled ones have none.
    virtual std::optional<std::string> with_ticket(const journal::View& view,
                                                   const journal::LogKey& log,
                                                   messages::Source source,
                                                   const std::string& ticket) const = 0;
    // Those by this source that were received on a day and are not yet accepted, for telling what
    // was sent twice: what is damaged is left out.
    virtual std::vector<Message> fresh(const journal::View& view, const journal::LogKey& log,
                                       messages::Source source, Date received_on) const = 0;
    // The twelve months of a year, as of today.
    virtual std::vector<messages::MonthFigures> months(const journal::View& view,
                                                       const journal::LogKey& log, int year,
                                                       Date today) const = 0;
    // Each source in the order of its words, also where nothing came.
    virtual std::vector<messages::SourceFigures> sources(const journal::View& view,
                                                         const journal::LogKey& log, int year,
                                                         Date today) const = 0;
};

}  // namespace gongkai::interaction
