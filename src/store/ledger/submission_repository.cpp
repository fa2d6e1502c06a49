#include "store/ledger/submission_repository.h"

#include "store/database.h"

namespace gongkai::store {

reports::Submission submission_of(const std::vector<journal::Entry>& entries,
                                  const reports::SubmissionKey& key) {
    std::vector<reports::SubmissionEvent> events;
    for (const auto& entry : entries) {
        if (!entry.kind.starts_with("report.")) continue;
        const auto payload = journal::parse_canonical(entry.payload);
        if (!payload.ok()) throw StoreError("报送的记录不完整：" + entry.subject);
        auto event = reports::event_of(entry.kind, payload.value());
        if (!event.ok()) throw StoreError(event.error().message);
        event.value().by = entry.actor;
        events.push_back(std::move(event.value()));
    }
    return reports::Submission(key, std::move(events));
}

reports::Submission SubmissionRepository::find(const journal::View& view,
                                               const reports::SubmissionKey& key) const {
    return submission_of(view.entries(key.log, subject(key)), key);
}

}  // namespace gongkai::store
