// The settings of a machine: what is written wrong is told with its line, and what is typed on the
// command line comes first.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "../store/engines.h"
#include "app/command_line.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string fault(std::string_view text) {
    const auto it = app::parse_machine_settings(text);
    return it.faults.size() == 1 ? it.faults.front() : std::to_string(it.faults.size()) + " faults";
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

std::string written(const Folder& folder, std::string_view text) {
    const auto file = folder.path / "gongkai.conf";
    std::ofstream(file) << text;
    return file.string();
}

app::CommandLine typed(std::vector<const char*> words, const std::string& usual = "/nowhere") {
    words.insert(words.begin(), "gongkai");
    return app::read_command_line(int(words.size()), words.data(), usual);
}

// What a command `serve` with some options of settings is given.
std::vector<std::string> given(const app::CommandLine& line) {
    CLI::App app{"", "gongkai"};
    auto* serve = app.add_subcommand("serve", "");
    for (const auto* option : {"--data", "--key", "--port", "--trusted-proxy"})
        serve->add_option(option, "");
    app.add_subcommand("import", "")->add_option("--data", "");
    return app::with_settings(app, line);
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a settings file has a name and a value a line") {
    const auto it = app::parse_machine_settings(
        "\xEF\xBB\xBF# 说明\n\n data = /var/lib/gongkai \r\nport=8080\n"
        "trusted-proxy = 127.0.0.1\ntrusted-proxy = 2001:db8::7\n"
        "database = postgresql://u:a=b@127.0.0.1/x");
    CHECK(it.faults.empty());
    CHECK(it.lines.size() == 5);
    CHECK(it.value("data") == "/var/lib/gongkai");
    CHECK(it.value("port") == "8080");
    CHECK(it.value("database") == "postgresql://u:a=b@127.0.0.1/x");
    CHECK(it.value("key") == "");
}

TEST_CASE("what is wrong in a settings file is told with its line and what to write") {
    CHECK(fault("port = 80a") == "第 1 行：port 要写 0 到 65535 之间的整数，现为“80a”");
    CHECK(fault("\n\nport = 65536") == "第 3 行：port 要写 0 到 65535 之间的整数，现为“65536”");
    CHECK(has(fault("data = var/lib"), "要写从“/”开始的完整路径"));
    CHECK(has(fault("address = localhost"), "要写 IP 地址，如 127.0.0.1，现为“localhost”"));
    CHECK(has(fault("base = zwgk"), "/zwgk 这样的路径"));
    CHECK(has(fault("metrics-port = 0"), "1 到 65535"));
    CHECK(has(fault("staff-upload = 1025"), "1 到 1024"));
    CHECK(has(fault("port ="), "没有写值"));
    CHECK(has(fault("port：8080"), "等号用半角的 ="));
    CHECK(has(fault("端口 = 8080"), "不认识“端口”；可以写的有 data、key"));
    CHECK(has(fault("port = 1\nport = 2"), "第 2 行：port 前面已经写过"));
    CHECK(has(fault("data = /\xD6\xD0"), "UTF-8"));
    CHECK(has(fault(std::string_view("port = 1\0", 9)), "UTF-8"));
    const auto several = app::parse_machine_settings("port = x\nkey = y\naddress = z\n");
    CHECK(several.faults.size() == 3);
}

TEST_CASE("the address of a database is not repeated, since it may hold a password") {
    CHECK(has(fault("database = mysql://gongkai:canary-77@127.0.0.1/x"), "postgresql:// 开头"));
    CHECK_FALSE(has(fault("database = mysql://gongkai:canary-77@127.0.0.1/x"), "canary-77"));
}

TEST_CASE("a settings file that cannot be read is a fault that names it") {
    CHECK(has(app::read_machine_settings("/nowhere/gongkai.conf").faults.at(0),
              "/nowhere/gongkai.conf"));
    CHECK(app::read_machine_settings("/dev/zero").faults.size() == 1);
    const Folder folder;
    const auto file = written(folder, "port = x\n");
    CHECK(app::read_machine_settings(file).faults.at(0) ==
          "设置文件 " + file + " 第 1 行：port 要写 0 到 65535 之间的整数，现为“x”。");
}

TEST_CASE("what is typed comes before what is set, and only what a command has is set") {
    const Folder folder;
    const auto file = written(folder, "data = /d\nkey = /k\nport = 81\nsite = /s\n");
    CHECK(given(typed({"serve", "--settings", file.c_str(), "--port", "90"})) ==
          Words{"serve", "--port", "90", "--data=/d", "--key=/k"});
    CHECK(given(typed({"serve", ("--settings=" + file).c_str()})) ==
          Words{"serve", "--data=/d", "--key=/k", "--port=81"});
    CHECK(given(typed({"import", "a.docx", "--settings", file.c_str()})) ==
          Words{"import", "a.docx", "--data=/d"});
    CHECK(typed({"serve", "--settings"}).fault == "--settings 后面没有写值");
}

TEST_CASE("the usual file is read where neither settings nor data are named") {
    const Folder folder;
    const auto file = written(folder, "data = /d\nkey = /k\nport = 81\n");
    CHECK(given(typed({"serve"}, file)) == Words{"serve", "--data=/d", "--key=/k", "--port=81"});
    CHECK(given(typed({"serve", "--data", "x"}, file)) == Words{"serve", "--data", "x"});
    CHECK(given(typed({"serve", "--data=x"}, file)) == Words{"serve", "--data=x"});
    CHECK(typed({"report", "check", "x"}, file).settings_file.empty());
    CHECK(typed({"serve", "--help"}, file).settings_file.empty());
    CHECK(typed({"--version"}, file).settings_file.empty());
    CHECK(given(typed({"serve"})) == Words{"serve"});
}

TEST_CASE("another data folder has another key, so the file's is passed over") {
    const Folder folder;
    const auto file = written(folder,
                              "data = /d\nkey = /k\ncheckpoint = /c\nbackup = /b\nport = 81\n"
                              "database = postgresql://127.0.0.1/x\ndatabase-connections = 3\n");
    const auto line = typed({"serve", "--settings", file.c_str(), "--data", "x"});
    CHECK(given(line) == Words{"serve", "--data", "x", "--port=81"});
    CHECK(line.settings.value("database") == "");
    CHECK(line.settings.value("checkpoint") == "");
}

TEST_CASE("the settings that the package brings are right, and name all there are") {
    std::ifstream in(std::string(GONGKAI_SOURCE_DIR) + "/packaging/gongkai.conf");
    std::stringstream text;
    text << in.rdbuf();
    CHECK(app::parse_machine_settings(text.str()).faults.empty());
    for (const auto name : app::names_of_settings())
        CHECK_MESSAGE(has(text.str(), std::string(name) + " = "), name);
    // As they are when somebody takes away the marks in front of them.
    std::string open;
    for (std::string line; std::getline(text, line);)
        open += (line.starts_with("# ") && has(line, " = /") ? line.substr(2) : line) + "\n";
    CHECK(app::parse_machine_settings(open).faults.empty());
}
