#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/document.h"

namespace gongkai::disclosure {

enum class NormativeKind { Rule, NormativeDocument };  // 规章、行政规范性文件

// A rule or normative document as the register has it: what table two of the report counts.
struct Normative {
    std::string subject;  // of its entries in the journal
    NormativeKind kind{};
    Date issued_on{};
    std::optional<Date> ended_on;  // repealed or expired: not in force from this day on
    Date recorded_on{};
    Date ending_recorded_on{};  // where there is an ending
};

// Issued, and not yet ended.
inline bool in_force(const Normative& normative, Date day) {
    return normative.issued_on <= day && (!normative.ended_on || *normative.ended_on > day);
}

// A document as the register of rules and normative documents has it (规范性文件台账): by the
// revision that was published last. Nothing before its first publication, which is when it can be
// relied upon (国办发〔2018〕37号). UNSETTLED Q44: to withdraw it from the public does not end it.
// With a day, by the revision that was published last up to it.
std::optional<Normative> normative_of(const Document& document, std::optional<Date> as_of = {});

// A publication or an ending of a normative document that was annulled as a wrong entry: with it
// go figures of the time since then.
struct Correction {
    std::string subject;
    Date on{};  // of what was annulled
    Date recorded_on{};
};
std::vector<Correction> corrections(const Document& document);

}  // namespace gongkai::disclosure
