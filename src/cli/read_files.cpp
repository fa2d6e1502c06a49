#include "cli/read_files.h"

#include <stdexcept>

#include "base/text.h"
#include "desk/examine.h"
#include "files/report_json.h"

namespace gongkai::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_in_memory = 1000;

void ensure(bool done) {
    if (!done) throw std::runtime_error("不能使用系统的临时文件夹，可能是磁盘已满");
}

}  // namespace

ReadFiles::ReadFiles(const forms::Forms& forms) : forms_(forms), waiting_(std::tmpfile()) {}

void ReadFiles::read(const fs::path& file) {
    auto read = desk::read_report_file(file, forms_);
    if (!read.ok()) {
        const std::lock_guard lock(mutex_);
        files_.insert_or_assign(file, read.error());
        return;
    }
    const auto body = text::fold(desk::body_of(read.value()));
    const auto year = read.value().year;
    Kept kept = keep(std::move(read.value()));
    const std::lock_guard lock(mutex_);
    files_.insert_or_assign(file, std::move(kept));
    if (body.empty() || !year) return;
    const auto [at, first] = by_body_.try_emplace({body, *year}, file);
    if (!first && file < at->second) at->second = file;
}

Result<forms::Report> ReadFiles::report(const fs::path& file) const {
    std::unique_lock lock(mutex_);
    const auto it = files_.find(file);
    if (it == files_.end()) {
        lock.unlock();
        return desk::read_report_file(file, forms_);
    }
    const Result<Kept> found = it->second;
    lock.unlock();
    if (!found.ok()) return found.error();
    return kept(found.value());
}

std::optional<desk::YearBefore> ReadFiles::before(const forms::Report& report) const {
    const auto body = text::fold(desk::body_of(report));
    if (body.empty() || !report.year) return {};
    std::unique_lock lock(mutex_);
    const auto it = by_body_.find({body, *report.year - 1});
    if (it == by_body_.end()) return {};
    const fs::path file = it->second;
    const Kept found = files_.at(file).value();
    lock.unlock();
    return desk::YearBefore{kept(found), file.string()};
}

ReadFiles::Kept ReadFiles::keep(forms::Report report) {
    if (count_++ < most_in_memory) return std::make_shared<const forms::Report>(std::move(report));
    const std::string json = files::report_json(report);
    const std::lock_guard lock(mutex_);
    ensure(waiting_ && std::fseek(waiting_.get(), 0, SEEK_END) == 0);
    const Place place{std::ftell(waiting_.get()), json.size()};
    ensure(place.from >= 0);
    ensure(std::fwrite(json.data(), 1, json.size(), waiting_.get()) == json.size());
    return place;
}

forms::Report ReadFiles::kept(const Kept& it) const {
    if (const auto* report = std::get_if<std::shared_ptr<const forms::Report>>(&it))
        return **report;
    const auto& place = std::get<Place>(it);
    std::string json(place.size, '\0');
    {
        const std::lock_guard lock(mutex_);
        ensure(std::fseek(waiting_.get(), place.from, SEEK_SET) == 0);
        ensure(std::fread(json.data(), 1, json.size(), waiting_.get()) == json.size());
    }
    return files::parse_report(json, forms_).value();
}

}  // namespace gongkai::cli
