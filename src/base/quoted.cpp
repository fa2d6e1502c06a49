#include "base/quoted.h"

#include "base/text.h"

namespace gongkai::text {

namespace {

constexpr std::size_t longest_quoted = 40;  // signs

}  // namespace

std::string in_quotes(std::string_view given) {
    if (length(given) <= longest_quoted) return "“" + std::string(given) + "”";
    return "“" + std::string(slice(given, 0, longest_quoted)) + "……”";
}

}  // namespace gongkai::text
