#include "cli/import.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <stdexcept>

#include "../site/library_in_memory.h"
#include "checks/version.h"
#include "cli/exit_status.h"
#include "desk/verdicts.h"

namespace gongkai::cli {
namespace {

namespace fs = std::filesystem;

// Copies of a demo report with other bodies' names, gone at the end of the test.
class Files {
public:
    Files() {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        std::ifstream file(fs::path(GONGKAI_SOURCE_DIR) / "data/demo/luyin-town-2023.txt",
                           std::ios::binary);
        report_ = {std::istreambuf_iterator<char>(file), {}};
    }
    ~Files() { fs::remove_all(folder_); }
    void add(int number) const {
        write(number, report_ + "\n第" + std::to_string(number) + "份\n");
    }
    void write(int number, const std::string& bytes) const {
        std::ofstream(folder_ / (std::to_string(1000 + number) + ".txt"), std::ios::binary)
            << bytes;
    }
    int import(reports::Library& library) const {
        return import_reports(library, test_forms(), {folder_.string()});
    }

private:
    fs::path folder_ = fs::temp_directory_path() / "import-test";
    std::string report_;
};

// A store that notes how many came together, and breaks down over one file.
class Store : public LibraryInMemory {
public:
    std::vector<reports::ReportId> add(std::span<const reports::NewReport> reports) override {
        const std::lock_guard lock(mutex_);
        together.push_back(reports.size());
        for (const auto& each : reports)
            if (each.kept.source == breaks_over) throw std::runtime_error("broken on purpose");
        return LibraryInMemory::add(reports);
    }
    std::vector<reports::Listed> of_body(const reports::BodyPlace& body,
                                         std::string_view rules) const override {
        const std::lock_guard lock(mutex_);
        return LibraryInMemory::of_body(body, rules);
    }
    // Nothing need be read back of what was just imported.
    Result<reports::KeptReport> find_in(std::int32_t region, reports::ReportId id) const override {
        ++read_back;
        return LibraryInMemory::find_in(region, id);
    }
    std::vector<std::size_t> together;
    mutable std::atomic<int> read_back = 0;
    std::string breaks_over;

private:
    mutable std::mutex mutex_;
};

TEST_CASE("reports are kept several at a time, each file once") {
    const Files files;
    for (int i = 0; i < 300; ++i)
        files.add(i);
    Store store;
    CHECK(files.import(store) == clean);
    CHECK(store.size() == 300);
    CHECK(store.together.size() < 30);
    std::size_t all = 0;
    for (const std::size_t each : store.together)
        all += each;
    CHECK(all == 300);
    // The rules have been asked of each, beside the year before where there is one.
    const auto lines =
        store.of_body({store.page({}, {}, 1, {})[0].kept.organ, 0}, checks::rules_version());
    CHECK(lines.size() == 300);
    for (const auto& line : lines)
        CHECK(line.verdict);
}

TEST_CASE("a report is judged beside that of the year before as it comes") {
    const Files files;
    const auto demo = [&](int number, const char* name) {
        std::ifstream file(fs::path(GONGKAI_SOURCE_DIR) / "data/demo" / name, std::ios::binary);
        files.write(number, {std::istreambuf_iterator<char>(file), {}});
    };
    demo(1, "luyin-town-2024.txt");
    demo(2, "luyin-town-2023.txt");
    // Many files are taken several together, so that these two are.
    for (int i = 3; i < 500; ++i)
        files.write(i, "这不是年度报告");
    Store store;
    files.import(store);
    const int first_reads = store.read_back;
    const auto lines = store.page({}, {}, 10, checks::rules_version());
    REQUIRE(lines.size() == 2);
    REQUIRE(lines[0].kept.year == 2024);
    REQUIRE(lines[0].verdict);
    const auto again = desk::judge(store, lines[0].kept);
    REQUIRE(again);
    CHECK(again->beside == reports::edition(lines[1].kept));
    CHECK(again->counts.errors == lines[0].verdict->errors);
    CHECK(again->counts.warnings == lines[0].verdict->warnings);
    CHECK(again->counts.hints == lines[0].verdict->hints);
    CHECK(first_reads == 0);
}

TEST_CASE("a file that breaks down or cannot be read takes no other with it") {
    const Files files;
    for (int i = 0; i < 100; ++i)
        files.add(i);
    files.write(50, "这不是年度报告");
    Store store;
    store.breaks_over = "1033.txt";
    CHECK(files.import(store) == unreadable);
    CHECK(store.size() == 98);
    for (const auto& line : store.page({}, {}, 1000, {})) {
        CHECK(line.kept.source != "1033.txt");
        CHECK(line.kept.source != "1050.txt");
    }
}

}  // namespace
}  // namespace gongkai::cli
