#include "app/store_commands.h"

#include <iostream>

#include "app/failed.h"
#include "app/file_commands.h"
#include "app/place_options.h"
#include "cli/exit_status.h"
#include "journal/log_name.h"
#include "store/distribution.h"
#include "store/ledger/verify.h"
#include "store/store_move.h"

namespace gongkai::app {

namespace {

constexpr std::string_view without_postgres =
    "请用环境变量 GONGKAI_DATABASE 写明 PostgreSQL 数据库的地址（postgresql://…）。";

// Whoever moves holds this against what `gongkai journal verify` said before. Whether all is well.
bool say_heads(store::Database& database) {
    bool well = true;
    database.read([&](store::Connection& connection) {
        for (const auto& log : store::logs(connection)) {
            const auto found = store::verify_log(connection, log);
            well = well && found.faults.empty();
            std::cout << journal::log_name(log) << " 工作记录 " << found.entries << " 条，树根 "
                      << hex(bytes(found.head.root)) << '\n';
            for (const auto& fault : found.faults)
                std::cout << "  " << fault.what << '\n';
        }
    });
    return well;
}

int move_store(const StoreOptions& options) {
    if (options.place.setting.database.empty()) return fail(without_postgres);
    const auto file = options.place.data / "gongkai.sqlite";
    if (!std::filesystem::exists(file)) return fail(no_database(options.place.data).message);
    store::open({}, options.place.data);  // brought to this program's version, and closed
    const auto leaving = store::LeavingSqlite::take(file);
    if (!leaving.ok()) return fail(leaving.error().message);
    const auto to = store::open(options.place.setting, options.place.data);
    const auto moved = leaving.value()->copy_to(
        *to, [](std::uint64_t rows) { std::cerr << "已移 " << rows << " 行\n"; });
    if (!moved.ok()) return fail(moved.error().message);
    std::cout << "数据库的 " << moved.value() << " 行已移入 PostgreSQL，逐行核对一致。\n";
    const bool well = say_heads(*to);
    FileOptions files;
    files.place = options.place;
    const int status = move_files(files);
    if (status == cli::unreadable) return status;
    leaving.value()->set_aside();
    std::cout << "原来的数据库文件改名为 " << file.string()
              << ".moved，文件夹 sha256 改名为 sha256.moved，确认无误后可以删除。"
                 "以后每次启动都要设 GONGKAI_DATABASE。\n";
    return well ? status : cli::findings_of_error;
}

int distribute(const StoreOptions& options) {
    if (options.place.setting.database.empty()) return fail(without_postgres);
    const auto database = store::open(options.place.setting, options.place.data);
    const auto steps = store::distribution_of(*database);
    if (!options.run) {
        std::cout << "-- 先在每台机器上安装 Citus 扩展，再由协调节点执行；加 --run 直接执行。\n";
        for (const std::string& step : steps)
            std::cout << step << ";\n";
        return cli::clean;
    }
    const auto done = store::distribute(*database);
    if (!done.ok()) return fail(done.error().message);
    std::cout << "已按地区分布 " << steps.size() << " 个表。\n";
    return cli::clean;
}

template <class Command>
int told(Command&& command) {
    try {
        return command();
    } catch (const std::exception& fault) {
        return fail(std::string("没有做成：") + fault.what());
    }
}

}  // namespace

void add_store_commands(CLI::App& app, StoreOptions& options, int& status) {
    auto* store = app.add_subcommand("store", "数据库：从一台机器到多台机器");
    store->require_subcommand(1);
    auto* move = store->add_subcommand(
        "move", "把 SQLite 里的整套数据移入 GONGKAI_DATABASE 指向的 PostgreSQL 空数据库");
    add_place(*move, options.place);
    move->callback([&options, &status] { status = told([&] { return move_store(options); }); });
    auto* spread =
        store->add_subcommand("distribute", "列出用 Citus 按地区把数据分布到多台机器的 SQL 语句");
    spread->add_flag("--run", options.run, "直接在 GONGKAI_DATABASE 上执行");
    spread->callback([&options, &status] { status = told([&] { return distribute(options); }); });
}

}  // namespace gongkai::app
