#pragma once

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

// Where the concrete store meets the commands that need one.
namespace gongkai::app {

struct ServeOptions {
    std::filesystem::path data = "data-local";  // folder of the database, made where there is none
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;       // 0: any free one
    std::filesystem::path holidays;  // a folder of further notices, or empty
    std::filesystem::path key;       // of what is personal; empty: beside the data folder
    std::string version;
};

// gongkai serve: answers until SIGINT or SIGTERM. Exit status 0, or 3 where it cannot begin.
int serve(const ServeOptions& options, std::ostream& out, std::ostream& err);

struct ImportOptions {
    std::filesystem::path data = "data-local";
    std::vector<std::string> arguments;  // files and folders
};

// gongkai import: exit status 0, or 3 where something could not be read.
int import_reports(const ImportOptions& options, std::ostream& err);

}  // namespace gongkai::app
