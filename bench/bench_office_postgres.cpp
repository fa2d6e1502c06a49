#include <fstream>

#include "bench_office.h"
#include "store/postgres/postgres_database.h"

namespace gongkai::bench {

namespace {

// The statements of one act with a sealed datum, as src/store/ledger runs them, with payloads of
// the usual sizes.
std::filesystem::path write_script(const std::filesystem::path& folder, std::int64_t region) {
    const std::string log = "region = " + std::to_string(region) + " AND organ = :organ";
    const std::string key = std::to_string(region) + ", :organ";
    const std::string payload = "decode(repeat('ab', 300), 'hex')",
                      digest = "decode(repeat('cd', 32), 'hex')";
    const auto file = folder / "act.sql";
    std::ofstream(file)
        << "\\set organ random(1, 12)\n\\set id random(1, 9000000000000000000)\nBEGIN;\n"
        << "UPDATE journal_head SET size = size WHERE " << log
        << " RETURNING size, frontier, recorded_at;\n"
        << "SELECT sequence, recorded_at, actor, subject, kind, payload, leaf FROM journal_entry "
           "WHERE "
        << log << " AND subject = 'request/2025-0001' ORDER BY sequence;\n"
        << "INSERT INTO sealed_datum (region, organ, id, box) VALUES (" << key << ", 'b' || :id, "
        << payload << ");\n"
        << "INSERT INTO journal_entry (region, organ, sequence, recorded_at, actor, subject, kind, "
           "payload, leaf) VALUES ("
        << key << ", :id, 0, 'account/1', 'request/b' || :id, 'request.deliver', " << payload
        << ", " << digest << ");\n"
        << "INSERT INTO request (region, organ, subject, number, is_open) VALUES (" << key
        << ", 'request/b' || :id, '2025-0001', 1) ON CONFLICT (region, organ, subject) DO UPDATE "
           "SET number = excluded.number, is_open = excluded.is_open;\n"
        << "UPDATE journal_head SET size = size, root = " << digest << ", recorded_at = 0 WHERE "
        << log << ";\nCOMMIT;\n";
    return file;
}

}  // namespace

void measure_postgres(const std::filesystem::path& folder, const std::string& address) {
    std::printf("acts on PostgreSQL   clerks   acts/s   pgbench/s   ratio\n");
    for (const int clerks : client_counts) {
        const auto database = store::open_postgres(address, clerks);
        database->transaction([](store::Connection& connection) {
            connection.run_script(
                "DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench; "
                "ALTER ROLE CURRENT_USER SET search_path = bench");
        });
        const auto in_schema = store::open_postgres(address, clerks);
        testing::TestOffice office(*in_schema);
        const auto bodies = found(office);
        const auto script = write_script(folder, testing::region);
        const auto rates = medians({[&] { return act_rate(office, bodies, clerks); },
                                    [&] { return pgbench(script, address, clerks); }});
        std::printf("                     %6d   %6.0f   %9.0f   %5.2f\n", clerks, rates[0],
                    rates[1], rates[0] / rates[1]);
        in_schema->transaction([](store::Connection& connection) {
            connection.run_script(
                "DROP SCHEMA bench CASCADE; ALTER ROLE CURRENT_USER RESET search_path");
        });
    }
}

}  // namespace gongkai::bench
