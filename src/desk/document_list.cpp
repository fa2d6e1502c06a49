#include "desk/document_list.h"

#include "desk/opened.h"
#include "desk/request_list.h"

namespace gongkai::desk {

using disclosure::ListLine;
using disclosure::Stage;
using disclosure::TimelinessState;

namespace {

std::optional<DocumentDuty> duty_of(const DocumentRow& row) {
    if (!row.timeliness) return {};
    switch (row.line.stage) {
        case Stage::InReview:
        case Stage::AskedFor: return DocumentDuty::Review;
        case Stage::Cleared: return DocumentDuty::Publish;
        case Stage::None:
        case Stage::NotPublic: return {};
        case Stage::Draft:
        case Stage::ToWork: break;
    }
    if (row.timeliness->state == TimelinessState::Overdue) return DocumentDuty::Overdue;
    if (row.timeliness->state == TimelinessState::Running && row.working_days_left <= soon_days)
        return DocumentDuty::DueSoon;
    return {};
}

// With its words, which lie sealed until the text is published.
ListLine revealed(ListLine line, const records::Opening& open) {
    return unless_damaged(
        [&] {
            ListLine whole = line;
            reveal(whole, open);
            return whole;
        },
        [&] {
            ListLine damaged = line;
            damaged.title = damaged_in_list;
            return damaged;
        }());
}

}  // namespace

DocumentRow document_row(const ListLine& line, const law::Calendar& calendar, Date today) {
    DocumentRow row{line, timeliness_on(line, calendar, today), 0, {}};
    if (row.timeliness)
        row.working_days_left = law::working_days(calendar, today, row.timeliness->due);
    row.duty = duty_of(row);
    return row;
}

Result<records::Page<DocumentRow>> DocumentList::page(const journal::LogKey& organ, Date today,
                                                      const records::Ask& ask) const {
    Result<records::Page<DocumentRow>> result = records::Page<DocumentRow>{};
    ledger_.look([&](const journal::View& view) {
        const auto page = documents_.page(view, organ, {today, soon_after(calendar_, today)}, ask);
        if (!page.ok()) {
            result = page.error();
            return;
        }
        const auto open = records::opening_of(view, organ);
        result = page.value().shown([&](const ListLine& line) {
            return document_row(revealed(line, open), calendar_, today);
        });
    });
    return result;
}

}  // namespace gongkai::desk
