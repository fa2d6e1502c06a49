#include "desk/duty_list.h"

#include <doctest/doctest.h>

#include "../disclosure/documents_for_tests.h"
#include "desk/publishing.h"
#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
namespace papers = gongkai::testing::publication;

namespace {

const Date formed = day("2025-03-03");  // a Monday; Reg. 26: due on the 20th working day, 31 March

disclosure::DocumentKey draft(TestOffice& office, const journal::LogKey& town, Date on) {
    return office.desks.publishing
        .draft(TestOffice::at(iso(on)), town, papers::with_body(papers::content("甲", on), "正文"))
        .value()
        .key();
}

std::vector<desk::DocumentRow> document_duties(TestOffice& office, const journal::LogKey& town,
                                               Date today) {
    return office.desks.document_list
        .page(town, today, {.filters = {{"group", "duties"}}, .sort = "due"})
        .value()
        .rows;
}

}  // namespace

TEST_CASE("a draft is named from five working days before its day, and late the day after") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();
        (void)draft(office, town, formed);
        const struct {
            const char* today;
            const char* what;
            int left;
        } rows[] = {
            {"2025-03-03", "", 0},         {"2025-03-21", "", 0},
            {"2025-03-24", "due_soon", 5}, {"2025-03-28", "due_soon", 1},
            {"2025-03-31", "due_soon", 0}, {"2025-04-01", "overdue", -1},
            {"2025-04-07", "overdue", -4},  // 4 to 6 April are free
        };
        for (const auto& row : rows) {
            CAPTURE(row.today);
            const auto duties = document_duties(office, town, day(row.today));
            REQUIRE(duties.size() == (*row.what ? 1 : 0));
            if (duties.empty()) continue;
            CHECK(name(*duties[0].duty) == row.what);
            CHECK(duties[0].working_days_left == row.left);
            CHECK(iso(*duties[0].line.due) == "2025-03-31");
            CHECK_FALSE(waiting_since(duties[0].line));
        }
    });
}

TEST_CASE("a text that waits for its reviewer or its publication is named at once") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();
        const auto key = draft(office, town, formed);
        auto& publishing = office.desks.publishing;
        const auto clerk = TestOffice::at("2025-03-04");
        const auto what_waits = [&](const char* today) {
            std::string all;
            for (const auto& duty : document_duties(office, town, day(today)))
                all += std::string(name(*duty.duty)) + " " +
                       (waiting_since(duty.line) ? iso(*waiting_since(duty.line)) : "");
            return all;
        };
        const auto submission = papers::act(disclosure::Submit{}, day("2025-03-04"));
        REQUIRE(publishing.record(clerk, {key, 1}, submission).ok());
        CHECK(what_waits("2025-03-04") == "review 2025-03-04");
        CHECK(what_waits("2025-04-07") == "review 2025-03-04");  // also when it is late
        const auto head = TestOffice::at("2025-03-05", "account/2");
        REQUIRE(publishing.record(head, {key, 2}, papers::review(day("2025-03-05"), 0)).ok());
        CHECK(what_waits("2025-03-05") == "publish 2025-03-05");
        REQUIRE(publishing
                    .record(TestOffice::at("2025-03-05"), {key, 3},
                            papers::publish(day("2025-03-05")), "900121103000")
                    .ok());
        CHECK(what_waits("2025-04-07").empty());
    });
}

TEST_CASE("last year's report is due by the end of 31 January, of bodies that were there") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();  // since 15 May 2019
        // Reg. 49(1). 2026: New Year is free until the 3rd, the 4th is worked.
        const std::pair<const char*, int> rows[] = {
            {"2026-01-01", 21}, {"2026-01-30", 0}, {"2026-01-31", 0}, {"2026-02-02", -1}};
        for (const auto& [today, left] : rows) {
            CAPTURE(today);
            const auto duties = office.desks.duties.reports(town, day(today));
            REQUIRE(duties.size() == 1);
            CHECK(duties[0].key.year == 2025);
            CHECK(name(duties[0].what) == std::string_view("submit"));
            CHECK(iso(*duties[0].due) == "2026-01-31");
            CHECK(duties[0].working_days_left == left);
        }
        CHECK(office.desks.duties.reports(town, day("2025-12-31")).at(0).key.year == 2024);
        CHECK(office.desks.duties.reports(town, day("2020-01-10")).size() == 1);
        CHECK(office.desks.duties.reports(town, day("2019-06-01")).empty());
    });
}
