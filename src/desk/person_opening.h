#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "desk/request_desk.h"

namespace gongkai::desk {

// 3301**********1234: as an ID number is shown to those who have not asked for it. Of a shorter one
// fewer signs are left, of the shortest none.
std::string masked_id_number(std::string_view number);

// That somebody looked at the ID number of who applies: who, when and of which request. The number
// itself is in no entry.
struct PersonOpening {
    std::int64_t at = 0;  // milliseconds since 1970 UTC
    std::string by;
};

class PersonOpenings {
public:
    PersonOpenings(journal::Ledger& ledger, const requests::Repository& requests)
        : ledger_(ledger), requests_(requests) {}

    // The ID number, once it is on record that it was asked for. Needs the right to handle
    // requests. Refusals door.right, request.not-found, request.erased.
    Result<std::string> open(const Actor& by, const requests::RequestKey& key);
    // Of one request, the newest first.
    std::vector<PersonOpening> of_request(const requests::RequestKey& key) const;

private:
    journal::Ledger& ledger_;
    const requests::Repository& requests_;
};

}  // namespace gongkai::desk
