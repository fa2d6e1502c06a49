// Handles requests of three bodies from sixteen threads in the folder that is its argument, or in
// the PostgreSQL that GONGKAI_KILL_DATABASE names with the key of the folder, and prints body,
// number and acts of a request each time one more act is acknowledged, until killed.
#include <unistd.h>

#include <cstdlib>
#include <thread>
#include <vector>

#define DOCTEST_CONFIG_IMPLEMENT
#include "../office_for_tests.h"
#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

void tell(const requests::Request& it) {
    const std::string line = std::to_string(it.key().log.organ) + " " + it.key().number + " " +
                             std::to_string(it.acts().size()) + "\n";
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(1);
}

void handle_one(TestOffice& it, const journal::LogKey& town) {
    auto request =
        it.desks.requests.take_in(TestOffice::at("2025-03-03"), town, any_question("2025-03-03"))
            .value()
            .request;
    tell(request);
    for (const Act& each : {decide(day("2025-03-05")), act(Deliver{}, "2025-03-06")}) {
        request = it.desks.requests
                      .act_on(TestOffice::at("2025-03-06"), request.key(), said(each, "答复"),
                              request.acts().size())
                      .value();
        tell(request);
    }
}

std::vector<journal::LogKey> towns(TestOffice& it) {
    std::vector<journal::LogKey> all;
    it.ledger.look([&](const journal::View& view) {
        for (const auto& organ : it.organs.all(view, region))
            all.push_back(organ.key);
    });
    while (all.size() < 3)
        all.push_back(it.town());
    return all;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const std::filesystem::path folder = arguments[1];
    const char* server = std::getenv("GONGKAI_KILL_DATABASE");
    const auto database =
        server ? store::open_postgres(server, 16) : store::open_sqlite(folder / "office.sqlite");
    if (!std::filesystem::exists(folder / "office.key") &&
        !store::VaultKey::make(folder / "office.key", folder / "data").ok())
        return 2;
    TestOffice it(*database, store::VaultKey::load(folder / "office.key", folder / "data").value());
    const auto all = towns(it);
    std::vector<std::jthread> writers;
    for (std::size_t i = 0; i < 16; ++i)
        writers.emplace_back([&, i] {
            for (;;)
                try {
                    handle_one(it, all[i % all.size()]);
                } catch (const store::StoreError&) {
                    // The server is away: another request when it is back.
                    std::this_thread::sleep_for(std::chrono::milliseconds{20});
                }
        });
}
