#include "checked_office.h"

#include <fstream>
#include <iterator>

#include "../requests/requests_for_tests.h"
#include "requests/request.h"
#include "store/installation.h"
#include "store/ledger/projected_by.h"
#include "store/ledger/requests.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

namespace gongkai::testing {

using namespace store;
using journal::Change;
using journal::LogKey;
namespace fs = std::filesystem;

CheckedOffice::CheckedOffice(const Place& it) : place(it) { begin(); }

void CheckedOffice::begin() {
    database = place.open();
    migrate(*database);
    const auto taken = take_up(*database, {place.folder.path, key_file()});
    REQUIRE(taken.ok());
    key = taken.value();
    admission = std::make_unique<Admission>();
    ledger = std::make_unique<store::Ledger>(*database, *key, carried_rules(), admission.get());
    checkpoints = std::make_unique<Checkpoints>(*database, *key, file());
}

void CheckedOffice::end() {
    checkpoints.reset();
    ledger.reset();
    database.reset();
}

void CheckedOffice::begin_again() {
    end();
    begin();
}

Checkpoints::Finding CheckedOffice::advance() {
    auto finding = checkpoints->advance(now);
    admission->hold_up(refusal(finding));
    return finding;
}

std::string CheckedOffice::take_in(const LogKey& log) {
    const RequestRepository repository;
    std::string number;
    const auto done = ledger->change({"account/1", now}, log, [&](Change& change) -> Status {
        number = repository.next_number(change, log, 2026);
        Act begin = registration(day("2026-01-05"));
        application_in(begin).applicant.seal = change.seal("王小明");
        application_in(begin).content.seal = change.seal("村级财务收支情况");
        change.append({"request/" + number, records::entry_kind<requests::Subject>(begin),
                       records::record<requests::Subject>(begin)});
        return Done{};
    });
    return done.ok() ? number : done.error().code;
}

std::string CheckedOffice::resume(const std::string& reason) {
    const auto done = checkpoints->resume(now, reason, carried_rules());
    return done.ok() ? std::to_string(done.value()) : done.error().code;
}

std::string CheckedOffice::bytes() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

namespace {

void copy_database(const fs::path& from, const fs::path& to) {
    for (const auto* suffix : {"", "-wal", "-shm"}) {
        fs::remove(to.string() + suffix);
        if (fs::exists(from.string() + suffix))
            fs::copy_file(from.string() + suffix, to.string() + suffix);
    }
}

std::vector<std::string> tables(Connection& connection) {
    std::vector<std::string> all;
    for (const Row& row : connection.run("SELECT table_name::text FROM information_schema.tables "
                                         "WHERE table_schema = current_schema() AND table_name "
                                         "NOT LIKE 'old\\_%'",
                                         {}))
        all.push_back(text(row[0]));
    return all;
}

}  // namespace

void CheckedOffice::keep_copy() {
    end();
    if (place.engine == Database::Engine::Sqlite)
        copy_database(place.folder.path / "test.sqlite", outside.path / "old");
    else
        place.open()->transaction([](Connection& connection) {
            for (const auto& table : tables(connection))
                connection.run_script("CREATE TABLE old_" + table + " AS TABLE " + table);
        });
    begin();
}

void CheckedOffice::set_back() {
    end();
    if (place.engine == Database::Engine::Sqlite)
        copy_database(outside.path / "old", place.folder.path / "test.sqlite");
    else
        place.open()->transaction([](Connection& connection) {
            for (const auto& table : tables(connection)) {
                connection.run_script("DELETE FROM " + table);
                connection.run_script("INSERT INTO " + table + " SELECT * FROM old_" + table);
            }
        });
    begin();
}

std::size_t CheckedOffice::faults() {
    std::size_t count = 0;
    database->read([&](Connection& connection) {
        for (const LogKey& log : logs(connection))
            count += verify_log(connection, log).faults.size() +
                     verify_projections(connection, log).size() +
                     verify_sealed(connection, *key, log).size();
    });
    return count;
}

std::string CheckedOffice::installation() {
    return text(database->run("SELECT id FROM installation WHERE region = 0", {}).at(0)[0]);
}

void on_each_checked_office(const std::function<void(CheckedOffice&)>& body) {
    on_each_engine([&](const Place& place) {
        CheckedOffice it(place);
        body(it);
    });
}

}  // namespace gongkai::testing
