#pragma once

#include <string_view>
#include <vector>

#include "recognizer/statements_words.h"

// Which rows and columns of the form the words around a number name.
namespace gongkai::recognizer {

using Rows = std::vector<std::string_view>;  // ids of rows, or of columns

constexpr Words outcome_words = bits(Word::Granted, Word::Partial, Word::Denied, Word::Unavailable,
                                     Word::NotProcessed, Word::Other);
constexpr Words applicant_words = bits(Word::Natural, Word::Organisation, Word::Commercial,
                                       Word::Research, Word::PublicInterest, Word::LegalService);
constexpr Words case_words = bits(Word::Review, Word::Litigation);
constexpr Words ending_words =
    bits(Word::Upheld, Word::Corrected, Word::OtherResult, Word::Pending);
constexpr Words coming_words = bits(Word::New, Word::Received, Word::Accepted);
constexpr Words going_words = bits(Word::Finished, Word::Answered, Word::Handled);
constexpr Words making_words = bits(Word::Issued, Word::Published, Word::Repealed, Word::InForce);

// Whether requests, cases and documents are counted in a unit.
bool counts_cases(std::string_view unit);
// What a number of requests without further words may be the sum of; one entry a reading.
std::vector<Rows> whole_rows(Words near);
// The leaves of the outcome groups that are named.
Rows outcome_rows(Words near);
Rows applicant_columns(Words near);
// The column of table 4 that an outcome is counted in, the total where none is named.
std::string_view ending_column(Words ends);

}  // namespace gongkai::recognizer
