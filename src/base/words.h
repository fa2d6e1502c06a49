#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace gongkai {

// What one value of an enum is called: `name` in the journal and the API, where it never changes,
// and `chinese` on the screen.
struct Word {
    std::string_view name;
    std::string_view chinese;
};

template <class Enum>
struct WordOf {
    Enum value;
    std::string_view name;
    std::string_view chinese;
};

// The body of words(Enum), which stands beside each enum. The list must be in the order of the
// enumerators, because a value is looked up by its number.
template <class Enum, std::size_t count>
consteval std::array<Word, count> word_list(const WordOf<Enum> (&list)[count]) {
    std::array<Word, count> words;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::size_t(list[i].value) != i)
            throw std::invalid_argument("words() must follow the order of the enumerators");
        words[i] = {list[i].name, list[i].chinese};
    }
    return words;
}

template <class Enum>
concept HasWords = std::is_enum_v<Enum> && requires {
    words(Enum{});
};

template <HasWords Enum>
inline constexpr auto words_of = words(Enum{});

template <HasWords Enum>
std::string_view name(Enum value) {
    return words_of<Enum>.at(std::size_t(value)).name;
}

template <HasWords Enum>
std::string_view chinese(Enum value) {
    return words_of<Enum>.at(std::size_t(value)).chinese;
}

// The value with this name: named<Channel>("fax"). Nothing where there is none.
template <HasWords Enum>
std::optional<Enum> named(std::string_view name) {
    for (std::size_t i = 0; i < words_of<Enum>.size(); ++i)
        if (words_of<Enum>[i].name == name) return Enum(i);
    return {};
}

template <HasWords Enum>
inline constexpr std::size_t count_of = words_of<Enum>.size();

}  // namespace gongkai
