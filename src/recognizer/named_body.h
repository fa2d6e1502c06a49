#pragma once

#include <cstddef>
#include <string_view>

namespace gongkai::recognizer {

// Whose act a verb tells, by the words before it in its clause.
enum class Doer {
    Unsaid,   // 办结5件: as told before
    Own,      // 我局共收到, 全县收到, or a name that may well be the report's own
    Another,  // 县民政局收到 in the report of a county or a town
};

// Of the verb at `verb` of a folded text, whose clause begins at `clause`. `own` is the folded name
// of the report's body; of a report without a name everything may be its own.
Doer doer(std::u32string_view text, std::size_t clause, std::size_t verb, std::u32string_view own);

}  // namespace gongkai::recognizer
