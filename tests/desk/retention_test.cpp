#include <fstream>

#include "../store/stored_bytes_for_tests.h"
#include "desk/retention_desk.h"
#include "files/report_json.h"
#include "mailbox_for_tests.h"
#include "store/ledger/entries.h"

// What is sealed of closed cases goes by rule; figures, days and decisions stay.
using namespace gongkai;
using namespace gongkai::testing;

namespace {

// Registered on 2025-01-15, decided on 2025-02-17, delivered the day after.
struct Town {
    TestOffice& it;
    const Place& place;
    journal::LogKey key = it.town();

    requests::Request taken_in() {
        return it.desks.requests
            .take_in(TestOffice::at("2025-01-15"), key, any_question("2025-01-15"))
            .value()
            .request;
    }
    requests::Request done(const requests::Request& before, Act act, std::string_view recorded) {
        return it.desks.requests
            .act_on(TestOffice::at(recorded), before.key(), said(std::move(act), "金丝雀的话"),
                    before.acts().size())
            .value();
    }
    requests::Request done(const requests::Request& before, const Act& act) {
        return done(before, act, iso(act.on));
    }
    requests::Request answered() {
        return done(done(taken_in(), decided("2025-02-17")), delivered("2025-02-18"));
    }
    // "announced deleted data"
    std::string run(std::string_view on) {
        const auto ran = it.desks.retention.run(key, TestOffice::at(on).at).value();
        return std::to_string(ran.announced) + " " + std::to_string(ran.deleted) + " " +
               std::to_string(ran.data);
    }
    // "request/2025-0001 from 2028-02-18, announced", a line each.
    std::string expiring(std::string_view on) {
        std::string all;
        for (const auto& each : it.desks.retention.expiring(key, day(on)))
            all += each.subject + "/" + each.number + " from " + iso(each.from) +
                   (each.announced ? ", announced\n" : "\n");
        return all;
    }
    std::string applicants() {
        std::string all;
        const auto page = it.desks.request_list.page(key, day("2028-03-01"), {});
        for (const auto& row : page.value().rows)
            all += row.applicant + ";";
        return all;
    }
};

void on_each_town(const std::function<void(Town&)>& body) {
    on_each_engine([&](const Place& place) {
        const auto database = place.open();
        TestOffice office(*database);
        office.retention.years = {{"request", 3}};
        Town town{office, place};
        body(town);
        CHECK(office.faults() == "");
    });
}

std::string figures(TestOffice& it, const journal::LogKey& town) {
    return files::report_json(it.desks.books.compile({town, 2025}).value().report);
}

// The bytes of a box as they lie in the store.
std::string box_of(TestOffice& it, const journal::Sealed& datum) {
    const auto rows = it.database.run("SELECT box FROM sealed_datum WHERE id = $1", {datum.id});
    return rows.empty() ? std::string() : store::bytes_of(store::blob(rows[0][0]));
}

}  // namespace

TEST_CASE("a closed request is announced in time, and then what is sealed of it is deleted") {
    on_each_town([](Town& town) {
        const auto request = town.answered();
        CHECK(town.run("2028-01-18") == "0 0 0");
        CHECK(town.expiring("2028-01-18") == "");
        CHECK(town.expiring("2028-01-19") == "request/2025-0001 from 2028-02-18\n");
        CHECK(town.run("2028-01-19") == "1 0 0");
        CHECK(town.run("2028-01-19") == "0 0 0");
        CHECK(town.expiring("2028-02-01") == "request/2025-0001 from 2028-02-18, announced\n");
        CHECK(town.run("2028-02-17") == "0 0 0");
        CHECK(town.applicants() == "王**;");
        // Applicant, content and query code; what was said twice, and the search.
        CHECK(town.run("2028-02-18") == "0 1 6");
        CHECK(town.run("2028-02-19") == "0 0 0");
        CHECK(town.expiring("2028-02-19") == "");
    });
}

TEST_CASE("what was deleted is told as deleted by rule, with its day") {
    on_each_town([](Town& town) {
        const auto request = town.answered();
        REQUIRE(town.run("2028-01-19") == "1 0 0");
        CHECK_FALSE(town.it.desks.requests.open(request.key()).value().data.deletion());
        REQUIRE(town.run("2028-02-20") == "0 1 6");
        const auto opened = town.it.desks.requests.open(request.key()).value();
        CHECK_FALSE(opened.applicant());
        CHECK_FALSE(opened.content());
        CHECK_FALSE(opened.words(1));
        REQUIRE(opened.data.deletion());
        CHECK(opened.data.deletion()->deleted_on == day("2028-02-20"));
        CHECK(opened.data.deletion()->years == 3);
        CHECK(opened.data.deletion()->data == 6);
        CHECK(town.applicants() == "（已按规定删除）;");
        CHECK(town.it.desks.request_list.page(town.key, day("2028-03-01"), {.search = "王小明"})
                  .value()
                  .rows.empty());
        CHECK(town.it.desks.person_openings.open(TestOffice::at("2028-03-01"), request.key())
                  .error()
                  .code == "request.erased");
        CHECK(opened.request.acts() == request.acts());  // days, kinds and seals
    });
}

TEST_CASE("nothing of it is left in the store, and every figure is what it was") {
    on_each_town([](Town& town) {
        const auto request = town.answered();
        const std::string before = figures(town.it, town.key);
        const auto data = records::sealed_of(request);
        REQUIRE(data.size() == 6);
        std::vector<std::string> boxes;
        for (const auto& datum : data)
            boxes.push_back(box_of(town.it, datum));
        const auto stored = [&](const std::string& box) {
            return holds_bytes(town.place, town.it.database, box);
        };
        for (const auto& box : boxes)
            REQUIRE(stored(box));
        REQUIRE(town.run("2028-01-19") == "1 0 0");
        REQUIRE(town.run("2028-02-18") == "0 1 6");
        town.it.database.wipe_deleted();
        for (const auto& box : boxes)
            CHECK_FALSE(stored(box));
        CHECK(town.it.database.run("SELECT datum FROM sealed_name", {}).empty());
        CHECK(figures(town.it, town.key) == before);
    });
}

TEST_CASE("what is open, under review or open again is never deleted") {
    on_each_town([](Town& town) {
        (void)town.taken_in();
        const auto sued =
            town.done(town.answered(), remedy_filed("2025-03-03", Remedy::SuitDirect));
        const auto reopened = town.answered();
        (void)town.done(reopened, annul(day("2025-02-20"), 2));
        CHECK(town.expiring("2040-01-01") == "");
        CHECK(town.run("2040-01-01") == "0 0 0");
        // Once the lawsuit is over the years are counted from its end.
        (void)town.done(sued, remedy_ended("2025-09-01", 3, RemedyOutcome::Upheld));
        CHECK(town.expiring("2028-08-01") == "");
        CHECK(town.expiring("2028-08-02") == "request/2025-0002 from 2028-09-01\n");
    });
}

TEST_CASE("what was overdue when the rule came is announced first") {
    on_each_town([](Town& town) {
        (void)town.answered();
        CHECK(town.run("2031-05-01") == "1 0 0");
        CHECK(town.expiring("2031-05-02") == "request/2025-0001 from 2031-05-31, announced\n");
        CHECK(town.run("2031-05-30") == "0 0 0");
        CHECK(town.run("2031-05-31") == "0 1 6");
    });
}

TEST_CASE("an act after the announcement takes it back: the years begin anew") {
    on_each_town([](Town& town) {
        const auto request = town.answered();
        REQUIRE(town.run("2028-01-19") == "1 0 0");
        const auto filed =
            town.done(request, remedy_filed("2025-03-03", Remedy::Review), "2028-02-01");
        CHECK(town.run("2028-02-18") == "0 0 0");
        (void)town.done(filed, remedy_ended("2025-04-03", 3, RemedyOutcome::Upheld), "2028-02-02");
        CHECK(town.run("2028-02-18") == "0 0 0");
        CHECK(town.run("2031-01-02") == "0 0 0");
        CHECK(town.run("2031-01-03") == "1 0 0");
        CHECK(town.run("2031-02-02") == "0 1 8");
    });
}

TEST_CASE("what was said on a case after its deletion goes by the same rule") {
    on_each_town([](Town& town) {
        const auto request = town.answered();
        REQUIRE(town.run("2028-01-19") == "1 0 0");
        REQUIRE(town.run("2028-02-18") == "0 1 6");
        (void)town.done(request, annul(day("2028-03-01"), 0));
        CHECK(town.run("2028-03-02") == "0 0 0");
        CHECK(town.run("2031-01-30") == "1 0 0");
        CHECK(town.run("2031-03-01") == "0 1 1");
        CHECK(town.run("2040-01-01") == "0 0 0");
    });
}

TEST_CASE("without a rule nothing goes, and a rule is for its own kind of case") {
    on_each_town([](Town& town) {
        (void)town.answered();
        town.it.retention.years = {{"message", 1}};
        CHECK(town.expiring("2040-01-01") == "");
        CHECK(town.run("2040-01-01") == "0 0 0");
        town.it.retention.years.clear();
        CHECK(town.run("2040-01-01") == "0 0 0");
    });
}

TEST_CASE("a letter goes by its own years; what the public reads of it stays") {
    on_each_office([](TestOffice& it) {
        it.retention.years = {{"message", 2}};
        Mailbox box(it);
        const auto number = box.answered();
        (void)box.act_on(number, act(proposal(), "2025-03-04"), 3).value();
        const messages::Review review{{3}, {true, true, true, true}};
        (void)box.act_on(number, act(review, "2025-03-05"), 4, "2025-03-05", "account/2").value();
        (void)box.act_on(number, act(messages::Close{}, "2025-03-05"), 5, "2025-03-05").value();
        const auto run = [&](std::string_view on) {
            return it.desks.retention.run(box.town, TestOffice::at(on).at).value();
        };
        // A text on its way to the public is still held against who wrote.
        CHECK(run("2030-01-01").announced == 0);
        (void)box.act_on(number, act(messages::Publish{}, "2025-03-06"), 6, "2025-03-06").value();
        CHECK(run("2027-02-03").announced == 0);
        CHECK(run("2027-02-04").announced == 1);
        CHECK(run("2027-03-06").deleted == 1);
        const auto opened = it.desks.messages.open({box.town, number}).value();
        CHECK_FALSE(opened.writer());
        REQUIRE(opened.data.deletion());
        CHECK(opened.data.deletion()->deleted_on == day("2027-03-06"));
        CHECK(box.list({}, "2027-03-07").rows.at(0).masked_name == "（已按规定删除）");
        const auto shown = interaction::PublicLetter::of(opened.message, day("2027-03-07"));
        REQUIRE(shown);
        CHECK(shown->text().question == "问：人民路路灯不亮。");
    });
}
