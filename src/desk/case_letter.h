#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/letter.h"
#include "desk/request_desk.h"

// Letters of a request, filled in from its records as far as these go.
namespace gongkai::desk {

struct KnownFact {
    std::string name;
    std::optional<Fact> value;  // nothing: somebody has to write it
};

// A letter that a request calls for, or has called for: a notice whose act is lawful now or is on
// record; once it is decided or has ended, the answer by each code.
struct CaseLetter {
    LetterKind kind;
    std::string title;
    std::vector<KnownFact> needed, optional;
};
std::vector<CaseLetter> case_letters(const Office& office, const Case& it, Date today);

// Facts as they were typed; a day as 2026-03-02. What is not given is taken from the records.
using TypedFacts = std::map<std::string, std::string, std::less<>>;
// `id`: as template_id(). `number`: 文号. Refusals: letter.not-now, those of letter().
Result<Letter> letter_of_case(const Office& office, const Case& it, std::string_view id,
                              const std::string& number, const TypedFacts& typed, Date today);

}  // namespace gongkai::desk
