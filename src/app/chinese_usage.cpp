#include "app/chinese_usage.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <regex>
#include <string>

namespace gongkai::app {

namespace {

struct Saying {
    const char* english;  // a regular expression for the whole sentence
    const char* chinese;
};

constexpr std::string_view no_command = "请写明要做什么";

// What CLI11 says of the options that this program has.
constexpr Saying sayings[] = {
    {"A subcommand is required", no_command.data()},
    {"FILE\\|DIR is required", "没有写要读的文件或文件夹"},
    {"ID is required", "没有写要移除的编号"},
    {"(.*) is required", "没有写 $1"},
    {"The following arguments? (?:was|were) not expected: (.*)", "不认识“$1”"},
    {"(.*): \\d+ required .* missing", "$1 后面没有写值"},
    {"Could not convert: (.*) = (.*)", "$1 不能是“$2”，要写范围之内的数字"},
    {"The value (.*) is not an allowed value for (.*)", "$2 不能是“$1”"},
    {"(.*): At least (\\d+) required but received (\\d+)", "$1 至少要写 $2 个值，只写了 $3 个"},
    {"(.*): At Most (\\d+) required but received (\\d+)", "$1 最多写 $2 个值，写了 $3 个"},
    {"(.*): (?:too many inputs for a flag|Should be true/false or a number)", "$1 后面不写值"},
    {"(.*) was given a disallowed flag override", "$1 后面不写值"},
};

std::string in_chinese(const std::string& said) {
    std::smatch match;
    for (const Saying& saying : sayings)
        if (std::regex_match(said, match, std::regex(saying.english)))
            return match.format(saying.chinese);
    // What our own checks of an option say is Chinese already.
    const bool ours =
        std::ranges::any_of(said, [](char byte) { return static_cast<unsigned char>(byte) > 127; });
    return ours ? said : "有一个参数写得不对";
}

// The commands of which one is to be written.
std::string commands_of(const CLI::App& app) {
    std::string all;
    for (const CLI::App* each : app.get_subcommands({}))
        all += (all.empty() ? "" : "、") + each->get_name();
    return all;
}

// The words that it could not place, in the order in which they were written.
std::string unknown_words(const CLI::App& app) {
    std::string all;
    for (const std::string& word : app.remaining(true))
        all += (all.empty() ? "“" : "、“") + word + "”";
    return all;
}

// Where no command was found, the library only says that one is missing.
std::string failure(const CLI::App* app, const CLI::Error& fault) {
    const std::string unknown = unknown_words(*app);
    const CLI::App* innermost = app;
    while (!innermost->get_subcommands().empty())
        innermost = innermost->get_subcommands().back();
    std::string said = in_chinese(fault.what());
    if (said == no_command)
        said = (unknown.empty() ? said : "没有" + unknown + "这个命令") + "。命令有：" +
               commands_of(*innermost);
    else if (fault.get_name() == "ExtrasError")
        said = "不认识" + unknown;
    return "命令写得不对：" + said + "\n用法见 gongkai --help\n";
}

// The library takes labels for all but the headings of its own groups.
class ChineseFormatter : public CLI::Formatter {
public:
    std::string make_group(std::string group, bool is_positional,
                           std::vector<const CLI::Option*> options) const override {
        return Formatter::make_group(get_label(group), is_positional, std::move(options));
    }
    // What the library says of the values that an option takes.
    std::string make_option_opts(const CLI::Option* option) const override {
        static const std::regex range("(?:\\S+:)?\\S+ in \\[(\\S+) - (\\S+)\\]");
        static const std::regex positive("\\S+:POSITIVE");
        const std::string said = Formatter::make_option_opts(option);
        return std::regex_replace(std::regex_replace(said, range, "$1到$2"), positive, "正整数");
    }
    std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override {
        const std::string english = "Subcommands:";
        std::string text = Formatter::make_subcommands(app, mode);
        if (const auto at = text.find(english); at != text.npos)
            text.replace(at, english.size(), "命令:");
        return text;
    }
};

}  // namespace

void speak_chinese(CLI::App& app) {
    const auto formatter = std::make_shared<ChineseFormatter>();
    const std::pair<const char*, const char*> labels[] = {
        {"Usage", "用法"},      {"OPTIONS", "选项"},     {"Options", "选项"},
        {"SUBCOMMAND", "命令"}, {"Positionals", "参数"}, {"REQUIRED", "（必填）"},
        {"TEXT", "文字"},       {"UINT", "数字"},        {"INT", "数字"}};
    for (const auto& [english, chinese] : labels)
        formatter->label(english, chinese);
    app.formatter(formatter);
    app.set_help_flag("-h,--help", "显示这页帮助");
    app.failure_message(failure);
    app.require_subcommand(1);
}

}  // namespace gongkai::app
