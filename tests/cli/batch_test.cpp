#include "cli/batch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>
#include <stdexcept>

#include "cli/exit_status.h"

namespace gongkai::cli {
namespace {

namespace fs = std::filesystem;

// A folder of the test's own that is gone at its end.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / "batch-test") {
        fs::remove_all(path_);
        fs::create_directories(path_ / "b" / "deep");
    }
    ~Folder() { fs::remove_all(path_); }
    std::string write(const std::string& name) const {
        std::ofstream(path_ / name) << "x";
        return (path_ / name).string();
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string names(const std::vector<fs::path>& files) {
    std::string all;
    for (const fs::path& file : files)
        all += (all.empty() ? "" : " ") + file.filename().string();
    return all;
}

TEST_CASE("a folder stands for the files in it that may be reports, by name") {
    const Folder folder;
    for (const char* name : {"2.html", "1.docx", "b/3.PDF", "b/deep/4.txt", "notes.json", "5.png",
                             "6", "b/expected.json", "7.wps"})
        folder.write(name);
    CHECK(names(expand({folder.path().string()})) == "1.docx 2.html 7.wps 3.PDF 4.txt");
    CHECK(expand({(folder.path() / "b" / "deep").string()}).size() == 1);
}

TEST_CASE("a file is taken as it is named, also one that is not there") {
    const Folder folder;
    const auto png = folder.write("5.png");
    const auto gone = (folder.path() / "gone.docx").string();
    CHECK(names(expand({gone, png, gone})) == "gone.docx 5.png gone.docx");
    CHECK(expand({}).empty());
}

std::vector<fs::path> numbered(int count) {
    std::vector<fs::path> files;
    for (int i = 0; i < count; ++i)
        files.emplace_back(std::to_string(i));
    return files;
}

TEST_CASE("every file is worked on once, and the worst status wins") {
    std::atomic<int> calls = 0;
    const Totals totals = run_batch(numbered(1000), [&](const fs::path& file) {
        ++calls;
        const int number = std::stoi(file.string());
        Outcome outcome;
        outcome.status = number == 500 ? unreadable : number % 10 == 0 ? findings_of_error : clean;
        // One error is enough for a file to have errors.
        outcome.errors = outcome.status != findings_of_error ? 0 : number % 20 == 0 ? 1 : 2;
        outcome.warnings = 1;
        return outcome;
    });
    CHECK(calls == 1000);
    CHECK(totals.files == 1000);
    CHECK(totals.status == unreadable);
    CHECK(totals.unreadable == 1);
    CHECK(totals.with_errors == 99);
    CHECK(totals.errors == 149);
    CHECK(totals.warnings == 1000);
    CHECK(totals.hints == 0);
}

TEST_CASE("a breakdown at one file stops no other") {
    const Totals totals = run_batch(numbered(20), [](const fs::path& file) -> Outcome {
        if (file == "7") throw std::runtime_error("broken on purpose");
        return {};
    });
    CHECK(totals.files == 20);
    CHECK(totals.unreadable == 1);
    CHECK(totals.status == unreadable);
}

TEST_CASE("files that are worked on together are neighbours, each once, in their order") {
    const auto files = numbered(1000);
    std::mutex mutex;
    std::vector<int> times(1000);
    std::size_t most = 0;
    const Totals totals = run_batch_together(files, 32, [&](std::span<const fs::path> some) {
        const std::lock_guard lock(mutex);
        most = std::max(most, some.size());
        const int first = std::stoi(some.front().string());
        for (std::size_t i = 0; i < some.size(); ++i) {
            CHECK(some[i] == std::to_string(first + int(i)));
            ++times[std::size_t(first) + i];
        }
        return std::vector<Outcome>(some.size(), Outcome{0, {}, {}, 1, 0, 0});
    });
    CHECK(totals.with_errors == 1000);
    CHECK(most == 32);
    CHECK(std::ranges::count(times, 1) == 1000);
    // Of few files every worker has some.
    most = 0;
    run_batch_together(numbered(4), 32, [&](std::span<const fs::path> some) {
        const std::lock_guard lock(mutex);
        most = std::max(most, some.size());
        return std::vector<Outcome>(some.size());
    });
    CHECK(most == 1);
}

TEST_CASE("where work on several files breaks down, each is worked on by itself") {
    std::mutex mutex;
    std::vector<std::string> done;
    const Totals totals =
        run_batch_together(numbered(400), 32, [&](std::span<const fs::path> some) {
            for (const fs::path& file : some)
                if (file == "77") throw std::runtime_error("broken on purpose");
            const std::lock_guard lock(mutex);
            for (const fs::path& file : some)
                done.push_back(file.string());
            return std::vector<Outcome>(some.size());
        });
    CHECK(totals.unreadable == 1);
    CHECK(done.size() == 399);
}

TEST_CASE("no files give a clean run of nothing") {
    const Totals totals = run_batch({}, [](const fs::path&) { return Outcome{}; });
    CHECK(totals.status == clean);
    CHECK(totals.files == 0);
}

}  // namespace
}  // namespace gongkai::cli
