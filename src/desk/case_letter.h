#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/letter.h"
#include "desk/organ_desk.h"
#include "desk/request_desk.h"

// Letters of a request, filled in from its records as far as these go.
namespace gongkai::desk {

class CaseFacts;

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

// Facts as they were typed; a day as 2026-03-02. What is not given is taken from the records.
using TypedFacts = std::map<std::string, std::string, std::less<>>;

class LetterDesk {
public:
    LetterDesk(const OrganDesk& organs, const files::Letters& letters,
               const law::Calendar& calendar, const requests::Settings& settings)
        : organs_(organs), letters_(letters), calendar_(calendar), settings_(settings) {}

    std::vector<CaseLetter> of_case(const Case& it, Date today) const;
    // `id`: as template_id(). `number`: 文号. Refusals: letter.not-now, those of letter().
    Result<Letter> write(const Case& it, std::string_view id, const std::string& number,
                         const TypedFacts& typed, Date today) const;

private:
    const OrganDesk& organs_;
    const files::Letters& letters_;
    const law::Calendar& calendar_;
    requests::Settings settings_;

    CaseFacts facts_of(const Case& it, Date today) const;
    std::vector<CaseLetter> of_facts(const Case& it, const CaseFacts& facts) const;
};

}  // namespace gongkai::desk
