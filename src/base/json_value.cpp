#include "base/json_value.h"

#include <algorithm>

namespace gongkai::json {

Object::Object() = default;
Object::~Object() = default;
Object::Object(const Object&) = default;
Object::Object(Object&&) noexcept = default;
Object& Object::operator=(const Object&) = default;
Object& Object::operator=(Object&&) noexcept = default;

Object::Object(std::initializer_list<Given> members) {
    members_.reserve(members.size());
    for (const Given& member : members)
        members_.push_back({std::string(member.name), std::move(member.value)});
}

Object::Object(std::vector<Member> members) : members_(std::move(members)) {}

void Object::set(std::string_view name, Value value) {
    const auto found = std::ranges::find(members_, name, &Member::name);
    if (found != members_.end())
        found->value = std::move(value);
    else
        members_.emplace_back(Member{std::string(name), std::move(value)});
}

const Value* Object::find(std::string_view name) const {
    const auto found = std::ranges::find(members_, name, &Member::name);
    return found == members_.end() ? nullptr : &found->value;
}

const Value& Object::at(std::string_view name) const {
    if (const Value* value = find(name)) return *value;
    throw std::invalid_argument("nothing called " + std::string(name));
}

Value& Object::at(std::string_view name) {
    return const_cast<Value&>(std::as_const(*this).at(name));
}

void Object::prepend(Member member) { members_.insert(members_.begin(), std::move(member)); }

void Object::merge(Object other) {
    for (Member& member : other.members_)
        set(member.name, std::move(member.value));
}

bool Object::empty() const { return members_.empty(); }

void Object::erase(std::string_view name) {
    std::erase_if(members_, [&](const Member& member) { return member.name == name; });
}

bool operator==(const Object& left, const Object& right) { return left.members_ == right.members_; }

bool operator==(const Value& left, const Value& right) { return left.held_ == right.held_; }

}  // namespace gongkai::json
