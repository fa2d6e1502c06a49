#include "desk/public_entries.h"

#include <algorithm>

#include "desk/subjects.h"
#include "records/codec.h"

namespace gongkai::desk {

namespace {

using disclosure::DocumentSubject;
using journal::Entry;

// What staff wrote beside an act is for staff, whatever the act is.
bool has_remark(const Entry& entry) {
    const auto payload = journal::parse_canonical(entry.payload);
    return !payload.ok() || payload.value().find("words") != nullptr;
}

constexpr std::string_view report_published = "submission.publish";
constexpr std::string_view public_kinds[] = {"document.publish", report_published};

// The table of the kind, where its row lets everybody read its entries.
const records::Table* table_of_public(const Entry& entry) {
    if (std::ranges::find(public_kinds, entry.kind) == std::end(public_kinds)) return nullptr;
    for (const records::Table* table : tables())
        if (records::row_of_entry(*table, entry.kind).ok()) return table;
    return nullptr;
}

// The acts of a subject are the entries of its kinds, in their order.
std::optional<Entry> entry_of_act(const journal::View& view, const journal::LogKey& log,
                                  const std::string& subject, const records::Table& table,
                                  int act) {
    for (Entry& entry : view.entries(log, subject))
        if (records::row_of_entry(table, entry.kind).ok() && act-- == 0) return std::move(entry);
    return {};
}

}  // namespace

std::vector<std::string> PublicEntries::bytes_of(const std::vector<Entry>& entries,
                                                 Date today) const {
    std::vector<std::string> all;
    all.reserve(entries.size());
    ledger_.look([&](const journal::View& view) {
        for (const Entry& entry : entries)
            all.push_back(may_be_read(view, entry, today) ? canonical(entry) : std::string());
    });
    return all;
}

bool PublicEntries::may_be_read(const journal::View& view, const Entry& entry, Date today) const {
    const records::Table* table = table_of_public(entry);
    if (!table || has_remark(entry)) return false;
    if (table != &DocumentSubject::table()) return true;
    const auto of =
        shown(view, {entry.log, entry.subject.substr(table->subject.size() + 1)}, today);
    return of && of->sequence == entry.sequence;
}

std::optional<Entry> PublicEntries::shown(const journal::View& view,
                                          const disclosure::DocumentKey& key, Date today) const {
    const auto document = documents_.find(view, key);
    if (!document.ok() || !disclosure::PublicView::of(document.value(), today)) return {};
    const auto progress = document.value().progress(today);
    const auto& revision = progress.revisions[std::size_t(progress.shown)];
    return entry_of_act(view, key.log, records::subject(key), DocumentSubject::table(),
                        revision.publication);
}

std::optional<Entry> PublicEntries::publication(const disclosure::DocumentKey& key,
                                                Date today) const {
    std::optional<Entry> found;
    ledger_.look([&](const journal::View& view) { found = shown(view, key, today); });
    return found;
}

std::optional<Entry> PublicEntries::publication(const journal::LogKey& log, int year) const {
    std::optional<Entry> found;
    ledger_.look([&](const journal::View& view) {
        for (Entry& entry : view.entries(log, "report/" + std::to_string(year)))
            if (entry.kind == report_published) found = std::move(entry);
    });
    return found;
}

}  // namespace gongkai::desk
