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

// What CLI11 says of the options that this program has.
constexpr Saying sayings[] = {
    {"A subcommand is required", "请写明要做什么"},
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

std::string failure(const CLI::App*, const CLI::Error& fault) {
    return "命令写得不对：" + in_chinese(fault.what()) + "\n用法见 gongkai --help\n";
}

// The library takes labels for all but the headings of its own groups.
class ChineseFormatter : public CLI::Formatter {
public:
    std::string make_group(std::string group, bool is_positional,
                           std::vector<const CLI::Option*> options) const override {
        return Formatter::make_group(get_label(group), is_positional, std::move(options));
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
