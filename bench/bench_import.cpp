// What an import costs, and where: files a second through `gongkai import`, and the parts of it by
// themselves, on one core each:
//
//     bench_import FOLDER-OF-REPORTS [POSTGRESQL-ADDRESS]
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/digest.h"
#include "cli/batch.h"
#include "cli/import.h"
#include "desk/examine.h"
#include "desk/verdicts.h"
#include "files/form_files.h"
#include "files/report_json.h"
#include "measure.h"
#include "store/migrations.h"
#include "store/postgres/postgres_database.h"
#include "store/report_library.h"
#include "store/sqlite/sqlite_database.h"

namespace {

namespace fs = std::filesystem;
using namespace gongkai;
using namespace gongkai::bench;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The parts of the work over the same files, in microseconds a file.
void measure_parts(const std::vector<fs::path>& files, const forms::Forms& forms,
                   reports::Library& library) {
    std::vector<std::string> bytes;
    std::vector<reports::NewReport> fresh;
    const auto part = [&](const char* name, const std::function<void()>& work) {
        const auto start = Clock::now();
        work();
        std::printf("%-28s %8.0f\n", name, seconds_since(start) * 1e6 / double(files.size()));
    };
    part("bytes of the file", [&] {
        for (const auto& file : files)
            bytes.push_back(bytes_of(file));
    });
    part("digest", [&] {
        for (const auto& each : bytes)
            (void)sha256(each);
    });
    part("read and recognize", [&] {
        for (const auto& each : bytes) {
            auto report = desk::read_report(each, forms);
            if (!report.ok()) continue;
            fresh.emplace_back();
            fresh.back().kept.organ = report.value().organ;
            fresh.back().kept.year = report.value().year.value_or(0);
            fresh.back().kept.digest = sha256(each);
            fresh.back().report = std::move(report.value());
        }
    });
    part("rules", [&] {
        for (auto& each : fresh)
            each.verdict = desk::verdict_of(each.report, {});
    });
    part("JSON", [&] {
        for (const auto& each : fresh)
            (void)files::report_json(each.report);
    });
    part("store, 32 a transaction", [&] {
        const std::span all(fresh);
        for (std::size_t at = 0; at < all.size(); at += 32)
            library.add(all.subspan(at, std::min<std::size_t>(32, all.size() - at)));
    });
    for (auto& each : fresh)
        each.kept.digest += "again";
    part("store, one a transaction", [&] {
        for (const auto& each : fresh)
            library.add(std::span(&each, 1));
    });
}

void measure(const char* name, const std::function<std::unique_ptr<store::Database>()>& open,
             const std::string& folder, const forms::Forms& forms) {
    const auto files = cli::expand({folder});
    std::printf("%s, %zu files\n", name, files.size());
    {
        const auto database = open();
        store::ReportLibrary library(*database, forms);
        const auto start = Clock::now();
        cli::import_reports(library, forms, {folder});
        const double seconds = seconds_since(start);
        std::printf("import %.2f s, %.0f a second\n", seconds, double(files.size()) / seconds);
    }
    const auto database = open();
    store::ReportLibrary library(*database, forms);
    std::printf("microseconds a file, one after the other:\n");
    measure_parts(files, forms, library);
}

}  // namespace

int main(int count, char** arguments) {
    const auto forms = files::load_forms();
    if (!forms.ok() || count < 2) return 3;
    const auto folder = fs::temp_directory_path() / ("bench-import-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    int number = 0;
    measure(
        "SQLite",
        [&] {
            auto database = store::open_sqlite(folder / (std::to_string(++number) + ".sqlite"));
            store::migrate(*database);
            return database;
        },
        arguments[1], forms.value());
    fs::remove_all(folder);
    if (count > 2)
        measure(
            "PostgreSQL",
            [&] {
                auto database = store::open_postgres(arguments[2], 4);
                store::migrate(*database);
                database->transaction([](store::Connection& connection) {
                    connection.run_script("DELETE FROM report");
                });
                return database;
            },
            arguments[1], forms.value());
}
