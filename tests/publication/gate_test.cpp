#include "publication/gate.h"

#include <doctest/doctest.h>

using namespace gongkai;
using publication::Checklist;
using publication::Claim;
using publication::Pass;

namespace {

const Date today = parse_date("2026-03-02").value();

Claim whole() { return {"", {"account/1"}, "account/2", true, today}; }

std::string code(const Claim& claim) {
    const auto checked = publication::check(claim);
    return checked.ok() ? "" : checked.error().code;
}

}  // namespace

TEST_CASE("the gate opens for what another has passed, and for nothing else") {
    CHECK(code(whole()) == "");
    REQUIRE(Pass::of(whole(), today));
    CHECK(Pass::of(whole(), today)->published_on() == today);

    const struct {
        const char* code;
        void (*change)(Claim&);
    } cases[] = {
        {"publication.barred", [](Claim& it) { it.bar = "举报不公开。"; }},
        {"publication.not-reviewed", [](Claim& it) { it.reviewer.clear(); }},
        {"publication.own-review", [](Claim& it) { it.writers.emplace_back("account/2"); }},
        {"publication.not-passed", [](Claim& it) { it.passed = false; }},
    };
    for (const auto& c : cases) {
        CAPTURE(c.code);
        Claim claim = whole();
        c.change(claim);
        CHECK(code(claim) == c.code);
        CHECK(!Pass::of(claim, today));
    }
}

TEST_CASE("what is not published, or not yet, is not seen") {
    Claim claim = whole();
    claim.published_on.reset();
    CHECK(!Pass::of(claim, today));
    claim.published_on = today + std::chrono::days{1};
    CHECK(!Pass::of(claim, today));
    CHECK(Pass::of(claim, today + std::chrono::days{1}));
}

TEST_CASE("a checklist passes with every answer a yes") {
    CHECK(!Checklist{}.passes());
    CHECK(Checklist{true, true, true, true}.passes());
    for (int i = 0; i < 4; ++i)
        CHECK(!Checklist{i != 0, i != 1, i != 2, i != 3}.passes());
}
