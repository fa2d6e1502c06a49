#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "disclosure/document.h"
#include "disclosure/register.h"
#include "interaction/message.h"
#include "interaction/proposal.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"
#include "organs/unit.h"
#include "reports/submission.h"
#include "requests/assignment.h"
#include "requests/request.h"

// The bytes of entries in journals that are in use. What was hashed once is never written in
// another way: golden_entries.txt was made by version 0.1 and is not made anew.
using namespace gongkai;

namespace {

using journal::Record;

template <class Subject>
std::string written_again(const std::string& entry_kind, const Record& payload) {
    const auto act = records::act_of<Subject>(entry_kind, payload);
    return act.ok() ? journal::canonical(records::record<Subject>(act.value())) : act.error().code;
}

// The payload after it was read as that kind of entry and written again; where it is refused, the
// code of the refusal.
std::string rewritten(const std::string& entry_kind, const std::string& bytes) {
    const auto parsed = journal::parse_canonical(bytes);
    if (!parsed.ok()) return parsed.error().code;
    const Record& payload = parsed.value();
    const std::string subject = entry_kind.substr(0, entry_kind.find('.'));
    if (subject == "request") return written_again<requests::Subject>(entry_kind, payload);
    if (subject == "document")
        return written_again<disclosure::DocumentSubject>(entry_kind, payload);
    if (subject == "register")
        return written_again<disclosure::registers::Subject>(entry_kind, payload);
    if (subject == "message")
        return written_again<interaction::messages::Subject>(entry_kind, payload);
    if (subject == "report")
        return written_again<reports::submissions::Subject>(entry_kind, payload);
    if (subject == "proposal")
        return written_again<interaction::proposals::Subject>(entry_kind, payload);
    if (subject == "organ") return written_again<organs::bodies::Subject>(entry_kind, payload);
    if (subject == "account") return written_again<organs::accounts::Subject>(entry_kind, payload);
    if (subject == "unit") return written_again<organs::units::Subject>(entry_kind, payload);
    if (subject == "assignment")
        return written_again<requests::assignments::Subject>(entry_kind, payload);
    if (entry_kind == "datum.erase")
        return journal::canonical(
            Record{}.set("datum", journal::record(journal::sealed(payload.record("datum")))));
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

// Release 0.1 let a client of its interface put a last day, a search or a reference on acts of any
// kind. Such an entry keeps its bytes; read, it is the act without what its kind has no use for.
std::string without_strange_fields(std::string_view kind, const std::string& bytes) {
    static const std::map<std::string_view, std::set<std::string_view>> fields_with_a_use{
        {"until", {"request.ask_correction", "request.fix_period"}},
        {"evidence", {"request.decide"}},
        {"refers_to",
         {"request.serve", "request.opinion", "request.remedy_result", "request.annul"}},
    };
    if (!kind.starts_with("request.")) return bytes;
    const auto payload = journal::parse_canonical(bytes);
    if (!payload.ok()) return bytes;
    journal::Record kept;
    for (const auto& [name, value] : payload.value().fields()) {
        const auto use = fields_with_a_use.find(name);
        if (use == fields_with_a_use.end() || use->second.contains(kind))
            std::visit([&](auto typed) { kept.set(name, std::move(typed)); }, value.held);
    }
    return canonical(kept);
}

}  // namespace

TEST_CASE("entries of journals in use are written with the same bytes") {
    std::set<std::string> seen;
    for (const auto& line : lines_of("golden_entries.txt")) {
        REQUIRE(line.size() == 2);
        CAPTURE(line[0]);
        CHECK(rewritten(line[0], line[1]) == without_strange_fields(line[0], line[1]));
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
