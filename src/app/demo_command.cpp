#include "app/demo_command.h"

#include <unistd.h>

#include <iostream>
#include <random>

#include "app/failed.h"
#include "app/place_options.h"
#include "cli/exit_status.h"
#include "demo/county.h"

namespace gongkai::app {

namespace {

// Everybody may know it: the demo is made up, and ./run.sh serves it on loopback alone.
constexpr std::string_view password = "yunxi-yanshi";

// A folder for the bodies that work elsewhere, gone when the play is over.
struct Elsewhere {
    std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                   ("gongkai-demo-" + std::to_string(std::random_device{}()));

    Elsewhere() { std::filesystem::create_directories(folder); }
    ~Elsewhere() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;

    OfficePlace place() const {
        OfficePlace it;
        it.data = folder / "data";
        it.key = folder / "key";
        it.setting = {};
        it.checkpoint = folder / "checkpoint";
        return it;
    }
};

void show(Date day) {
    static int shown = 0;
    const int month = year_of(day) * 100 + int(unsigned(std::chrono::year_month_day{day}.month()));
    if (month == shown || isatty(STDERR_FILENO) == 0) return;
    shown = month;
    std::cerr << "\r正在演示 " << iso(day).substr(0, 7) << std::flush;
}

void tell_logins() {
    std::cout << "演示县“云溪县”的账号，密码都是 " << password << "：\n";
    for (const auto& it : demo::logins())
        std::cout << "  " << it.login << "\t" << it.organ << "，" << it.roles << '\n';
}

// The counties, one after the other, each in a region of its own.
Status play_all(Office& office, Office& other, demo::Plan plan, int counties) {
    for (int which = 1; which <= counties; ++which, ++plan.region, ++plan.seed) {
        if (which > 1) plan.login_mark = "." + std::to_string(which);
        const auto done = demo::play(office.desks(), other.desks(), plan, show);
        if (!done.ok() && done.error().code != "demo.played") return done;
    }
    return Done{};
}

int play(const DemoOptions& options) {
    demo::Plan plan;
    plan.seed = options.seed;
    plan.password = password;
    plan.last = china_day(Office::now()) - std::chrono::days{1};
    if (!options.last.empty()) {
        const auto day = parse_date(options.last);
        if (!day || *day > plan.last || year_of(*day) - plan.years < 2019) {
            std::cerr << "--until 要写 2022-01-01 到昨天之间的日期，如 2026-03-02。\n";
            return cli::wrong_usage;
        }
        plan.last = *day;
    }
    const Elsewhere elsewhere;
    const auto office = Office::open(options.place), other = Office::open(elsewhere.place());
    if (!office.ok()) return fail(office.error().message);
    if (!other.ok()) return fail(other.error().message);
    const auto done = play_all(*office.value(), *other.value(), plan, options.counties);
    if (isatty(STDERR_FILENO) != 0) std::cerr << '\r';
    if (!done.ok()) return fail(done.error().message);
    office.value()->checkpoints().advance(Office::now());
    tell_logins();
    return cli::clean;
}

}  // namespace

void add_demo_command(CLI::App& app, DemoOptions& options, int& status) {
    auto* command = app.add_subcommand(
        "demo", "生成演示县：12 个虚构机关三年多的公开、申请和年度报告；已有就只列出账号");
    add_place(*command, options.place);
    command->add_option("--seed", options.seed, "随机种子：同一种子生成同样的内容")
        ->capture_default_str();
    command->add_option("--until", options.last, "演示到哪一天为止，不写为昨天")->type_name("日期");
    command
        ->add_option("--counties", options.counties,
                     "演示几个县，1 到 100：第二个县起账号后面加 .2、.3……，用来试大量数据")
        ->check(CLI::Range(1, 100))
        ->type_name("个数");
    command->callback([&] { status = play(options); });
}

}  // namespace gongkai::app
