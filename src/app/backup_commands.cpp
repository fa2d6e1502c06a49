#include "app/backup_commands.h"

#include <unistd.h>

#include <iostream>

#include "app/failed.h"
#include "cli/exit_status.h"
#include "store/backup.h"
#include "store/incidents.h"

namespace gongkai::app {

namespace {

namespace backup = store::backup;

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20;

// One line that is written over, for whoever sits at a terminal; a log gets none.
void tell(std::string_view what, std::uint64_t done, std::uint64_t all) {
    if (::isatty(STDERR_FILENO) == 0) return;
    std::cerr << "\r" << what << "：" << done << "/" << all << (done == all ? "\n" : "   ")
              << std::flush;
}

std::string size(std::uint64_t bytes) {
    return bytes < megabyte ? std::to_string(bytes) + " 字节"
                            : std::to_string(bytes / megabyte) + " MB";
}

bool on_a_server(const BackupOptions& options) { return !options.place.setting.database.empty(); }

int no_file_backup() {
    return fail(
        "数据在 PostgreSQL 里（GONGKAI_DATABASE），请用 pg_dump --format=custom "
        "备份，它一次备份的就是一个完整的时点。");
}

void say_where_the_key_is(const BackupOptions& options) {
    std::cout
        << "密钥文件 " << key_of(options.place).string() << " 和检查点文件 "
        << checkpoint_of(options.place).string()
        << " 不在备份里。密钥请另外抄存一份，与备份分开存放；没有它，恢复后个人信息打不开。\n";
}

// Whoever runs it by night reads nothing of what it prints: an administrator finds it in the
// console. Where not even the database can be written, its own sentence is what there is.
void note_failure(const BackupOptions& options, const std::string& said) {
    if (!store::exists(options.place.setting, options.place.data)) return;
    try {
        const auto database = store::open(options.place.setting, options.place.data);
        store::Incidents incidents(*database);
        incidents.note({0, "backup.failed", options.target.string(), said}, Office::now());
        incidents.keep();
    } catch (const store::StoreError& fault) {
        std::cerr << "没有记入系统故障：" << fault.what() << '\n';
    }
}

Result<backup::Outcome> backed_up(const BackupOptions& options) {
    try {
        auto done =
            backup::back_up(options.place.data, options.target, Office::now(), options.keep, tell);
        // A target that cannot be one was typed wrong by whoever reads this now.
        if (!done.ok() && done.error().code != "backup.inside")
            note_failure(options, done.error().message);
        return done;
    } catch (const store::StoreError& fault) {
        note_failure(options, fault.what());
        throw;
    }
}

std::string lacking(const backup::Outcome& it) {
    return "损坏的文件 " + std::to_string(it.damaged.size()) + " 个，不见了的文件 " +
           std::to_string(it.lost.size()) + " 个";
}

int make_backup(const BackupOptions& options) {
    const auto done = backed_up(options);
    if (!done.ok()) return fail(done.error().message);
    const auto& it = done.value();
    if (!it.damaged.empty() || !it.lost.empty()) note_failure(options, lacking(it));
    std::cout << "已备份到 " << options.target.string() << "，备份点 " << it.state << "：文件 "
              << it.files << " 个，其中本次复制 " << it.copied << " 个，共写入 " << size(it.bytes)
              << "。\n";
    for (const std::string& state : it.removed)
        std::cout << "按保留份数移除了较早的备份点 " << state << "。\n";
    say_where_the_key_is(options);
    for (const std::string& digest : it.damaged)
        std::cerr << "数据文件夹里的文件 " << digest << " 已经损坏，没有备份。\n";
    for (const std::string& digest : it.lost)
        std::cerr << "记录里有的文件 " << digest
                  << " 在数据文件夹里不见了；较早的备份里有的，已继续保留，请由它恢复。\n";
    return it.damaged.empty() && it.lost.empty() ? cli::clean : cli::findings_of_error;
}

int check_backup(const BackupOptions& options) {
    const auto faults = backup::check(options.target, tell);
    if (!faults.ok()) return fail(faults.error().message);
    for (const backup::Fault& fault : faults.value())
        std::cout << (fault.state.empty() ? "" : "备份点 " + fault.state + "：") << fault.what
                  << "。\n";
    std::cout << "备份点 " << backup::states(options.target).size() << " 个，"
              << (faults.value().empty()
                      ? "全部完好。\n"
                      : "共 " + std::to_string(faults.value().size()) + " 处问题。\n");
    return faults.value().empty() ? cli::clean : cli::findings_of_error;
}

int restore(const BackupOptions& options) {
    const auto done = backup::restore(options.target, options.state, options.place.data, tell);
    if (!done.ok()) return fail(done.error().message);
    std::cout << "已由备份点 " << done.value().state << " 恢复到 " << options.place.data.string()
              << "：文件 " << done.value().files << " 个，摘要和树根都与备份时相同。\n"
              << "启动前请把密钥放回 " << key_of(options.place).string() << "，检查点文件放回 "
              << checkpoint_of(options.place).string()
              << "，再核对：\n  gongkai journal verify --data " << options.place.data.string()
              << "\n备份以后还办过事的，或者检查点文件已经没有了，会先停止办理，核实后继续：\n"
                 "  gongkai checkpoint resume --data "
              << options.place.data.string() << " --reason 理由\n";
    return cli::clean;
}

int run_backup(const BackupOptions& options) {
    if (options.check) return check_backup(options);
    return on_a_server(options) ? no_file_backup() : make_backup(options);
}

void add_common(CLI::App& command, BackupOptions& options) {
    // The settings of the machine may name it.
    options.target = backup_of_environment();
    command.add_option("TARGET", options.target, "备份所在的文件夹，设置里有 backup 时可以不写")
        ->required(options.target.empty());
    command.add_option("--data", options.place.data, "数据文件夹")->capture_default_str();
}

}  // namespace

void add_backup_commands(CLI::App& app, BackupOptions& options, int& status) {
    auto* command = app.add_subcommand("backup", "备份数据库、正文和附件，不必停机；密钥不在其中");
    add_common(*command, options);
    command->add_option("--key", options.place.key, "密钥文件，不写为数据文件夹名加 .key");
    command->add_option("--keep", options.keep, "保留最近几个备份点")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_flag("--check", options.check, "不备份，只核对 TARGET 里的每个备份点是否完好");
    command->callback([&options, &status] { status = run_backup(options); });
    auto* back = app.add_subcommand("restore", "由备份恢复到一个空的数据文件夹，并逐一核对");
    add_common(*back, options);
    back->add_option("--state", options.state, "恢复哪个备份点，不写为最新的")->type_name("备份点");
    back->callback([&options, &status] {
        status = on_a_server(options) ? no_file_backup() : restore(options);
    });
}

}  // namespace gongkai::app
