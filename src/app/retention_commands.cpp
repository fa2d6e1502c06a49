#include "app/retention_commands.h"

#include <iostream>

#include "app/failed.h"
#include "app/place_options.h"
#include "app/retention_keeper.h"
#include "cli/exit_status.h"
#include "desk/subjects.h"
#include "journal/log_name.h"
#include "site/guard.h"

namespace gongkai::app {

namespace {

void say_rule(const records::Retention& rule) {
    if (rule.years.empty()) {
        std::cout << "没有设保存期限，不删除。要设的，写在数据文件夹的 settings/retention.json。\n";
        return;
    }
    for (const auto& [subject, years] : rule.years)
        std::cout << desk::name_of_subject(subject) << "：办结满 " << years << " 年删除个人信息，"
                  << "提前 " << rule.notice_days << " 天预告\n";
}

// A line a case: numbers and days, nobody's name.
int show(const RetentionOptions& options) {
    const auto office = Office::open(options.place);
    if (!office.ok()) return fail(office.error().message);
    const desk::RetentionDesk& desk = office.value()->desks().retention;
    say_rule(desk.rule());
    const Date today = china_day(Office::now());
    for (const auto& log : desk.logs())
        for (const auto& it : desk.expiring(log, today))
            std::cout << journal::log_name(log) << '\t' << desk::name_of_subject(it.subject) << '\t'
                      << it.number << "\t" << chinese(it.closed_on) << "办结\t" << chinese(it.from)
                      << "起删除" << (it.announced ? "" : "（还没有预告）") << '\n';
    return cli::clean;
}

int run(const RetentionOptions& options) {
    const auto office = Office::open(options.place);
    if (!office.ok()) return fail(office.error().message);
    say_rule(office.value()->desks().retention.rule());
    const std::string said = keep_retention(*office.value());
    std::cout << (said.empty() ? "今天没有要预告和删除的。\n" : said);
    return cli::clean;
}

}  // namespace

void add_retention_commands(CLI::App& app, RetentionOptions& options, int& status) {
    options.place.may_begin = false;
    auto* group = app.add_subcommand("retention", "办结满规定年限的，按规定删除个人信息");
    group->require_subcommand(1);
    auto* look = group->add_subcommand("show", "保存期限，和近期将要删除的各件");
    add_place(*look, options.place);
    look->callback([&options, &status] { status = show(options); });
    auto* go = group->add_subcommand("run", "预告将要到期的，删除预告已满的；serve 每天自动做一次");
    add_place(*go, options.place);
    go->callback([&options, &status] { status = run(options); });
}

}  // namespace gongkai::app
