#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"

// Values as JSON has them, without JSON's text: files/json_text.h writes and reads that. A figure
// keeps every decimal.
namespace gongkai::json {

class Value;
struct Member;
struct Given;
using Array = std::vector<Value>;

// Named values in the order in which they were put in, each name once.
class Object {
public:
    // Not in the class: what a member is, is known only further down.
    Object();
    ~Object();
    Object(const Object&);
    Object(Object&&) noexcept;
    Object& operator=(const Object&);
    Object& operator=(Object&&) noexcept;
    Object(std::initializer_list<Given> members);
    // Whoever gives a list has seen to it that no name is there twice.
    explicit Object(std::vector<Member> members);

    // In place of the value of that name; at the end where there is none. Gives out no reference:
    // the next member that is added would leave it in the air.
    void set(std::string_view name, Value value);
    // Nothing where there is none.
    const Value* find(std::string_view name) const;
    // Throws std::invalid_argument where there is none.
    const Value& at(std::string_view name) const;
    Value& at(std::string_view name);
    void prepend(Member member);
    // Puts all of another object's members in, in place of those of the same name.
    void merge(Object other);
    void erase(std::string_view name);

    const std::vector<Member>& members() const { return members_; }
    bool empty() const;

    friend bool operator==(const Object&, const Object&);

private:
    std::vector<Member> members_;
};

class Value {
public:
    Value() = default;  // null
    // For a bool alone: a pointer or a double would turn into one unasked.
    template <std::same_as<bool> Answer>
    Value(Answer answer) : held_(answer) {}
    template <std::integral Whole>
    requires(!std::same_as<Whole, bool>) Value(Whole number) : held_(std::int64_t(number)) {}
    Value(Decimal figure) : held_(figure) {}
    Value(const char* text) : held_(std::string(text)) {}
    Value(std::string_view text) : held_(std::string(text)) {}
    Value(std::string text) : held_(std::move(text)) {}
    Value(Array list) : held_(std::move(list)) {}
    Value(Object object) : held_(std::move(object)) {}
    template <class T>
    Value(const std::optional<T>& maybe) : Value(maybe ? Value(*maybe) : Value()) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
    // Nothing where it is of another kind.
    template <class T>
    const T* get_if() const {
        return std::get_if<T>(&held_);
    }
    template <class T>
    T* get_if() {
        return std::get_if<T>(&held_);
    }
    template <class T>
    bool is() const {
        return std::holds_alternative<T>(held_);
    }
    // Throws std::invalid_argument where it is of another kind.
    template <class T>
    const T& as() const {
        if (const T* value = get_if<T>()) return *value;
        throw std::invalid_argument("a value of another kind than it should be");
    }

    friend bool operator==(const Value&, const Value&);

private:
    std::variant<std::monostate, bool, std::int64_t, Decimal, std::string, Array, Object> held_;
};

struct Member {
    std::string name;
    Value value;

    friend bool operator==(const Member&, const Member&) = default;
};

// A member of an object that is being written down in braces. What is moved into it is moved on, as
// the members of a plain list could not be.
struct Given {
    std::string_view name;
    mutable Value value;
};

// The list of the texts, numbers or days of another list.
template <class List>
Array array_of(const List& list) {
    Array all;
    for (const auto& each : list)
        all.emplace_back(each);
    return all;
}

}  // namespace gongkai::json
