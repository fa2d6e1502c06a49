// How much reading costs beside what no reader can avoid, in one run:
//
//     bench_readers FILE|DIR...
//
// .docx beside inflating and parsing the same parts with the same libraries, .html beside gumbo's
// parse of the same bytes, .pdf beside `pdftotext -bbox-layout`; .txt alone.
#include <gumbo.h>
#include <zip.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "reader/reader.h"
#include "reader/text/charset.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 7;

struct Sample {
    fs::path path;
    std::string bytes;
};

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The best of several rounds, in milliseconds.
double best(const std::function<void()>& work, int times) {
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        for (int time = 0; time < times; ++time) {
            work();
        }
        const std::chrono::duration<double, std::milli> spent = Clock::now() - start;
        least = std::min(least, spent.count() / times);
    }
    return least;
}

// Inflates and parses what a reader of text has to look at, and does nothing with it.
void inflate_and_parse(const std::string& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    for (const char* part : {"word/document.xml", "word/styles.xml", "word/numbering.xml"}) {
        zip_stat_t stat;
        if (zip_stat(archive, part, 0, &stat) != 0) continue;
        std::string xml(stat.size, '\0');
        zip_file_t* file = zip_fopen(archive, part, 0);
        zip_fread(file, xml.data(), xml.size());
        zip_fclose(file);
        pugi::xml_document document;
        document.load_buffer_inplace(xml.data(), xml.size());
    }
    zip_discard(archive);
}

void parse_with_gumbo(const std::string& utf8) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, utf8.data(), utf8.size());
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

std::optional<std::function<void()>> yardstick(const std::string& format, const Sample& sample) {
    if (format == "docx") return [&sample] { inflate_and_parse(sample.bytes); };
    if (format == "html") {
        auto decoded =
            gongkai::reader::decode(sample.bytes, gongkai::reader::declared_encoding(sample.bytes));
        if (!decoded.ok()) return std::nullopt;
        return [utf8 = std::move(decoded.value().text)] { parse_with_gumbo(utf8); };
    }
    if (format == "pdf") {
        return [command = "exec pdftotext -bbox-layout '" + sample.path.string() +
                          "' - >/dev/null 2>&1"] { (void)!std::system(command.c_str()); };
    }
    return std::nullopt;
}

std::vector<Sample> collect(int count, char** names) {
    std::vector<Sample> samples;
    for (int at = 1; at < count; ++at) {
        if (!fs::is_directory(names[at])) {
            samples.push_back({names[at], bytes_of(names[at])});
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(names[at])) {
            const auto suffix = entry.path().extension();
            if (!entry.is_regular_file() || suffix == ".json" || suffix == ".doc") continue;
            samples.push_back({entry.path(), bytes_of(entry.path())});
        }
    }
    return samples;
}

struct Sums {
    int files = 0;
    std::size_t bytes = 0;
    double read = 0;
    double yardstick = 0;
};

}  // namespace

int main(int count, char** names) {
    std::map<std::string, Sums> table;
    const auto samples = collect(count, names);
    for (const auto& sample : samples) {
        const auto document = gongkai::reader::read(sample.bytes);
        if (!document.ok()) continue;
        const auto format = document.value().format;
        const int times = format == "pdf" ? 1 : 20;
        auto& sums = table[format];
        ++sums.files;
        sums.bytes += sample.bytes.size();
        sums.read += best([&] { (void)gongkai::reader::read(sample.bytes); }, times);
        if (const auto other = yardstick(format, sample)) sums.yardstick += best(*other, times);
    }
    std::printf("%-10s %6s %9s %11s %11s %7s %9s\n", "format", "files", "KB", "ms a file",
                "yardstick", "ratio", "files/s");
    for (const auto& [format, sums] : table) {
        std::printf("%-10s %6d %9.0f %11.3f %11.3f %7.2f %9.0f\n", format.c_str(), sums.files,
                    static_cast<double>(sums.bytes) / 1024 / sums.files, sums.read / sums.files,
                    sums.yardstick / sums.files,
                    sums.yardstick > 0 ? sums.read / sums.yardstick : 0.0,
                    1000 * sums.files / sums.read);
    }
}
