// What reading and checking a report costs, by stage, on one core in one run:
//
//     bench_reports FILE|DIR...
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "files/form_files.h"
#include "reader/reader.h"
#include "recognizer/recognizer.h"

namespace {

namespace fs = std::filesystem;
using namespace gongkai;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 7;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> collect(int count, char** names) {
    std::vector<fs::path> paths;
    for (int at = 1; at < count; ++at) {
        if (!fs::is_directory(names[at])) {
            paths.emplace_back(names[at]);
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(names[at]))
            if (entry.is_regular_file() && entry.path().extension() != ".json")
                paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

// The best of several rounds, in microseconds.
double best(const std::function<void()>& work, int times) {
    double least = 1e12;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        for (int time = 0; time < times; ++time)
            work();
        const std::chrono::duration<double, std::micro> spent = Clock::now() - start;
        least = std::min(least, spent.count() / times);
    }
    return least;
}

struct Costs {
    int files = 0;
    double kilobytes = 0;
    double read = 0, recognize = 0, check = 0;

    void add(const Costs& it) {
        files += it.files;
        kilobytes += it.kilobytes;
        read += it.read;
        recognize += it.recognize;
        check += it.check;
    }
};

// No files where these bytes are no report.
Costs measure(const std::string& bytes, const forms::Forms& forms, std::string& format) {
    const auto document = reader::read(bytes);
    if (!document.ok()) return {};
    const auto report = recognizer::recognize(document.value(), forms);
    if (!report.ok()) return {};
    format = document.value().format;
    // A helper program reads these: once is slow enough.
    const bool helped = format == "pdf" || format == "doc";
    return {1, double(bytes.size()) / 1024,
            best([&] { (void)reader::read(bytes); }, helped ? 1 : 20),
            best([&] { (void)recognizer::recognize(document.value(), forms); }, 20),
            best([&] { (void)checks::check({report.value()}); }, 20)};
}

void print(const std::string& name, const Costs& it) {
    const double all = it.read + it.recognize + it.check;
    std::printf("%-40s %5d %8.1f %8.1f %10.1f %8.1f %9.1f %10.0f\n", name.c_str(), it.files,
                it.kilobytes / it.files, it.read / it.files, it.recognize / it.files,
                it.check / it.files, all / it.files, 1e6 * it.files / all);
}

}  // namespace

int main(int count, char** names) {
    const auto forms = files::load_forms();
    if (!forms.ok()) return 3;
    std::printf("%-40s %5s %8s %8s %10s %8s %9s %10s\n", "microseconds a report", "files", "KB",
                "read", "recognize", "check", "all", "reports/s");
    std::map<std::string, Costs> formats;
    for (const fs::path& path : collect(count, names)) {
        std::string format;
        const Costs costs = measure(bytes_of(path), forms.value(), format);
        if (costs.files == 0) continue;
        formats[format].add(costs);
        print(path.filename().string(), costs);
    }
    for (const auto& [format, costs] : formats)
        print("all " + format, costs);
}
