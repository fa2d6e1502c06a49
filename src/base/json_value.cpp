#include "base/json_value.h"

#include <algorithm>

namespace gongkai::json {

Object::Object(std::initializer_list<Member> members) : members_(members) {}

Value& Object::operator[](std::string_view name) {
    const auto found = std::ranges::find(members_, name, &Member::name);
    if (found != members_.end()) return found->value;
    return members_.emplace_back(Member{std::string(name), {}}).value;
}

const Value* Object::find(std::string_view name) const {
    const auto found = std::ranges::find(members_, name, &Member::name);
    return found == members_.end() ? nullptr : &found->value;
}

void Object::prepend(Member member) { members_.insert(members_.begin(), std::move(member)); }

void Object::merge(Object other) {
    for (Member& member : other.members_)
        (*this)[member.name] = std::move(member.value);
}

void Object::erase(std::string_view name) {
    std::erase_if(members_, [&](const Member& member) { return member.name == name; });
}

bool operator==(const Object& left, const Object& right) = default;

}  // namespace gongkai::json
