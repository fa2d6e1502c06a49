#include "desk/journal_desk.h"

#include <algorithm>

#include "base/quoted.h"

namespace gongkai::desk {

namespace {

constexpr std::string_view order = "journal -number";

// Behind which entry the page begins; nothing on the first one.
Result<std::optional<std::int64_t>> before_of(const records::Ask& ask) {
    if (!ask.sort.empty() && ask.sort != "-number")
        return Error{ErrorKind::Invalid, "list.sort", "工作记录只能按 -number 排序，新的在前。"};
    if (!ask.filters.empty())
        return Error{ErrorKind::Invalid, "list.filter",
                     "工作记录不能按" + text::in_quotes(ask.filters[0].name) + "筛选。"};
    if (!ask.search.empty()) return Error{ErrorKind::Invalid, "list.search", "工作记录不能搜索。"};
    if (ask.after.empty()) return std::optional<std::int64_t>();
    GK_TRY(cursor, records::cursor_of(ask.after, order));
    const auto* sequence = std::get_if<std::int64_t>(&cursor.sorted_by);
    if (!sequence) return records::damaged_cursor();
    return std::optional(*sequence);
}

}  // namespace

Result<records::Page<journal::KeptEntry>> JournalDesk::page(const journal::LogKey& log,
                                                            const records::Ask& ask) const {
    GK_TRY(before, before_of(ask));
    records::Page<journal::KeptEntry> page{audit_.entries(log, before, ask.limit), {}, {}, {}};
    const std::int64_t size = head(log).size;
    page.count = {int(std::min<std::int64_t>(size, records::counted_at_most)),
                  size > records::counted_at_most};
    // Entries are numbered from 0 without gaps.
    if (!page.rows.empty() && page.rows.back().entry.sequence > 0) {
        const std::int64_t last = page.rows.back().entry.sequence;
        page.next = records::written({last, last}, order);
    }
    return page;
}

journal::TreeHead JournalDesk::head(const journal::LogKey& log) const {
    journal::TreeHead head;
    ledger_.look([&](const journal::View& view) { head = view.head(log); });
    return head;
}

}  // namespace gongkai::desk
