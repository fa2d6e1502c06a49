#include "desk/person_opening.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::desk {

using journal::View;

namespace {

constexpr std::string_view entry_kind = "person.open";
constexpr std::size_t most_shown = 4;

}  // namespace

std::string masked_id_number(std::string_view number) {
    const std::size_t length = text::length(number), shown = std::min(most_shown, length / 4);
    std::string masked(text::slice(number, 0, shown));
    masked.append(length - 2 * shown, '*');
    return masked.append(text::slice(number, length - shown, length));
}

Result<std::string> PersonOpenings::open(const Actor& by, const requests::RequestKey& key) {
    GK_CHECK(check_right(by, records::Right::HandleRequests));
    std::string number;
    GK_CHECK(ledger_.change(by, key.log, [&](journal::Change& change) -> Status {
        GK_TRY(request, requests_.find(change, key));
        const auto datum = change.open(key.log, application_of(request).applicant.seal);
        if (!datum) return Error{ErrorKind::NotFound, "request.erased", "申请人信息已按规定删除。"};
        number = unpacked<Applicant>(*datum).id_number;
        change.append({records::subject(key), std::string(entry_kind), journal::Record{}});
        return Done{};
    }));
    return number;
}

std::vector<PersonOpening> PersonOpenings::of_request(const requests::RequestKey& key) const {
    std::vector<PersonOpening> all;
    ledger_.look([&](const View& view) {
        for (const auto& entry : view.entries(key.log, records::subject(key)))
            if (entry.kind == entry_kind) all.push_back({entry.recorded_at, entry.actor});
    });
    std::ranges::reverse(all);
    return all;
}

}  // namespace gongkai::desk
