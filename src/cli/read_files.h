#pragma once

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <variant>

#include "base/result.h"
#include "desk/year_before.h"
#include "forms/form.h"

namespace gongkai::cli {

// The reports of a batch after each file was read once, so that one can be compared with another.
// The first thousand wait in memory. A batch may be of many thousand: the others wait as JSON in an
// unnamed file of the system's temporary folder. May be used from several threads. `forms` must
// outlive it.
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

    using Kept = std::variant<std::shared_ptr<const forms::Report>, Place>;

    Kept keep(forms::Report report);
    forms::Report kept(const Kept& it) const;

    const forms::Forms& forms_;
    mutable std::mutex mutex_;
    std::unique_ptr<std::FILE, Closed> waiting_;
    std::atomic<std::size_t> count_ = 0;
    std::map<std::filesystem::path, Result<Kept>> files_;
    std::map<std::pair<std::string, int>, std::filesystem::path> by_body_;  // folded name, year
};

}  // namespace gongkai::cli
