#include <doctest/doctest.h>

#include "base/damaged.h"
#include "mailbox_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

// All that is sealed in the log so far opens no more.
void damage_what_is_sealed(TestOffice& it, const journal::LogKey& log) {
    it.database.transaction([&](store::Connection& connection) {
        connection.run("UPDATE sealed_datum SET box = $1 WHERE region = $2 AND organ = $3",
                       {store::Blob(64, std::byte{'x'}), log.region, log.organ});
    });
}

// No act of a subject can be read.
void damage_the_entry(TestOffice& it, const journal::LogKey& log, const std::string& subject) {
    it.database.transaction([&](store::Connection& connection) {
        connection.run(
            "UPDATE journal_entry SET payload = $1 "
            "WHERE region = $2 AND organ = $3 AND subject = $4",
            {store::Blob(8, std::byte{'{'}), log.region, log.organ, subject});
    });
}

desk::NewRequest by_web(std::string name) {
    auto asked = any_question("2025-03-03", Channel::Internet);
    asked.who.name = std::move(name);
    return asked;
}

}  // namespace

// Damage is what is tested: the books do not verify at the end.
TEST_CASE("a damaged application takes neither the list with it nor anybody else's application") {
    on_each_database([](store::Database& database) {
        TestOffice it(database);
        const auto town = it.town();
        const auto now = TestOffice::at("2025-03-03").at;
        const auto first =
            it.desks.applicants.apply(now, town, by_web("王小明")).value().request.key();
        damage_what_is_sealed(it, town);
        const auto second =
            it.desks.applicants.apply(now, town, by_web("王小红")).value().request.key();
        const auto page = it.desks.request_list.page(town, day("2025-03-04"), {.sort = "number"});
        REQUIRE(page.ok());
        REQUIRE(page.value().rows.size() == 2);
        CHECK(page.value().rows[0].applicant == "（内容已损坏）");
        CHECK(page.value().rows[0].about == "（内容已损坏）");
        CHECK(page.value().rows[1].applicant == "王**");
        CHECK_THROWS_AS((void)it.desks.requests.open(first), Damaged);
        CHECK(it.desks.requests.open(second).ok());

        damage_the_entry(it, town, "request/" + first.number);
        CHECK(it.desks.applicants.apply(now, town, by_web("王小刚")).ok());
        // What was sent twice is still told.
        const auto again = it.desks.applicants.apply(now, town, by_web("王小红"));
        REQUIRE_FALSE(again.ok());
        CHECK(again.error().code == "request.twice");
        CHECK(it.desks.request_list.page(town, day("2025-03-04"), {}).value().rows.size() == 3);
    });
}

TEST_CASE("a damaged letter takes neither the list with it nor anybody else's letter") {
    on_each_database([](store::Database& database) {
        TestOffice it(database);
        Mailbox box(it);
        const auto letter = [](std::string name) {
            auto concern =
                std::get<messages::Enter>(entry(messages::Source::HeadMailbox).what).concern;
            concern.writer.clear =
                desk::packed(messages::Writer{std::move(name), "13800000000", ""});
            return concern;
        };
        const auto now = TestOffice::at("2025-03-03").at;
        const auto send = [&](std::string name) {
            return it.desks.messages.enter_by_web(now, box.town, letter(std::move(name)));
        };
        const auto first = send("王小明").value().message.key();
        damage_what_is_sealed(it, box.town);
        REQUIRE(send("王小红").ok());
        const auto rows = box.list({.sort = "number"}, "2025-03-04").rows;
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].beginning == "（内容已损坏）");
        CHECK(rows[1].masked_name == "王**");

        damage_the_entry(it, box.town, "message/" + first.number);
        REQUIRE(send("王小刚").ok());
        CHECK(send("王小红").error().code == "message.twice");
        CHECK(box.list({}, "2025-03-04").rows.size() == 3);
    });
}

TEST_CASE("one account whose name is damaged leaves the others theirs") {
    on_each_database([](store::Database& database) {
        TestOffice it(database);
        const auto town = it.town();
        const auto account = [&](std::string login, std::string name) {
            (void)it.desks.accounts
                .create(TestOffice::at("2025-03-03", "system"), region,
                        {std::move(login),
                         "春江潮水连海平，海上明月共潮生",
                         town.organ,
                         {organs::Role::Clerk},
                         {std::move(name), ""}})
                .value();
        };
        account("first", "王小明");
        damage_what_is_sealed(it, {region, 0});
        account("second", "王小红");
        std::string names;
        for (const auto& each : it.desks.accounts.of_region(region))
            names += each.person.name + " ";
        CHECK(names == "（内容已损坏） 王小红 ");
        CHECK(it.desks.accounts.page(region, {}).value().rows.size() == 2);
    });
}
