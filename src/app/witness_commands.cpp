#include "app/witness_commands.h"

#include <functional>
#include <iostream>

#include "app/failed.h"
#include "app/witness.h"
#include "base/base64.h"
#include "cli/exit_status.h"

namespace gongkai::app {

namespace {

// The commands that look need no program that serves.
int with_witness(const ServeOptions& options, const std::function<int(OfficeWitness&)>& work) {
    OfficePlace place;
    place.data = options.data;
    place.key = options.key;
    place.may_begin = false;
    const auto office = Office::open(place);
    if (!office.ok()) return fail(office.error().message);
    OfficeWitness it(*office.value());
    if (!it.is_set()) return fail(no_witness().message);
    return work(it);
}

int key(OfficeWitness& it) {
    std::cout << it.witness().signer().key().written() << '\n';
    return cli::clean;
}

int list(OfficeWitness& it) {
    for (const auto& log : it.settings().follows) {
        const auto last = it.witness().book().last(log.origin);
        std::cout << log.origin << '\t';
        if (last)
            std::cout << last->size << " 条\t" << base64(bytes(last->root)) << '\n';
        else
            std::cout << "还没有共同签名过\n";
    }
    return cli::clean;
}

void add_data(CLI::App& command, ServeOptions& options) {
    command.add_option("--data", options.data, "数据文件夹")->capture_default_str();
    command.add_option("--key", options.key, "密钥文件，不写为数据文件夹名加 .key");
}

}  // namespace

void add_witness_commands(CLI::App& app, ServeOptions& options, int& status) {
    auto* group = app.add_subcommand(
        "witness", "为别的机关的公开日志见证：核对它只增加、没有改动，再共同签名");
    group->require_subcommand(1);
    auto* serve =
        group->add_subcommand("serve", "只开见证的网址 /witness/add-checkpoint，不开网站");
    add_data(*serve, options);
    serve->add_option("--address", options.address, "监听地址")->capture_default_str();
    serve->add_option("--port", options.port, "端口，0 为任意空闲端口")->capture_default_str();
    serve->callback([&] { status = serve_witness(options, std::cout, std::cerr); });
    auto* show = group->add_subcommand("key", "给出共同签名的公钥，交给被见证的机关");
    add_data(*show, options);
    show->callback([&] { status = with_witness(options, key); });
    auto* all = group->add_subcommand("list", "各份日志上次共同签名到多少条");
    add_data(*all, options);
    all->callback([&] { status = with_witness(options, list); });
}

}  // namespace gongkai::app
