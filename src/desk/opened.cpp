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
    if (auto clear = view.open(log, datum.seal)) by_id_.emplace(datum.seal.id, std::move(*clear));
}

}  // namespace gongkai::desk
