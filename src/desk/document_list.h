#pragma once

#include <optional>

#include "base/words.h"
#include "disclosure/repository.h"
#include "journal/ledger.h"

// The office's own list of a body's documents, a page at a time, drafts and refused texts too.
namespace gongkai::desk {

// What a document waits for.
enum class DocumentDuty { Review, Publish, Overdue, DueSoon };
constexpr auto words(DocumentDuty) {
    using enum DocumentDuty;
    return word_list<DocumentDuty>({
        {Review, "review", "待审查"},
        {Publish, "publish", "待公开"},
        {Overdue, "overdue", "已超期"},
        {DueSoon, "due_soon", "即将到期"},
    });
}

struct DocumentRow {
    disclosure::ListLine line;
    std::optional<disclosure::ListedTimeliness> timeliness;
    int working_days_left = 0;         // until the day of timeliness; negative: past
    std::optional<DocumentDuty> duty;  // what is to be done now; nothing where nothing is
};

DocumentRow document_row(const disclosure::ListLine& line, const law::Calendar& calendar,
                         Date today);

class DocumentList {
public:
    DocumentList(const journal::Ledger& ledger, const disclosure::Documents& documents,
                 const law::Calendar& calendar)
        : ledger_(ledger), documents_(documents), calendar_(calendar) {}

    // Refusals: those of disclosure::Documents::page().
    Result<records::Page<DocumentRow>> page(const journal::LogKey& organ, Date today,
                                            const records::Ask& ask) const;

private:
    const journal::Ledger& ledger_;
    const disclosure::Documents& documents_;
    const law::Calendar& calendar_;
};

}  // namespace gongkai::desk
