#include "cli/read_files.h"

#include <stdexcept>

#include "base/text.h"
#include "desk/examine.h"
#include "files/report_json.h"

namespace gongkai::cli {

namespace fs = std::filesystem;

namespace {

void ensure(bool done) {
    if (!done) throw std::runtime_error("不能使用系统的临时文件夹，可能是磁盘已满");
}

}  // namespace

ReadFiles::ReadFiles(const forms::Forms& forms) : forms_(forms), waiting_(std::tmpfile()) {}

void ReadFiles::read(const fs::path& file) {
    const auto read = desk::read_report_file(file, forms_);
    const std::string json = read.ok() ? files::report_json(read.value()) : std::string();
    const std::lock_guard lock(mutex_);
    if (!read.ok()) {
        files_.insert_or_assign(file, read.error());
        return;
    }
    files_.insert_or_assign(file, keep(json));
    const auto body = text::fold(desk::body_of(read.value()));
    if (body.empty() || !read.value().year) return;
    const auto [at, first] = by_body_.try_emplace({body, *read.value().year}, file);
    if (!first && file < at->second) at->second = file;
}

Result<forms::Report> ReadFiles::report(const fs::path& file) const {
    {
        const std::lock_guard lock(mutex_);
        if (const auto it = files_.find(file); it != files_.end()) {
            if (!it->second.ok()) return it->second.error();
            return kept(it->second.value());
        }
    }
    return desk::read_report_file(file, forms_);
}

std::optional<desk::YearBefore> ReadFiles::before(const forms::Report& report) const {
    const auto body = text::fold(desk::body_of(report));
    if (body.empty() || !report.year) return {};
    const std::lock_guard lock(mutex_);
    const auto it = by_body_.find({body, *report.year - 1});
    if (it == by_body_.end()) return {};
    return desk::YearBefore{kept(files_.at(it->second).value()), it->second.string()};
}

ReadFiles::Place ReadFiles::keep(const std::string& json) {
    ensure(waiting_ && std::fseek(waiting_.get(), 0, SEEK_END) == 0);
    const Place place{std::ftell(waiting_.get()), json.size()};
    ensure(place.from >= 0);
    ensure(std::fwrite(json.data(), 1, json.size(), waiting_.get()) == json.size());
    return place;
}

forms::Report ReadFiles::kept(const Place& place) const {
    std::string json(place.size, '\0');
    ensure(std::fseek(waiting_.get(), place.from, SEEK_SET) == 0);
    ensure(std::fread(json.data(), 1, json.size(), waiting_.get()) == json.size());
    return files::parse_report(json, forms_).value();
}

}  // namespace gongkai::cli
