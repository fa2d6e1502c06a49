#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/json_value.h"
#include "base/words.h"
#include "files/json_text.h"

// Values of a file that a person writes: settings of a place, templates of letters. Each throws
// std::invalid_argument whose Chinese words say where it is, what it should be and what it is; the
// parser of the file makes its refusal of them.
namespace gongkai::files {

// A value and where it stands in its file: “answer”里的“count”.
struct Setting {
    const json::Value& value;
    std::string place;
};

[[noreturn]] void not_as_wanted(const Setting& it, std::string_view wanted);

// The whole file, which is written in a pair of braces.
const json::Object& whole_file(const json::Value& value);
Setting member(const json::Object& object, std::string_view name);
Setting member(const Setting& of, std::string_view name);

int whole_number(const Setting& it, int least, int most);
bool yes_or_no(const Setting& it);
const std::string& text_of(const Setting& it);
const json::Array& list_of(const Setting& it);
// The value of a list, by its number from 1: “classes”的第 2 项.
Setting item(const Setting& of, std::size_t index);

// months（月）、working_days（工作日）
template <HasWords Enum>
std::string all_words() {
    std::string all;
    for (const auto& word : words_of<Enum>)
        (all += all.empty() ? "" : "、") +=
            std::string(word.name) + "（" + std::string(word.chinese) + "）";
    return all;
}

template <HasWords Enum>
Enum one_of_words(const Setting& it) {
    const auto* text = it.value.get_if<std::string>();
    const auto known = text ? named<Enum>(*text) : std::nullopt;
    if (!known) not_as_wanted(it, "下列之一：" + all_words<Enum>());
    return *known;
}

}  // namespace gongkai::files
