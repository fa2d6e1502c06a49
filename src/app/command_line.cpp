#include "app/command_line.h"

#include <algorithm>
#include <array>

namespace gongkai::app {

namespace {

constexpr std::string_view settings_option = "--settings", data_option = "--data";
// Commands that look at files and know no office: a fault in the settings does not stop them.
constexpr std::array<std::string_view, 3> without_office{"report", "law", "records"};

bool is_option(std::string_view word, std::string_view option) {
    return word == option ||
           (word.starts_with(option) && word.substr(option.size()).starts_with('='));
}

bool has(const std::vector<std::string>& words, std::string_view option) {
    return std::ranges::any_of(words, [&](const auto& word) { return is_option(word, option); });
}

void take(CommandLine& line, const std::vector<std::string>& typed) {
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (!is_option(typed[i], settings_option)) {
            line.words.push_back(typed[i]);
        } else if (typed[i].size() > settings_option.size()) {
            line.settings_file = typed[i].substr(settings_option.size() + 1);
        } else if (++i < typed.size()) {
            line.settings_file = typed[i];
        }
    }
    if (has(typed, settings_option) && line.settings_file.empty())
        line.fault = "--settings 后面没有写值";
}

bool needs_office(const std::vector<std::string>& words) {
    return !words.empty() && !words.front().starts_with('-') && !has(words, "--help") &&
           !has(words, "-h") &&
           std::ranges::find(without_office, words.front()) == without_office.end();
}

// The command that the first words name, as deep as they go.
CLI::App* command_of(CLI::App& app, const std::vector<std::string>& words) {
    CLI::App* command = &app;
    for (const std::string& word : words) {
        const auto deeper = command->get_subcommands(
            [&](const CLI::App* each) { return each->get_name() == word; });
        if (deeper.empty()) break;
        command = deeper.front();
    }
    return command;
}

}  // namespace

CommandLine read_command_line(int count, const char* const* arguments,
                              const std::filesystem::path& usual) {
    CommandLine line;
    take(line, {arguments + std::min(count, 1), arguments + count});
    if (!line.fault.empty() || !needs_office(line.words)) {
        line.settings_file.clear();
        return line;
    }
    const bool names_data = has(line.words, data_option);
    std::error_code none;
    if (line.settings_file.empty() && !names_data && std::filesystem::exists(usual, none))
        line.settings_file = usual;
    if (line.settings_file.empty()) return line;
    line.settings = read_machine_settings(line.settings_file);
    if (names_data)
        std::erase_if(line.settings.lines,
                      [](const MachineSettings::Line& it) { return goes_with_data(it.name); });
    return line;
}

std::vector<std::string> with_settings(CLI::App& app, const CommandLine& line) {
    std::vector<std::string> words = line.words;
    CLI::App* command = command_of(app, line.words);
    for (const auto& each : line.settings.lines) {
        const std::string option = "--" + each.name;
        if (command->get_option_no_throw(option) && !has(line.words, option))
            words.push_back(option + "=" + each.value);
    }
    return words;
}

}  // namespace gongkai::app
