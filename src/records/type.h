#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/words.h"
#include "law/clause.h"
#include "records/sealed.h"

namespace gongkai::records {

// The few shapes that a value may have. Codecs, schema and documents know these and nothing else,
// so that a new C++ type of one of these shapes costs nothing there.
enum class Shape : std::uint8_t {
    Whole,
    YesNo,
    Day,
    Reference,
    Choice,
    Figure,  // an exact decimal
    Clause,  // of the Regulation: article and paragraph
    Text,
    Kept,
    Sealed,
    Record,
};

// How many values a member has: a std::optional none or one, a std::vector any number.
enum class Holds : std::uint8_t { One, Maybe, Many };

struct Field;
template <class T>
concept HasFields = requires {
    T::fields();
};
template <HasFields Record>
constexpr std::span<const Field> parts();

// A member's C++ type with the type taken away: how to reach its values through a `void*`.
// Only this header and field.h cast, and type_of<Member>() is the only way to make a Type.
struct Type {
    Shape shape{};
    Holds holds = Holds::One;
    std::span<const Word> choices{};                    // of Choice
    std::span<const Field> (*parts)() = nullptr;        // of Record, and of a sealed record
    std::size_t (*size)(const void* member) = nullptr;  // how many values it has now
    const void* (*at)(const void* member, std::size_t i) = nullptr;
    void* (*add)(void* member) = nullptr;                     // one more value, or the only one
    void (*clear)(void* member) = nullptr;                    // as nothing had been given
    std::int64_t (*number)(const void* value) = nullptr;      // of Whole to Choice
    bool (*set)(void* value, std::int64_t number) = nullptr;  // false where it does not fit
    void (*with_new)(const std::function<void(void*)>& work) = nullptr;  // of a sealed record
    void (*sort)(void* member) = nullptr;  // of several choices: in order, each once
};

template <class T>
concept IsWhole = std::same_as<T, int> || std::same_as<T, std::int64_t>;
template <class T>
concept IsSealed = std::derived_from<T, SealedDatum>;
template <class T>
concept IsNumber = IsWhole<T> || std::same_as<T, bool> || std::same_as<T, Date> ||
    std::same_as<T, Reference> || HasWords<T>;
template <class T>
concept IsPlain = std::same_as<T, std::string> || std::same_as<T, Decimal> ||
    std::same_as<T, law::Clause> || std::same_as<T, KeptText>;

template <IsNumber T>
std::int64_t number_of(const void* value) {
    const T& typed = *static_cast<const T*>(value);
    if constexpr (std::same_as<T, Date>)
        return typed.time_since_epoch().count();
    else if constexpr (std::same_as<T, Reference>)
        return typed.act;
    else
        return std::int64_t(typed);
}

template <IsNumber T>
bool set_number(void* value, std::int64_t number) {
    T& typed = *static_cast<T*>(value);
    if constexpr (IsWhole<T>) {
        typed = T(number);
        return std::in_range<T>(number);
    } else if constexpr (std::same_as<T, Date>) {
        typed = Date{std::chrono::days{number}};
        return true;
    } else if constexpr (std::same_as<T, Reference>) {
        typed = {int(number)};
        return std::in_range<int>(number);
    } else if constexpr (std::same_as<T, bool>) {
        typed = number == 1;
        return number == 0 || number == 1;
    } else {
        typed = T(number);
        return number >= 0 && std::size_t(number) < count_of<T>;
    }
}

template <class T>
consteval Shape shape_of() {
    if constexpr (IsWhole<T>) return Shape::Whole;
    if constexpr (std::same_as<T, bool>) return Shape::YesNo;
    if constexpr (std::same_as<T, Date>) return Shape::Day;
    if constexpr (std::same_as<T, Reference>) return Shape::Reference;
    if constexpr (HasWords<T>) return Shape::Choice;
    if constexpr (std::same_as<T, Decimal>) return Shape::Figure;
    if constexpr (std::same_as<T, law::Clause>) return Shape::Clause;
    if constexpr (std::same_as<T, std::string>) return Shape::Text;
    if constexpr (std::same_as<T, KeptText>) return Shape::Kept;
    if constexpr (IsSealed<T>) return Shape::Sealed;
    return Shape::Record;
}

template <class T>
consteval Type value_type() {
    static_assert(IsNumber<T> || IsSealed<T> || IsPlain<T> || HasFields<T>,
                  "a field is int, std::int64_t, bool, Date, Decimal, Clause, Reference, "
                  "std::string, KeptText, Sealed<...>, an enum with words(), a struct with "
                  "fields(), or an optional or vector of them");
    Type type{.shape = shape_of<T>()};
    if constexpr (HasWords<T>) type.choices = words_of<T>;
    if constexpr (HasFields<T>) type.parts = parts<T>;
    if constexpr (IsNumber<T>) {
        type.number = number_of<T>;
        type.set = set_number<T>;
    }
    if constexpr (IsSealed<T>) {
        static_assert(std::is_pointer_interconvertible_base_of_v<SealedDatum, T>);
        if constexpr (HasFields<typename T::datum>) {
            type.parts = parts<typename T::datum>;
            type.with_new = [](const std::function<void(void*)>& work) {
                typename T::datum record;
                work(&record);
            };
        }
    }
    return type;
}

// The three kinds of members: a plain value, none or one, any number.
template <class Member>
struct MemberType {
    using value = Member;
    static constexpr Holds holds = Holds::One;
    static std::size_t size(const void*) { return 1; }
    static const void* at(const void* member, std::size_t) { return member; }
    static void* add(void* member) { return member; }
};

template <class Value>
struct MemberType<std::optional<Value>> {
    using value = Value;
    using Member = std::optional<Value>;
    static constexpr Holds holds = Holds::Maybe;
    static std::size_t size(const void* m) { return *static_cast<const Member*>(m) ? 1 : 0; }
    static const void* at(const void* m, std::size_t) { return &**static_cast<const Member*>(m); }
    static void* add(void* m) { return &static_cast<Member*>(m)->emplace(); }
};

template <class Value>
struct MemberType<std::vector<Value>> {
    using value = Value;
    using Member = std::vector<Value>;
    static constexpr Holds holds = Holds::Many;
    static std::size_t size(const void* m) { return static_cast<const Member*>(m)->size(); }
    static const void* at(const void* m, std::size_t i) {
        return &static_cast<const Member*>(m)->at(i);
    }
    static void* add(void* m) { return &static_cast<Member*>(m)->emplace_back(); }
};

template <class Member>
consteval Type type_of() {
    using Reach = MemberType<Member>;
    Type type = value_type<typename Reach::value>();
    type.holds = Reach::holds;
    type.size = Reach::size;
    type.at = Reach::at;
    type.add = Reach::add;
    type.clear = [](void* member) { *static_cast<Member*>(member) = Member{}; };
    if constexpr (HasWords<typename Reach::value> && Reach::holds == Holds::Many)
        type.sort = [](void* member) {
            Member& choices = *static_cast<Member*>(member);
            std::ranges::sort(choices);
            choices.erase(std::ranges::unique(choices).begin(), choices.end());
        };
    return type;
}

}  // namespace gongkai::records
