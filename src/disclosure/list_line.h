#pragma once

#include <optional>
#include <string>

#include "disclosure/timeliness.h"

namespace gongkai::disclosure {

// What the office's own list shows of a document (文件清单的一行), drafts and refused texts too:
// kept beside the journal so that no list reads histories. Nothing in it depends on the day on
// which it is looked at; what does, is computed from it: timeliness_on(). It depends on the
// calendar, so it is made anew when that changes.
struct ListLine {
    std::string number, title, document_number, index_number;
    Kind kind{};
    Stage stage = Stage::Draft;
    Standing standing = Standing::Unpublished;
    Date formed_on{};
    std::optional<Date> first_published_on;
    Date latest{};  // day of the last act
    std::optional<Date> ends_on;
    // The clock C9 of the text in preparation, or of the last one; no day where the document is
    // annulled.
    std::optional<Date> due;
    bool provisional = false;
    std::optional<Date> told_on;  // that text was published
    bool refused = false;         // that text was found not to be public
    int acts = 0;
    journal::Sealed secrets{};  // where title and document number lie until they are published

    friend bool operator==(const ListLine&, const ListLine&) = default;
};

ListLine list_line(const Document& document, const law::Calendar& calendar);
// Title and document number out of the seal of the line. Throws Damaged as records::reveal() does.
void reveal(ListLine& line, const records::Opening& open);

// As the last of timeliness() says.
struct ListedTimeliness {
    TimelinessState state{};
    Date due{};
    bool provisional = false;
    int late_by = 0;

    friend bool operator==(const ListedTimeliness&, const ListedTimeliness&) = default;
};
std::optional<ListedTimeliness> timeliness_on(const ListLine& line, const law::Calendar& calendar,
                                              Date today);

// Since when a text waits for somebody else than its author; nothing where it does not.
std::optional<Date> waiting_since(const ListLine& line);

}  // namespace gongkai::disclosure
