#include "app/office_commands.h"

#include <iostream>
#include <map>

#include "app/failed.h"
#include "app/place_options.h"
#include "app/typed_secret.h"
#include "base/regular_file.h"
#include "cli/exit_status.h"
#include "desk/organ_import.h"
#include "files/json_text.h"
#include "journal/log_name.h"
#include "site/guard.h"
#include "store/ledger/names.h"
#include "store/ledger/verify.h"
#include "store/tiles/tile_maker.h"

namespace gongkai::app {

namespace {

using journal::LogKey;

constexpr int broken = cli::findings_of_error;

template <class Work>
int with_office(const OfficeOptions& options, Work work) {
    OfficePlace place = options.place;
    place.may_begin = options.begins;
    auto office = Office::open(place);
    if (!office.ok()) return fail(office.error().message);
    const int status = work(*office.value());
    // Only what may have written: to read changes nothing.
    if (options.begins) office.value()->checkpoints().advance(Office::now());
    return status;
}

int create_admin(const OfficeOptions& options) {
    return with_office(options, [&](Office& office) {
        const desk::NewAccount wanted{options.login,
                                      typed_secret("密码（至少 10 个字符，输入时不显示）："),
                                      0,
                                      {organs::Role::Administrator},
                                      {options.name, ""}};
        const auto made = office.desks().accounts.create(
            desk::Actor::unasked("system", Office::now()), options.region, wanted);
        if (!made.ok()) return fail(made.error().message);
        std::cout << "已开设管理员账号 " << made.value().login << "，可以登录工作平台了。\n";
        return int(cli::clean);
    });
}

// How many faults a log and the files that it names have.
std::size_t verify_one(Office& office, const LogKey& log) {
    const auto it = office.audit().verify(log);
    auto faults = it.faults;
    std::map<std::string, std::string> named;
    // A log that is damaged may name what never was.
    if (faults.empty())
        office.database().read(
            [&](store::Connection& connection) { named = store::named_contents(connection, log); });
    for (const auto& [digest, subject] : named)
        if (!office.contents().has(log.region, digest))
            faults.push_back({{},
                              "文件 " + office.contents().name_of(digest) + " 不见了，而“" +
                                  subject + "”的记录里有它"});
    std::cout << journal::log_name(log) << "：" << it.entries << " 条，树根 "
              << hex(bytes(it.head.root)) << (faults.empty() ? "，完好\n" : "，有问题\n");
    for (const auto& fault : faults) {
        std::cout << "  ";
        if (fault.sequence) std::cout << "第 " << *fault.sequence << " 条：";
        std::cout << fault.what << '\n';
    }
    return faults.size();
}

int verify(const OfficeOptions& options) {
    return with_office(options, [](Office& office) {
        std::vector<LogKey> logs;
        office.database().read(
            [&](store::Connection& connection) { logs = store::logs(connection); });
        std::size_t faults = 0;
        for (const LogKey& log : logs)
            faults += verify_one(office, log);
        for (const auto& what : store::sentences(office.checkpoints().hold())) {
            std::cout << what << '\n';
            ++faults;
        }
        for (const auto& digest : office.contents().damaged()) {
            std::cout << "文件 " << office.contents().name_of(digest)
                      << " 的内容与名称不符，被改动过或者已经损坏\n";
            ++faults;
        }
        for (const auto& what : office.database().damage()) {
            std::cout << "数据库文件有损坏，请从备份恢复：" << what << '\n';
            ++faults;
        }
        std::cout << (faults == 0 ? "全部记录完好。\n"
                                  : "共 " + std::to_string(faults) + " 处问题。\n");
        return faults == 0 ? int(cli::clean) : broken;
    });
}

void print(const store::Proof& proof) {
    json::Array path;
    for (const Sm3& it : proof.path)
        path.emplace_back(hex(bytes(it)));
    std::cout << files::json_text(json::Object{{"entry", hex(canonical(proof.entry))},
                                               {"leaf", hex(bytes(leaf(proof.entry)))},
                                               {"index", proof.entry.sequence},
                                               {"size", proof.head.size},
                                               {"root", hex(bytes(proof.head.root))},
                                               {"path", std::move(path)}})
              << '\n';
}

int prove(const OfficeOptions& options) {
    const auto log = journal::log_named(options.organ);
    if (!log) {
        std::cerr << "--organ 应写成“地区-机关”，如 900121-3。\n";
        return cli::wrong_usage;
    }
    return with_office(options, [&](Office& office) {
        int status = cli::clean;
        office.database().read([&](store::Connection& connection) {
            const auto proof = store::prove(connection, *log, options.sequence);
            if (proof.ok())
                print(proof.value());
            else
                status = fail(proof.error().message);
        });
        return status;
    });
}

int rebuild(const OfficeOptions& options) {
    return with_office(options, [](Office& office) {
        office.database().transaction([&](store::Connection& connection) {
            for (const LogKey& log : store::logs(connection)) {
                store::rebuild_projections(connection, log, office.projection_rules());
                store::rebuild_names(connection, office.key(), log);
                store::rebuild_tiles(connection, log);
            }
        });
        std::cout << "各列表已按工作记录重新生成。\n";
        return int(cli::clean);
    });
}

void print(const desk::OrganImport& done) {
    for (const auto& row : done.rows) {
        std::cout << "第 " << row.line << " 行 " << row.name << "：" << chinese(row.action) << '\n';
        for (const auto& message : row.messages)
            std::cout << "  " << message << '\n';
    }
    std::cout << (done.written        ? "已写入：新增 "
                  : done.refused == 0 ? "没有写入（试运行）：将新增 "
                                      : "没有写入：可以新增 ")
              << done.created << " 个，修改 " << done.changed << " 个，不能导入 " << done.refused
              << " 行。\n";
}

int import_organs(const OfficeOptions& options) {
    const auto bytes = read_regular_file(options.file, "机关名单", most_of_settings);
    if (!bytes.ok()) return fail(bytes.error().message);
    return with_office(options, [&](Office& office) {
        const auto done =
            office.desks().organs.import_list(desk::Actor::unasked("system", Office::now()),
                                              options.region, bytes.value(), options.dry_run);
        if (!done.ok()) return fail(done.error().message);
        print(done.value());
        return done.value().refused == 0 ? int(cli::clean) : broken;
    });
}

void add_admin(CLI::App& app, OfficeOptions& options, int& status) {
    auto* admin = app.add_subcommand("admin", "管理账号");
    admin->require_subcommand(1);
    auto* create = admin->add_subcommand("create", "开设管理员账号；密码从键盘或标准输入读取");
    create->add_option("--login", options.login, "登录名")->required()->type_name("登录名");
    create->add_option("--region", options.region, "6 位地区代码")->required()->type_name("代码");
    create->add_option("--name", options.name, "姓名")->type_name("姓名");
    add_place(*create, options.place);
    create->callback([&options, &status] {
        options.begins = true;
        status = create_admin(options);
    });
}

void add_organs(CLI::App& app, OfficeOptions& options, int& status) {
    auto* organs = app.add_subcommand("organs", "管理机关");
    organs->require_subcommand(1);
    auto* list = organs->add_subcommand("import", "由表格导入机关：全部写入，或者一个也不写");
    list->add_option("FILE", options.file,
                     "CSV 文件（UTF-8 或 GB18030）或者 XLSX 文件，第一行是列名")
        ->required();
    list->add_option("--region", options.region, "6 位地区代码")->required()->type_name("代码");
    list->add_flag("--dry-run", options.dry_run, "只看结果，不写入");
    add_place(*list, options.place);
    list->callback([&options, &status] {
        options.begins = true;
        status = import_organs(options);
    });
}

void add_journal(CLI::App& app, OfficeOptions& options, int& status) {
    auto* journal = app.add_subcommand("journal", "核对和证明工作记录");
    journal->require_subcommand(1);
    auto* check = journal->add_subcommand("verify", "核对全部记录：摘要、树根、列表、加密内容");
    add_place(*check, options.place);
    check->callback([&options, &status] { status = verify(options); });
    auto* proof = journal->add_subcommand("prove", "给出一条记录在树中的证明（JSON）");
    proof->add_option("--organ", options.organ, "机关，如 900121-3")->required()->type_name("机关");
    proof->add_option("--sequence", options.sequence, "第几条，从 0 数起")
        ->required()
        ->type_name("序号");
    add_place(*proof, options.place);
    proof->callback([&options, &status] { status = prove(options); });
    auto* again = journal->add_subcommand("rebuild", "按记录重新生成各列表");
    add_place(*again, options.place);
    again->callback([&options, &status] { status = rebuild(options); });
}

}  // namespace

void add_office_commands(CLI::App& app, OfficeOptions& options, int& status) {
    add_admin(app, options, status);
    add_organs(app, options, status);
    add_journal(app, options, status);
}

}  // namespace gongkai::app
