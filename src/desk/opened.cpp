#include "desk/opened.h"

namespace gongkai::desk {

records::Opening OpenedData::opening() const {
    records::Opening opening = records::nothing_opened();
    opening.sealed = [this](const records::SealedDatum& datum) -> std::optional<std::string> {
        const std::string* clear = find(datum);
        return clear ? std::optional(*clear) : std::nullopt;
    };
    return opening;
}

void OpenedData::open(const journal::View& view, const journal::LogKey& log,
                      const records::SealedDatum& datum) {
    if (datum.seal.empty()) return;
    if (auto clear = view.open(log, datum.seal))
        by_id_.emplace(datum.seal.id, std::move(*clear));
    else
        lacks_ = true;
}

std::optional<records::Deletion> OpenedData::deleted(const journal::View& view,
                                                     const journal::LogKey& log,
                                                     const std::string& subject) {
    const auto told = records::deletion_in(view.entries(log, subject));
    return told.deleted_on ? std::optional(told) : std::nullopt;
}

std::string instead_of_lacking(const journal::View& view, const journal::LogKey& log,
                               const std::string& subject) {
    const auto told = records::deletion_in(view.entries(log, subject));
    return told.deleted_on ? "（已按规定删除）" : "";
}

}  // namespace gongkai::desk
