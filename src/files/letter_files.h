#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace gongkai::files {

// A paragraph of a letter with placeholders such as {收到日期}. One with a condition stands only
// in letters for which that fact is known.
struct LetterParagraph {
    std::string text;
    std::string condition;  // the name of a fact, or empty
};

struct LetterTemplate {
    std::string id;  // "extension", "G1"
    std::string title;
    bool remedy = false;  // whether the letter tells how to contest it
    std::vector<LetterParagraph> paragraphs;
};

// How a decision may be contested, as it has to be told from a day on.
struct RemedyTexts {
    Date from{};
    std::string review_first, partly, either, unsettled;
    std::string online;  // added where the letter is delivered over the internet
};

struct Letters {
    std::vector<LetterTemplate> templates;
    std::vector<RemedyTexts> remedies;  // oldest first

    const LetterTemplate* find(std::string_view id) const;  // nullptr where there is none
    const RemedyTexts* remedies_on(Date day) const;         // nullptr before the first
};

// A template from the JSON of data/letters. Refusal letters.malformed names the fault.
Result<LetterTemplate> parse_letter(std::string_view json);

// The templates that the program carries, with those of `extra` (a folder of .json files; empty
// for none), which replace carried ones of the same name. Refusals name the file.
Result<Letters> load_letters(const std::filesystem::path& extra = {});

}  // namespace gongkai::files
