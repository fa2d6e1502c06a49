#pragma once

#include <cstdint>
#include <span>

#include "base/phrases.h"

namespace gongkai::recognizer {

// What the words around a number say that it counts. A set of them is a mask of bits.
enum class Word : int {
    New,
    Received,
    Accepted,
    Request,
    OnRequest,
    Disclosure,
    Finished,
    Answered,
    Handled,
    CarriedOut,
    CarriedIn,
    Natural,
    Organisation,
    Commercial,
    Research,
    PublicInterest,
    LegalService,
    Granted,
    Partial,
    Denied,
    Unavailable,
    NotProcessed,
    Other,
    Review,
    Litigation,
    Direct,
    AfterReview,
    Upheld,
    Corrected,
    OtherResult,
    Pending,
    Documents,
    Rules,
    Issued,
    Published,
    Repealed,
    InForce,
    Part,
    Compared,    // with another year
    NotRequest,  // other things that bodies receive and answer: hotlines, proposals, permits
    OneChannel,  // a count of one way in, or of the bodies below, only
    NotDocument,
    CasesOtherwise,  // of one who judges others, of one instance, or of new ones alone
    Unlike,          // overdue, withdrawn, unanswered, or done for others
    LastYear,
    Until,       // 截至: with 累计 it may count from any year on
    Cumulative,  // 累计
};

using Words = std::uint64_t;

constexpr Words bit(Word word) { return Words(1) << int(word); }
template <class... Rest>
constexpr Words bits(Rest... words) {
    return (bit(words) | ...);
}
constexpr bool has(Words words, Words any) { return (words & any) != 0; }

std::span<const text::Phrase> statement_words();

}  // namespace gongkai::recognizer
