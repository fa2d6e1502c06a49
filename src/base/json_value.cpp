#include "base/json_value.h"

#include <algorithm>

namespace gongkai::json {

Object::Object(std::initializer_list<Given> members) {
    members_.reserve(members.size());
    for (const Given& member : members)
        members_.push_back({std::move(member.name), std::move(member.value)});
}

Object::Object(std::vector<Member> members) : members_(std::move(members)) {}

Value& Object::operator[](std::string_view name) {
    const auto found = std::ranges::find(members_, name, &Member::name);
    if (found != members_.end()) return found->value;
    return members_.emplace_back(Member{std::string(name), {}}).value;
}

const Value* Object::find(std::string_view name) const {
    const auto found = std::ranges::find(members_, name, &Member::name);
    return found == members_.end() ? nullptr : &found->value;
}

const Value& Object::at(std::string_view name) const {
    if (const Value* value = find(name)) return *value;
    throw std::invalid_argument("nothing called " + std::string(name));
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
