#pragma once

#include <string>
#include <string_view>

#include "journal/payload.h"
#include "records/codec.h"

// A person as one sealed datum: who applies, who writes, who has an account.
namespace gongkai::desk {

template <class Whom>
std::string packed(const Whom& whom) {
    return canonical(records::entry_record(records::fields_of<Whom>, &whom));
}

// And back. What cannot be read is nobody.
template <class Whom>
Whom unpacked(std::string_view datum) {
    Whom whom;
    const auto record = journal::parse_canonical(datum);
    const bool whole =
        record.ok() && records::read_entry_record(record.value(), records::fields_of<Whom>, &whom);
    return whole ? whom : Whom{};
}

// 王** of 王小明: as lists name a natural person. Empty of nothing.
std::string masked_person(std::string_view name);

}  // namespace gongkai::desk
