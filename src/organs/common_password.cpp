#include "organs/common_password.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace gongkai::organs {

namespace {

// Along them, forwards and backwards, and over their end to the beginning.
constexpr std::array<std::string_view, 8> rows{
    "01234567890", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop",
    "asdfghjkl",   "zxcvbnm",    "1qaz2wsx3edc4rfv5tgb",       "1q2w3e4r5t6y7u8i9o0p"};
// What is left of a password once digits and signs at its ends are taken off.
constexpr std::array<std::string_view, 24> words{
    "password", "passw0rd", "p@ssw0rd", "p@ssword", "admin",    "administrator",
    "root",     "system",   "welcome",  "letmein",  "iloveyou", "woaini",
    "zhengfu",  "gongkai",  "xinxi",    "test",     "user",     "guanliyuan",
    "mima",     "default",  "changeme", "qwerty",   "abc",      "dragon"};

bool is_of_a_row(const std::string& password) {
    return std::ranges::any_of(rows, [&](std::string_view row) {
        std::string around(row);
        while (around.size() < password.size() + row.size())
            around += row;
        const std::string back(around.rbegin(), around.rend());
        return around.find(password) != around.npos || back.find(password) != back.npos;
    });
}

// "abcabcabcabc", "1111111111": one short text over and over.
bool repeats(const std::string& password) {
    for (std::size_t period = 1; period <= password.size() / 2 && period <= 5; ++period) {
        bool all = true;
        for (std::size_t i = period; i < password.size(); ++i)
            all = all && password[i] == password[i - period];
        if (all) return true;
    }
    return false;
}

bool is_letter(char sign) { return sign >= 'a' && sign <= 'z'; }

std::string_view core(std::string_view password) {
    while (!password.empty() && !is_letter(password.front()))
        password.remove_prefix(1);
    while (!password.empty() && !is_letter(password.back()))
        password.remove_suffix(1);
    return password;
}

}  // namespace

bool is_common_password(std::string_view password) {
    const std::string folded = text::fold(password);
    return is_of_a_row(folded) || repeats(folded) ||
           std::ranges::find(words, core(folded)) != words.end();
}

}  // namespace gongkai::organs
