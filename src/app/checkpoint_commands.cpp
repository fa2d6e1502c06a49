#include "app/checkpoint_commands.h"

#include <iostream>

#include "app/failed.h"
#include "app/place_options.h"
#include "cli/exit_status.h"

namespace gongkai::app {

namespace {

int show(const CheckpointOptions& options) {
    const auto office = Office::open(options.place);
    if (!office.ok()) return fail(office.error().message);
    auto& checkpoints = office.value()->checkpoints();
    std::cout << "检查点文件 " << checkpoints.file().string() << "，签名的公钥 "
              << checkpoints.key().public_half() << '\n';
    const auto finding = checkpoints.hold();
    for (const auto& what : store::sentences(finding))
        std::cout << what << '\n';
    if (!finding.empty()) return cli::findings_of_error;
    std::cout << "各机关的工作记录都接着检查点，没有变短，也没有改动。\n";
    return cli::clean;
}

int resume(const CheckpointOptions& options) {
    const auto office = Office::open(options.place);
    if (!office.ok()) return fail(office.error().message);
    const auto logs = office.value()->checkpoints().resume(Office::now(), options.reason,
                                                           office.value()->projection_rules());
    if (!logs.ok()) return fail(logs.error().message);
    if (logs.value() == 0)
        std::cout << "工作记录与检查点一致，没有需要继续的。\n";
    else
        std::cout << "已继续：理由记入 " << logs.value()
                  << " 份工作记录；检查点里记着的编号不会再用。正在运行的程序一秒内恢复办理。\n";
    return cli::clean;
}

}  // namespace

void add_checkpoint_commands(CLI::App& app, CheckpointOptions& options, int& status) {
    options.place.may_begin = false;
    auto* group = app.add_subcommand("checkpoint", "核对数据库有没有被恢复到较早的状态");
    group->require_subcommand(1);
    auto* look = group->add_subcommand("show", "核对一次，并给出检查点文件和公钥");
    add_place(*look, options.place);
    look->callback([&] { status = show(options); });
    auto* on = group->add_subcommand("resume", "核实后从现在的数据库继续；理由记入工作记录");
    on->add_option("--reason", options.reason, "理由，不要写个人信息")
        ->required()
        ->type_name("理由");
    add_place(*on, options.place);
    on->callback([&] { status = resume(options); });
}

}  // namespace gongkai::app
