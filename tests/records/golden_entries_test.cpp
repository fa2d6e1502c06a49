#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "organs/account.h"
#include "organs/organ.h"
#include "reports/submission.h"
#include "requests/record.h"

// The bytes of entries in journals that are in use. What was hashed once is never written in
// another way: golden_entries.txt was made by version 0.1 and is not made anew.
using namespace gongkai;

namespace {

using journal::Record;

template <class Read>
std::string written(const Result<Read>& read) {
    return read.ok() ? journal::canonical(record(read.value())) : read.error().code;
}

// The payload after it was read as that kind of entry and written again; where it is refused, the
// code of the refusal. What a kind is made of is known here alone.
std::string rewritten(const std::string& entry_kind, const std::string& payload) {
    const auto parsed = journal::parse_canonical(payload);
    if (!parsed.ok()) return parsed.error().code;
    const Record& it = parsed.value();
    if (const auto kind = requests::kind_of_entry(entry_kind))
        return written(requests::act_of(*kind, it));
    if (const auto kind = disclosure::kind_of_entry(entry_kind))
        return written(disclosure::act_of(*kind, it));
    if (const auto kind = disclosure::register_act_of_entry(entry_kind))
        return written(disclosure::register_event_of(*kind, it));
    if (entry_kind.starts_with("report.")) return written(reports::event_of(entry_kind, it));
    if (entry_kind.starts_with("organ.")) return written(organs::organ_of({900121, 7}, it));
    if (entry_kind.starts_with("account."))
        return written(organs::account_of(900121, "account/12", it));
    if (entry_kind == "datum.erase")
        return journal::canonical(
            Record{}.set("datum", journal::record(journal::sealed(it.record("datum")))));
    return "no such kind";
}

// The columns of a file's lines, split at the tabs.
std::vector<std::vector<std::string>> lines_of(const std::string& name) {
    std::ifstream file(GONGKAI_SOURCE_DIR "/tests/records/" + name);
    std::vector<std::vector<std::string>> all;
    for (std::string line; std::getline(file, line);) {
        auto& columns = all.emplace_back(1);
        for (const char c : line)
            if (c == '\t')
                columns.emplace_back();
            else
                columns.back() += c;
    }
    return all;
}

// What version 0.1 could write.
const std::set<std::string> kinds_of_old{
    "request.register",
    "request.confirm",
    "request.ask_correction",
    "request.correct",
    "request.lapse_uncorrected",
    "request.ask_reasons",
    "request.give_reasons",
    "request.fix_period",
    "request.consult",
    "request.serve",
    "request.opinion",
    "request.propose_extension",
    "request.extend",
    "request.fee_notice",
    "request.pay",
    "request.lapse_unpaid",
    "request.decide",
    "request.deliver",
    "request.withdraw",
    "request.file_remedy",
    "request.remedy_result",
    "request.annul",
    "document.draft",
    "document.edit",
    "document.submit",
    "document.review",
    "document.publish",
    "document.revise",
    "document.withdraw",
    "document.repeal",
    "document.expire",
    "document.annul",
    "register.enter",
    "register.annul",
    "report.prepare",
    "report.submit",
    "report.return",
    "report.accept",
    "report.publish",
    "organ.create",
    "organ.change",
    "organ.end",
    "account.create",
    "account.change",
    "account.password",
    "datum.erase",
};

}  // namespace

TEST_CASE("entries of journals in use are written with the same bytes") {
    std::set<std::string> seen;
    for (const auto& line : lines_of("golden_entries.txt")) {
        REQUIRE(line.size() == 2);
        CAPTURE(line[0]);
        CHECK(rewritten(line[0], line[1]) == line[1]);
        seen.insert(line[0]);
    }
    CHECK(seen == kinds_of_old);
}

// The third column is the code of a refusal, or what is left of the payload when what the reader
// does not know has been passed over. A stricter reader would call old journals damaged.
TEST_CASE("what is no entry is refused, and what is not known is passed over, as ever") {
    const auto lines = lines_of("damaged_entries.txt");
    CHECK(lines.size() > 150);
    for (const auto& line : lines) {
        REQUIRE(line.size() == 3);
        CAPTURE(line[0]);
        CAPTURE(line[1]);
        CHECK(rewritten(line[0], line[1]) == line[2]);
    }
}
