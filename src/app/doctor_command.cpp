#include "app/doctor_command.h"

#include <algorithm>
#include <iostream>

#include "app/place_options.h"
#include "cli/exit_status.h"

namespace gongkai::app {

namespace {

std::string_view word_of(Health health) {
    switch (health) {
        case Health::Good: return "正常";
        case Health::Note: return "注意";
        case Health::Bad: return "有误";
    }
    return "";
}

}  // namespace

int tell(const Diagnoses& all, std::ostream& out) {
    for (const Diagnosis& each : all) {
        out << "[" << word_of(each.health) << "] " << each.topic << "：" << each.said << '\n';
        if (!each.mend.empty()) out << "       办法：" << each.mend << '\n';
    }
    const auto count = [&](Health health) {
        return std::ranges::count(all, health, &Diagnosis::health);
    };
    out << count(Health::Good) << " 项正常，" << count(Health::Note) << " 项注意，"
        << count(Health::Bad) << " 项有误。\n";
    return count(Health::Bad) == 0 ? cli::clean : cli::findings_of_error;
}

void add_doctor_command(CLI::App& app, DoctorPlace& place, int& status) {
    auto* command = app.add_subcommand(std::string(doctor_command),
                                       "这台机器上有什么不对、怎么改；只看，不改动任何东西");
    add_place(*command, place.office);
    command->add_option("--address", place.address, "监听地址")->capture_default_str();
    command->add_option("--port", place.port, "端口")->capture_default_str();
    command->add_option("--base", place.base, "网址里的路径前缀");
    command->add_option("--metrics-port", place.metrics_port, "监控的端口")->type_name("端口");
    command->add_option("--site", place.site, "网站信息文件（JSON）");
    command->add_option("--holidays", place.office.holidays, "另加的放假安排文件夹（JSON）");
    command->add_option("--letters", place.office.letters, "另备的文书模板文件夹（JSON）");
    command->callback([&] { status = tell(diagnose(place, Office::now()), std::cout); });
}

}  // namespace gongkai::app
