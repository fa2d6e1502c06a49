#include "disclosure/list_line.h"

#include <algorithm>

namespace gongkai::disclosure {

ListLine list_line(const Document& document, const law::Calendar& calendar) {
    const Progress progress = document.progress();
    const Content& content = present_content(document);
    ListLine line;
    line.number = document.key().number;
    line.title = content.title;
    line.document_number = content.document_number;
    line.index_number = index_number(document);
    line.kind = content.kind;
    line.stage = progress.stage;
    line.standing = progress.standing;
    line.formed_on = content.formed_on;
    line.first_published_on = progress.first_published_on;
    line.latest = progress.latest;
    if (progress.ending) line.ends_on = progress.ending->on;
    line.acts = int(document.acts().size());
    line.secrets = content.secrets.seal;
    const auto clocks = timeliness(document, calendar, progress.latest);
    if (clocks.empty()) return line;
    line.due = clocks.back().due;
    line.provisional = clocks.back().provisional;
    line.told_on = clocks.back().published_on;
    line.refused = clocks.back().state == TimelinessState::Closed;
    return line;
}

void reveal(ListLine& line, const records::Opening& open) {
    if (line.secrets.empty()) return;
    Content content;
    content.secrets.seal = line.secrets;
    records::reveal(records::fields_of<Content>, &content, open);
    line.title = std::move(content.title);
    line.document_number = std::move(content.document_number);
}

std::optional<ListedTimeliness> timeliness_on(const ListLine& line, const law::Calendar& calendar,
                                              Date today) {
    if (!line.due) return {};
    ListedTimeliness clock{TimelinessState::Closed, *line.due, line.provisional, 0};
    if (line.refused) return clock;
    const Date end = line.told_on.value_or(today);
    const bool late = end > clock.due;
    // Published on a day off just after the last one: late all the same.
    if (late) clock.late_by = std::max(1, law::working_days(calendar, clock.due, end));
    if (line.told_on)
        clock.state = late ? TimelinessState::MetLate : TimelinessState::Met;
    else
        clock.state = late ? TimelinessState::Overdue : TimelinessState::Running;
    return clock;
}

std::optional<Date> waiting_since(const ListLine& line) {
    switch (line.stage) {
        case Stage::InReview:
        case Stage::AskedFor:
        case Stage::Cleared: return line.latest;
        default: return {};
    }
}

}  // namespace gongkai::disclosure
