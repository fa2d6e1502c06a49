#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "store/backup.h"
#include "store/backup_state.h"
#include "store/database.h"
#include "store/durable_file.h"

namespace gongkai::store::backup {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t told_each = 64;

Result<std::string> chosen(const fs::path& target, const std::string& state) {
    const auto all = states(target);
    if (all.empty()) return refused("none", "文件夹 " + target.string() + " 里没有备份。");
    if (state.empty()) return all.back();
    if (std::ranges::find(all, state) != all.end()) return state;
    std::string names;
    for (const std::string& name : all)
        (names += names.empty() ? "" : "、") += name;
    return refused("state", "没有备份点 " + state + "，只有：" + names + "。");
}

constexpr std::string_view in_the_making = ".restoring";

// Whether a folder is a disk of its own, which cannot be replaced by another folder.
bool is_mounted(const fs::path& folder) {
    struct stat it {
    }, around{};
    return ::stat(folder.c_str(), &it) == 0 && ::stat((folder / "..").c_str(), &around) == 0 &&
           it.st_dev != around.st_dev;
}

// Whether nothing is in it but what a restore that was killed has left.
bool is_free(const fs::path& folder) {
    if (!fs::exists(folder)) return true;
    if (!fs::is_directory(folder)) return false;
    return std::ranges::all_of(fs::directory_iterator(folder), [](const auto& it) {
        return it.path().filename() == in_the_making;
    });
}

// A folder in the making beside the one that it shall be, or in it where it is a disk of its own;
// gone again unless it was kept.
class Growing {
public:
    explicit Growing(const fs::path& target)
        : target_(plain(target)),
          path_(place_for(target_)),
          place_(made(path_), O_RDONLY | O_DIRECTORY | O_CLOEXEC) {
        if (!place_.lock_at_once()) return;
        taken_ = true;
        for (const auto& left : fs::directory_iterator(path_))
            fs::remove_all(left.path());
    }
    ~Growing() {
        std::error_code ignored;
        if (taken_) fs::remove_all(path_, ignored);
    }
    Growing(const Growing&) = delete;
    Growing& operator=(const Growing&) = delete;

    // Not where another restore is at the same place.
    bool is_taken() const { return taken_; }
    const fs::path& path() const { return path_; }
    void keep() {
        if (is_below(path_, target_)) {
            for (const auto& it : fs::directory_iterator(path_))
                fs::rename(it.path(), target_ / it.path().filename());
            sync_folder(target_);
            return;
        }
        fs::remove(target_);  // an empty folder, or nothing
        fs::rename(path_, target_);
        sync_folder(target_.parent_path());
    }

private:
    static fs::path plain(const fs::path& target) {
        const fs::path it = fs::absolute(target).lexically_normal();
        return it.has_filename() ? it : it.parent_path();
    }
    static fs::path place_for(const fs::path& target) {
        if (is_mounted(target)) return target / in_the_making;
        return target.string() + std::string(in_the_making);
    }
    static fs::path made(fs::path place) {
        fs::create_directories(place);
        fs::permissions(place, fs::perms::owner_all);
        return place;
    }

    const fs::path target_, path_;
    Descriptor place_;
    bool taken_ = false;
};

std::uint64_t copy_state(const fs::path& target, const std::string& name, const State& state,
                         const fs::path& into, const Progress& told) {
    std::uint64_t bytes = 0, done = 0;
    const auto copy = [&](const fs::path& from, const fs::path& to) {
        fs::create_directories(to.parent_path());
        copied_file(from, to);
        bytes += fs::file_size(to);
    };
    for (const OwnFile& file : state.own)
        copy(state_folder(target, name) / file.path, into / file.path);
    for (const std::string& digest : state.contents) {
        copy(content_file(contents_of(target), digest),
             content_file(into / contents_folder, digest));
        ++done;
        if (done % told_each == 0 || done == state.contents.size())
            told("恢复文件", done, state.contents.size());
    }
    Descriptor(into, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync_all();
    return bytes;
}

Error damaged(const std::string& name, const std::vector<std::string>& faults) {
    constexpr std::size_t shown = 5;
    std::string all;
    for (std::size_t i = 0; i < std::min(faults.size(), shown); ++i)
        (all += all.empty() ? "" : "；") += faults[i];
    if (faults.size() > shown) all += "；等 " + std::to_string(faults.size()) + " 处";
    return refused("damaged", "备份点 " + name + " 已经损坏，没有恢复：" + all +
                                  "。请用 --state 换一个备份点。");
}

// What the records of a state name and it does not have: the data folder had lost it already.
std::vector<std::string> unkept_in(const State& state, const fs::path& own) {
    if (!fs::is_regular_file(own / database_file)) return {};
    std::vector<std::string> unkept;
    try {
        std::ranges::set_difference(named_files(own / database_file), state.contents,
                                    std::back_inserter(unkept));
    } catch (const StoreError&) {  // a damaged database is told as such
    }
    return unkept;
}

}  // namespace

Result<std::vector<Fault>> check(const fs::path& target, const Progress& told) {
    GK_CHECK(chosen(target, {}));
    std::vector<Fault> all;
    if (!fs::exists(mark_file(target))) all.push_back({{}, "缺少 backup.json"});
    for (const std::string& name : states(target)) {
        const auto state = state_in(target, name);
        if (!state.ok()) {
            all.push_back({name, state.error().message});
            continue;
        }
        for (std::string& what :
             faults_of(state.value(), state_folder(target, name), contents_of(target), told))
            all.push_back({name, std::move(what)});
        for (const std::string& digest : unkept_in(state.value(), state_folder(target, name)))
            all.push_back({name, "记录里有的文件 " + digest + " 不在这个备份点里"});
    }
    return all;
}

namespace {

Result<Outcome> restored(const fs::path& target, const std::string& wanted, const fs::path& data,
                         const Progress& told) {
    GK_TRY(name, chosen(target, wanted));
    if (!is_free(data))
        return refused("not-empty", "数据文件夹 " + data.string() +
                                        " 不是空的，没有恢复。请换一个文件夹，或者先把它移开。");
    GK_TRY(state, state_in(target, name));
    Growing growing(data);
    if (!growing.is_taken())
        return refused("busy", "另一个恢复正在写入 " + data.string() + "，请等它完成。");
    Outcome outcome;
    outcome.state = name;
    outcome.files = state.contents.size();
    // What is missing in the backup stops the copying with its name, so that is asked first.
    if (auto faults = faults_of(state, state_folder(target, name), contents_of(target), told);
        !faults.empty())
        return damaged(name, faults);
    outcome.bytes = copy_state(target, name, state, growing.path(), told);
    outcome.copied = outcome.files;
    // What came out at the other end is what counts.
    if (auto faults = faults_of(state, growing.path(), growing.path() / contents_folder, told);
        !faults.empty())
        return damaged(name, faults);
    growing.keep();
    return outcome;
}

}  // namespace

Result<Outcome> restore(const fs::path& target, const std::string& wanted, const fs::path& data,
                        const Progress& told) {
    return told_as_failure([&] { return restored(target, wanted, data, told); });
}

}  // namespace gongkai::store::backup
