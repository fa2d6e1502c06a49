#include "app/file_commands.h"

#include <iostream>

#include "app/failed.h"
#include "app/place_options.h"
#include "base/damaged.h"
#include "cli/exit_status.h"
#include "journal/log_name.h"
#include "site/guard.h"
#include "store/ledger/verify.h"

namespace gongkai::app {

namespace {

using journal::LogKey;

struct Moved {
    std::size_t named = 0, there = 0, moved = 0, missing = 0, damaged = 0;
};

// What the folder has of a digest; nothing where it is damaged there too.
std::optional<std::string> whole_file(const store::ContentFolder& from, const LogKey& log,
                                      const std::string& digest) {
    try {
        return from.get(log.region, digest);
    } catch (const Damaged&) {
        return {};
    }
}

// All that the records of a log name is in the database afterwards, or told. What is damaged there
// is put again.
void move_log(Office& office, const store::ContentFolder& from, store::KeptContents& to,
              const LogKey& log, Moved& moved) {
    std::map<std::string, std::string> named;
    office.database().read(
        [&](store::Connection& connection) { named = store::named_contents(connection, log); });
    moved.named += named.size();
    for (const auto& [digest, subject] : named) {
        const bool was_there = to.has(log.region, digest);
        const auto bytes = whole_file(from, log, digest);
        if (was_there || bytes) ++(was_there ? moved.there : moved.moved);
        if (bytes && to.put(log.region, *bytes).ok()) continue;
        if (was_there) continue;
        ++moved.missing;
        std::cout << journal::log_name(log) << " 的“" << subject << "”：文件 "
                  << from.name_of(digest) << " 不见了，或者已经损坏。\n";
    }
}

int remove_folder(const std::filesystem::path& folder, const Moved& moved) {
    // Nothing that this database knows of: they are another one's.
    if (moved.named == 0)
        return fail("数据库里没有记录提到任何文件，没有删除 " + folder.string() +
                    "。请核对 GONGKAI_DATABASE 是不是这套数据的数据库。");
    if (moved.missing + moved.damaged > 0)
        return fail("还有文件没有找到或者已经损坏，没有删除 " + folder.string() + "。");
    std::filesystem::remove_all(folder);
    std::cout << "已删除 " << folder.string() << "。\n";
    return cli::clean;
}

}  // namespace

int move_files(const FileOptions& options) {
    OfficePlace place = options.place;
    place.may_begin = false;
    place.moves_files = true;
    const auto office = Office::open(place);
    if (!office.ok()) return fail(office.error().message);
    Office& it = *office.value();
    if (it.database().engine() == store::Database::Engine::Sqlite)
        return fail("数据在 SQLite 里，文件本来就在数据文件夹中，不需要移动。");
    const store::ContentFolder from(options.place.data, store::largest_content);
    const auto to = store::contents_of(it.database(), options.place.data);
    std::vector<LogKey> logs;
    it.database().read([&](store::Connection& connection) { logs = store::logs(connection); });
    Moved moved;
    for (const LogKey& log : logs)
        move_log(it, from, *to, log, moved);
    moved.damaged = to->damaged().size();
    std::cout << "已移入数据库 " << moved.moved << " 个文件，原来就有 " << moved.there
              << " 个，找不到 " << moved.missing << " 个，核对后损坏 " << moved.damaged
              << " 个。\n";
    if (options.remove) return remove_folder(options.place.data / "sha256", moved);
    if (moved.missing + moved.damaged > 0) return cli::findings_of_error;
    return cli::clean;
}

void add_file_commands(CLI::App& app, FileOptions& options, int& status) {
    auto* files = app.add_subcommand("files", "管理正文和附件的文件");
    files->require_subcommand(1);
    auto* move = files->add_subcommand(
        "move", "把数据文件夹 sha256 里的文件移入 PostgreSQL 数据库，逐一核对");
    add_place(*move, options.place);
    move->add_flag("--remove", options.remove, "全部核对无误后删除原文件夹");
    move->callback([&options, &status] {
        status = move_files(options);
        if (status == cli::clean && !options.remove)
            std::cout << "确认无误后，再加 --remove 运行一次，删除数据文件夹里的原文件。\n";
    });
}

}  // namespace gongkai::app
