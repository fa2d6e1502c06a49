#include "disclosure/register.h"

#include <doctest/doctest.h>

using namespace gongkai;
using namespace gongkai::disclosure;
using registers::Annul;
using registers::Enter;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

const RegisterKey where{{330302, 7}, "2025-0001"};

RegisterAct entered(Enter what, std::string_view on = "2025-03-31",
                    std::string_view recorded_on = "2025-03-31") {
    RegisterAct act;
    act.on = day(on);
    act.recorded_on = day(recorded_on);
    act.what = std::move(what);
    return act;
}

Enter fee() {
    return {RegisterKind::Fee, day("2025-01-01"), Decimal::parse("24252.311082").value(),
            "财政局票据系统"};
}

RegisterAct annulled(std::string_view on, bool with_reason = true) {
    RegisterAct act;
    act.on = act.recorded_on = day(on);
    if (with_reason) act.words.seal = {"w", "digest"};
    act.what = Annul{};
    return act;
}

std::string code(const Result<RegisterLine>& line) {
    return line.ok() ? std::string() : line.error().code;
}

}  // namespace

TEST_CASE("a line is entered where its figures can be") {
    const auto refusal = [](void (*change)(Enter&), std::string_view recorded_on = "2025-03-31") {
        Enter entry = fee();
        change(entry);
        return code(RegisterLine::begin(where, entered(entry, "2025-03-31", recorded_on), {}));
    };
    CHECK(refusal([](Enter&) {}) == "");
    CHECK(refusal([](Enter&) {}, "2025-03-30") == "register.future");
    CHECK(refusal([](Enter& entry) { entry.from = day("2025-03-31"); }) == "");
    CHECK(refusal([](Enter& entry) { entry.from = day("2025-04-01"); }) == "register.period");
    CHECK(refusal([](Enter& entry) { entry.from = day("2024-12-31"); }) == "register.years");
    CHECK(refusal([](Enter& entry) { entry.amount = Decimal(0); }) == "register.amount");
    CHECK(refusal([](Enter& entry) { entry.amount = Decimal(-1); }) == "register.amount");
    for (const auto kind :
         {RegisterKind::License, RegisterKind::Penalty, RegisterKind::Compulsion}) {
        Enter entry = fee();
        entry.kind = kind;
        CHECK(code(RegisterLine::begin(where, entered(entry), {})) == "register.amount.whole");
        entry.amount = Decimal(3);
        CHECK(code(RegisterLine::begin(where, entered(entry), {})) == "");
    }
    CHECK(refusal([](Enter& entry) { entry.source = " "; }) == "register.source");
    CHECK(code(RegisterLine::begin(where, annulled("2025-04-02"), {})) == "register.not-now");
}

TEST_CASE("a wrong line is annulled once, with the reason, and keeps what was entered") {
    const auto line = RegisterLine::begin(where, entered(fee()), {}).value();
    CHECK(records::subject(line.key()) == "register/2025-0001");
    CHECK_FALSE(is_annulled(line));
    CHECK(code(line.after(annulled("2025-04-02", false), {})) == "register.annul.reason");
    const auto gone = line.after(annulled("2025-04-02"), {}).value();
    CHECK(is_annulled(gone));
    CHECK(entry_of(gone).amount == Decimal::parse("24252.311082").value());
    CHECK(gone.acts().back().recorded_on == day("2025-04-02"));
    CHECK(code(gone.after(annulled("2025-04-03"), {})) == "register.annul.twice");
    CHECK(code(line.after(entered(fee()), {})) == "register.not-now");
    // What a report of the quarter lacked when it was made on its last day.
    CHECK(line.belated(day("2025-03-31")).empty());
    CHECK(gone.belated(day("2025-03-31")) == std::vector<int>{1});
    CHECK(gone.belated(day("2025-04-02")).empty());
}

TEST_CASE("the acts of a line are read back as they were written") {
    for (const RegisterAct& act : {entered(fee()), annulled("2025-04-02")}) {
        const auto bytes = journal::canonical(records::record<registers::Subject>(act));
        auto back = records::act_of<registers::Subject>(
            records::entry_kind<registers::Subject>(act), journal::parse_canonical(bytes).value());
        REQUIRE(back.ok());
        // Its entry has no day but that of its recording.
        if (act.is<Annul>()) back.value().on = act.on;
        CHECK(back.value() == act);
    }
    const auto annulment = records::record<registers::Subject>(annulled("2025-04-02"));
    CHECK(records::act_of<registers::Subject>("register.enter", annulment).error().code ==
          "register.record");
    CHECK_FALSE(records::act_of<registers::Subject>("register.change", annulment).ok());
}
