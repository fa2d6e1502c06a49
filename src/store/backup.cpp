#include "store/backup.h"

#include <fcntl.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/regular_file.h"
#include "files/json_text.h"
#include "store/backup_state.h"
#include "store/durable_file.h"
#include "store/installation.h"
#include "store/sqlite/sqlite_copy.h"

namespace gongkai::store::backup {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t told_each = 64;

// Whose backup the folder is; empty where it says nothing.
std::string installation_of(const fs::path& target) {
    const auto bytes = read_regular_file(mark_file(target), "备份标记文件", most_of_settings);
    if (!bytes.ok()) return {};
    const auto mark = files::parse_json(bytes.value());
    if (!mark.ok() || !mark.value().is<json::Object>()) return {};
    const auto* id = mark.value().as<json::Object>().find("installation");
    return id && id->is<std::string>() ? id->as<std::string>() : std::string();
}

Status check_places(const fs::path& data, const fs::path& target) {
    if (!fs::is_regular_file(data / database_file))
        return refused("no-data", "数据文件夹 " + data.string() + " 里没有数据库 " +
                                      std::string(database_file) + "，没有可以备份的内容。");
    if (is_below(target, data) || is_below(data, target))
        return refused("inside", "备份不能放在数据文件夹里，也不能包住它：" + target.string() +
                                     "。请换到另一个文件夹，最好是另一块磁盘。");
    return Done{};
}

// 20261130T041500.123Z: names in the order of time.
std::string name_of(std::int64_t moment) {
    const std::time_t seconds = moment / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char day_and_time[sizeof "20261130T041500"];
    std::strftime(day_and_time, sizeof day_and_time, "%Y%m%dT%H%M%S", &parts);
    const std::string thousandth = std::to_string(1000 + moment % 1000);
    return std::string(day_and_time) + "." + thousandth.substr(1) + "Z";
}

// When a state of that name was made; nothing for another name.
std::optional<std::int64_t> moment_of(const std::string& name) {
    std::tm parts{};
    const char* rest = strptime(name.c_str(), "%Y%m%dT%H%M%S", &parts);
    if (!rest || *rest != '.') return {};
    int thousandths = 0;
    if (std::from_chars(rest + 1, name.c_str() + name.size(), thousandths).ec != std::errc{})
        return {};
    return std::int64_t(timegm(&parts)) * 1000 + thousandths;
}

// Makes the folder this installation's backup, or finds that it is.
Status take_target(const fs::path& target, const std::string& installation) {
    fs::create_directories(target / "states");
    fs::create_directories(contents_of(target));
    if (!fs::exists(mark_file(target))) {
        if (!states(target).empty())
            return refused("damaged", "备份文件夹 " + target.string() + " 里缺少 backup.json。");
        write_durably(mark_file(target),
                      files::json_text(json::Object{{"installation", installation}}));
        return Done{};
    }
    if (const auto other = installation_of(target); other != installation)
        return refused("other", "文件夹 " + target.string() + " 里是另一套系统的备份（" + other +
                                    "，这一套是 " + installation + "）。请换一个文件夹。");
    return Done{};
}

// The digests of what lies in a folder of contents.
std::vector<std::string> contents_in(const fs::path& folder) {
    std::vector<std::string> all;
    if (!fs::exists(folder)) return all;
    for (const auto& it : fs::recursive_directory_iterator(folder)) {
        std::string digest =
            it.path().parent_path().filename().string() + it.path().filename().string();
        if (is_digest(digest) && it.is_regular_file()) all.push_back(std::move(digest));
    }
    std::ranges::sort(all);
    return all;
}

// One backup at a time goes into a folder; whoever is killed lets go of it.
class Lock {
public:
    explicit Lock(const fs::path& target)
        : file_(target / "lock", O_RDWR | O_CREAT | O_CLOEXEC), taken_(file_.lock_at_once()) {}
    bool is_taken() const { return taken_; }

private:
    Descriptor file_;
    bool taken_;
};

// What a backup that was killed has left; its contents stay, and save copying them again.
void sweep_broken_states(const fs::path& target) {
    for (const auto& it : fs::directory_iterator(target / "states"))
        if (!fs::exists(it.path() / "state.json")) fs::remove_all(it.path());
}

// One run of the backup.
class Run {
public:
    Run(fs::path data, fs::path target, const Progress& told)
        : data_(std::move(data)), target_(std::move(target)), told_(told) {}

    Outcome state(const std::string& name) {
        outcome_.state = name;
        const fs::path folder = state_folder(target_, name);
        fs::create_directories(folder);
        State state;
        // The database first: a file is written before the row that names it.
        state.own.push_back(copy_database(folder));
        copy_own(folder, std::string(installation_file), state);
        copy_settings(folder, state);
        copy_contents(state);
        keep_what_was_lost(folder / database_file, state);
        state.logs = named_heads(folder / database_file);
        // All that was copied is on the disk before the state says that it is there.
        Descriptor(target_, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync_all();
        write_durably(folder / "state.json", text_of(state));
        sync_folder(target_ / "states");
        outcome_.files = state.contents.size();
        return std::move(outcome_);
    }

private:
    OwnFile copy_database(const fs::path& folder) {
        Unfinished copy(folder);
        copy_sqlite(data_ / database_file, copy.path(),
                    [&](std::uint64_t done, std::uint64_t all) { told_("复制数据库", done, all); });
        copy.keep_as(folder / database_file);
        outcome_.bytes += fs::file_size(folder / database_file);
        return {std::string(database_file), digest_of(folder / database_file)};
    }

    void copy_own(const fs::path& folder, const fs::path& inner, State& state) {
        if (!fs::is_regular_file(data_ / inner)) return;
        fs::create_directories((folder / inner).parent_path());
        state.own.push_back({inner.string(), copied_file(data_ / inner, folder / inner)});
    }

    // What the place has set for itself belongs to its state.
    void copy_settings(const fs::path& folder, State& state) {
        const fs::path from = data_ / settings_folder;
        if (!fs::is_directory(from)) return;
        for (const auto& it : fs::directory_iterator(from))
            copy_own(folder, fs::path(settings_folder) / it.path().filename(), state);
    }

    void copy_contents(State& state) {
        const fs::path from = data_ / contents_folder;
        const auto all = contents_in(from);
        std::uint64_t done = 0;
        for (const std::string& digest : all) {
            if (is_there(digest) || copied(content_file(from, digest), digest))
                state.contents.push_back(digest);
            else
                outcome_.damaged.push_back(digest);
            ++done;
            if (done % told_each == 0 || done == all.size()) told_("复制文件", done, all.size());
        }
    }

    // What records name has to be in their state. Where the data folder has it no more, the copy of
    // an earlier night is all there is: it stays for as long as a state names it.
    void keep_what_was_lost(const fs::path& database, State& state) {
        const std::set<std::string> here(state.contents.begin(), state.contents.end());
        for (const std::string& digest : named_files(database)) {
            if (here.contains(digest) || std::ranges::count(outcome_.damaged, digest) > 0) continue;
            outcome_.lost.push_back(digest);
            if (is_there(digest)) state.contents.push_back(digest);
        }
        std::ranges::sort(state.contents);
    }

    // A file of a whole state was forced to the disk; one that a broken try left may not have been.
    bool is_there(const std::string& digest) {
        const fs::path file = content_file(contents_of(target_), digest);
        if (!fs::is_regular_file(file)) return false;
        return earlier_.contains(digest) || digest_of(file) == digest;
    }

    bool copied(const fs::path& from, const std::string& digest) {
        const fs::path file = content_file(contents_of(target_), digest);
        fs::create_directories(file.parent_path());
        Unfinished copy(file.parent_path());
        if (copied_file(from, copy.path()) != digest) return false;
        outcome_.bytes += fs::file_size(copy.path());
        ++outcome_.copied;
        copy.keep_as(file);
        return true;
    }

    std::set<std::string> contents_of_states() const {
        std::set<std::string> all;
        for (const std::string& name : states(target_))
            if (const auto state = state_in(target_, name); state.ok())
                all.insert(state.value().contents.begin(), state.value().contents.end());
        return all;
    }

    const fs::path data_, target_;
    const Progress& told_;
    const std::set<std::string> earlier_ = contents_of_states();
    Outcome outcome_;
};

// Takes the oldest states away, and then the files that no state names any more.
std::vector<std::string> remove_older(const fs::path& target, int keep) {
    auto names = states(target);
    if (names.size() <= std::size_t(keep)) return {};
    names.resize(names.size() - std::size_t(keep));
    for (const std::string& name : names) {
        // First what makes it a state: a try that breaks off leaves none that lacks files.
        fs::remove(state_folder(target, name) / "state.json");
        fs::remove_all(state_folder(target, name));
    }
    std::set<std::string> named;
    for (const std::string& name : states(target)) {
        const auto state = state_in(target, name);
        if (!state.ok()) return names;  // what it names is not known, so nothing is taken away
        named.insert(state.value().contents.begin(), state.value().contents.end());
    }
    for (const std::string& digest : contents_in(contents_of(target)))
        if (!named.contains(digest)) fs::remove(content_file(contents_of(target), digest));
    return names;
}

}  // namespace

std::vector<std::string> states(const fs::path& target) {
    std::vector<std::string> all;
    if (!fs::is_directory(target / "states")) return all;
    for (const auto& it : fs::directory_iterator(target / "states"))
        if (fs::exists(it.path() / "state.json")) all.push_back(it.path().filename().string());
    std::ranges::sort(all);
    return all;
}

std::optional<std::int64_t> newest_at(const fs::path& target) {
    const auto all = states(target);
    return all.empty() ? std::nullopt : moment_of(all.back());
}

namespace {

Result<Outcome> backed_up(const fs::path& data, const fs::path& target, std::int64_t now, int keep,
                          const Progress& told) {
    GK_CHECK(check_places(data, target));
    GK_CHECK(take_target(target, installation_in(data / database_file)));
    const Lock lock(target);
    if (!lock.is_taken())
        return refused("busy", "另一个备份正在写入 " + target.string() + "，请等它完成。");
    sweep_broken_states(target);
    sweep_unfinished(target);
    Outcome outcome = Run(data, target, told).state(name_of(now));
    outcome.removed = remove_older(target, keep);
    return outcome;
}

}  // namespace

Result<Outcome> back_up(const fs::path& data, const fs::path& target, std::int64_t now, int keep,
                        const Progress& told) {
    return told_as_failure([&] { return backed_up(data, target, now, keep, told); });
}

}  // namespace gongkai::store::backup
