#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "organs/organ.h"

namespace gongkai::demo {

// One of the county's bodies; the place does not exist.
struct Body {
    std::string_view name, short_name;  // 云溪县教育局, 教育局
    std::string_view login;             // before the dot of its people's logins
    std::string_view issuer_code;       // 机关代字
    organs::OrganKind kind;
    organs::Level level;
    std::string_view division_code, credit_code, address, phone;
    int requests;  // its share of the county's, in parts of 100
    bool outside;  // keeps its records elsewhere and hands in reports as Word files
};

// The county office, which supervises the others, comes first.
std::span<const Body> bodies();

organs::Organ organ_of(const Body& body, std::int64_t region, std::int64_t parent);

}  // namespace gongkai::demo
