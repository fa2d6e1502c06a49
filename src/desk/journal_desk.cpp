#include "desk/journal_desk.h"

namespace gongkai::desk {

journal::TreeHead JournalDesk::head(const journal::LogKey& log) const {
    journal::TreeHead head;
    ledger_.look([&](const journal::View& view) { head = view.head(log); });
    return head;
}

}  // namespace gongkai::desk
