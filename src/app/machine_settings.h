#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// Where the package puts it, and where it is looked for where nobody names another.
namespace gongkai::app {

inline constexpr const char* usual_settings_file = "/etc/gongkai/gongkai.conf";

// The settings of one machine: where data and key lie, where it listens. What is set for the office
// itself, such as terms, lies in its data folder and moves with it.
//
//   # a remark
//   data = /var/lib/gongkai
//   trusted-proxy = 127.0.0.1
//
// A line has one name and its value; names are those of the options of `gongkai serve`, and of the
// variables of the environment. What the command line or the environment says comes first.
struct MachineSettings {
    struct Line {
        std::string name, value;
        int number = 0;  // in the file, from 1
    };
    std::vector<Line> lines;  // those without a fault
    // All that is wrong, in Chinese, each with its line; values that may hold a password are not
    // repeated.
    std::vector<std::string> faults;

    // Empty where it is not set.
    std::string_view value(std::string_view name) const;
};

MachineSettings parse_machine_settings(std::string_view bytes);

// The same from a file; each fault names it. What cannot be read is a fault.
MachineSettings read_machine_settings(const std::filesystem::path& file);

// Sets the variables GONGKAI_* that stand for settings, where the environment does not have them.
// Before there are threads.
void put_into_environment(const MachineSettings& settings);

// Every name, in the order of the documentation, for tests.
std::vector<std::string_view> names_of_settings();

// Whether a setting belongs to a data folder, so that another folder has another one.
bool goes_with_data(std::string_view name);

}  // namespace gongkai::app
