#include <doctest/doctest.h>

#include "desk/publishing.h"
#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::disclosure;
using namespace gongkai::testing;

namespace {

std::string code(const Result<RegisterLine>& line) { return line.ok() ? "" : line.error().code; }

}  // namespace

TEST_CASE("a line of a register is entered once and annulled once") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto clerk = TestOffice::at("2025-03-05");
        auto& publishing = it.desks.publishing;
        const auto entered = [&](int amount) {
            RegisterAct act;
            act.on = day("2025-03-03");
            act.what = registers::Enter{RegisterKind::License, {}, Decimal(amount), "审批系统"};
            return publishing.enter_line(clerk, town, std::move(act));
        };
        const auto line = entered(3);
        REQUIRE(line.ok());
        CHECK(line.value().key().number == "2025-0001");
        CHECK(line.value().acts().front().on == day("2025-03-03"));
        CHECK(line.value().acts().front().recorded_on == day("2025-03-05"));
        CHECK(line.value().acts().front().by == "account/1");
        const RegisterKey key = line.value().key();
        const auto annul = [&](const RegisterKey& which, std::string_view reason) {
            RegisterAct act;
            act.words = records::in_clear(std::string(reason));
            act.what = registers::Annul{};
            return publishing.act_on_line(clerk, which, std::move(act));
        };
        CHECK(code(annul(key, "")) == "register.annul.reason");
        CHECK(is_annulled(annul(key, "录错了").value()));
        CHECK(code(annul(key, "录错了")) == "register.annul.twice");
        CHECK(code(annul({town, "x"}, "录错了")) == "register.not-found");
        CHECK(code(entered(0)) == "register.amount");
        it.ledger.look([&](const journal::View& view) {
            CHECK(it.registers.of_year(view, town, 2025).size() == 1);
            const auto gone = it.registers.find(view, key).value();
            CHECK(is_annulled(gone));
            CHECK(gone.acts().back().on == day("2025-03-05"));
            CHECK(view.open(town, gone.acts().back().words.seal) == "录错了");
        });
    });
}
