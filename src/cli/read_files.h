#pragma once

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/result.h"
#include "desk/year_before.h"
#include "forms/form.h"

namespace gongkai::cli {

// The reports of a batch after each file was read once, so that one can be compared with another.
// They wait as JSON in an unnamed file of the system's temporary folder, not in memory: a batch may
// be of many thousand. May be used from several threads. `forms` must outlive it.
class ReadFiles : public desk::EarlierReports {
public:
    explicit ReadFiles(const forms::Forms& forms);

    // Reads a file and keeps what came of it. Throws std::runtime_error where nothing can be kept.
    void read(const std::filesystem::path& file);
    // What came of a file; one that was not read yet is read now.
    Result<forms::Report> report(const std::filesystem::path& file) const;
    // Of several files that hold it, the first by name.
    std::optional<desk::YearBefore> before(const forms::Report& report) const override;

private:
    struct Place {
        long from = 0;
        std::size_t size = 0;
    };
    struct Closed {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    Place keep(const std::string& json);
    forms::Report kept(const Place& place) const;

    const forms::Forms& forms_;
    mutable std::mutex mutex_;
    std::unique_ptr<std::FILE, Closed> waiting_;
    std::map<std::filesystem::path, Result<Place>> files_;
    std::map<std::pair<std::string, int>, std::filesystem::path> by_body_;  // folded name, year
};

}  // namespace gongkai::cli
