#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>

#include "checks/rule.h"
#include "make_report.h"

using namespace gongkai;
using tests::Written;

namespace {

namespace json = boost::json;

const std::string folder = GONGKAI_SOURCE_DIR "/data/checks/";

Written written(const json::object& it) {
    Written out;
    const auto text = [&](const char* key, std::string& into) {
        if (const auto* value = it.if_contains(key)) into = value->as_string();
    };
    text("form", out.form);
    text("organ", out.organ);
    text("title", out.title);
    text("published_on", out.published_on);
    if (const auto* year = it.if_contains("year")) out.year = int(year->as_int64());
    if (const auto* cells = it.if_contains("cells"))
        for (const auto& [id, value] : cells->as_object())
            out.cells[std::string(id)] = std::string(value.as_string());
    if (const auto* texts = it.if_contains("text"))
        for (const auto& [section, value] : texts->as_object())
            out.texts[std::stoi(std::string(section))] = std::string(value.as_string());
    return out;
}

forms::Report report(const json::object& it) {
    forms::Report made = tests::make_report(written(it));
    if (const auto* oddities = it.if_contains("oddities"))
        for (const auto& value : oddities->as_array())
            made.oddities.push_back({std::string(value.at("id").as_string()),
                                     std::string(value.at("message").as_string()),
                                     {}});
    return made;
}

std::string_view name(checks::Severity it) {
    if (it == checks::Severity::Error) return "error";
    return it == checks::Severity::Warning ? "warning" : "hint";
}

bool meets(const checks::Finding& finding, const json::object& wanted, const forms::Form& form) {
    if (std::string_view(wanted.at("severity").as_string()) != name(finding.severity)) return false;
    if (const auto* cells = wanted.if_contains("cells"))
        for (const auto& id : cells->as_array()) {
            const auto cell = form.find(std::string_view(id.as_string()));
            if (!cell || std::ranges::find(finding.cells, *cell) == finding.cells.end())
                return false;
        }
    const auto* quote = wanted.if_contains("quote");
    return !quote || std::ranges::any_of(finding.text, [&](const checks::Quote& it) {
        return it.quote.find(std::string_view(quote->as_string())) != std::string::npos;
    });
}

// Every expectation is met by a finding of its own.
bool all_met(std::vector<checks::Finding> found, const json::array& wanted,
             const forms::Form& form) {
    for (const auto& want : wanted) {
        const auto it = std::ranges::find_if(
            found, [&](const auto& one) { return meets(one, want.as_object(), form); });
        if (it == found.end()) return false;
        found.erase(it);
    }
    return found.empty();
}

std::string shown(const std::vector<checks::Finding>& found) {
    std::string all;
    for (const auto& it : found)
        all += std::string(name(it.severity)) + " " + it.message + "\n";
    return all;
}

void run(const std::string& rule, const json::object& it) {
    const forms::Report now = report(it);
    std::optional<forms::Report> before;
    if (const auto* last = it.if_contains("last_year")) before = report(last->as_object());
    auto found = checks::check({now, before ? &*before : nullptr});
    std::erase_if(found, [&](const auto& one) { return one.rule != rule; });
    INFO(rule, ": ", std::string(it.at("name").as_string()), "\n", shown(found));
    CHECK(all_met(found, it.at("expect").as_array(), *now.form));
    for (const auto& one : found)
        for (const auto& quote : one.text)
            CHECK(text::slice(now.sections[std::size_t(quote.section)].text,
                              std::size_t(quote.from), std::size_t(quote.to)) == quote.quote);
}

}  // namespace

TEST_CASE("every rule gives the findings of its vectors") {
    for (const checks::Rule& rule : checks::rules()) {
        const std::string id(rule.id);
        const auto file = json::parse(tests::file_text(folder + id + ".json"));
        CHECK(std::string(file.at("rule").as_string()) == id);
        for (const auto& it : file.at("cases").as_array())
            run(id, it.as_object());
    }
}

TEST_CASE("every rule has a hit, a near miss and a clean case") {
    for (const checks::Rule& rule : checks::rules()) {
        const std::string id(rule.id);
        const auto file = json::parse(tests::file_text(folder + id + ".json"));
        for (const std::string kind : {"hit", "near", "clean"}) {
            const auto& cases = file.at("cases").as_array();
            const bool has = std::ranges::any_of(
                cases, [&](const auto& it) { return it.at("kind").as_string() == kind; });
            INFO(id, " ", kind);
            CHECK(has);
        }
    }
}

TEST_CASE("every file of vectors belongs to a rule") {
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".json") continue;
        const std::string id = file.path().stem();
        INFO(id);
        CHECK(std::ranges::count(checks::rules(), id, &checks::Rule::id) == 1);
    }
}
