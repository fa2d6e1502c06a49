#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"

// Where the concrete store meets the commands that need one.
namespace gongkai::app {

struct ServeOptions {
    std::filesystem::path data = "data-local";  // folder of the database, made where there is none
    std::string address = "127.0.0.1";
    std::string base;                // path under which it is served, "/zwgk"; empty: the root
    std::uint16_t port = 8080;       // 0: any free one
    std::filesystem::path holidays;  // a folder of further notices, or empty
    std::filesystem::path
        letters;                 // a folder of letters in the place of the carried ones, or empty
    std::filesystem::path site;  // a file that says whose site it is, or empty
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For is believed
    std::filesystem::path key;                 // of what is personal; empty: beside the data folder
    // Largest files that are handed in, in MB.
    std::size_t public_upload = 20;
    std::size_t staff_upload = 200;
    std::uint16_t metrics_port = 0;  // on 127.0.0.1; 0: none
    bool anew = false;               // goes on where the data folder lacks what it should have
    std::string version;
};

// gongkai serve: answers until SIGINT or SIGTERM. Exit status 0, or 3 where it cannot begin.
int serve(const ServeOptions& options, std::ostream& out, std::ostream& err);

// What acts as no witness by its settings; refusal witness.not-set.
Error no_witness();

// gongkai witness serve: the same for the address of a witness alone.
int serve_witness(const ServeOptions& options, std::ostream& out, std::ostream& err);

struct ImportOptions {
    std::filesystem::path data = "data-local";
    std::vector<std::string> arguments;  // files and folders
};

// gongkai import: exit status 0, or 3 where something could not be read.
int import_reports(const ImportOptions& options, std::ostream& err);

struct KeptOptions {
    std::filesystem::path data = "data-local";
    std::string id;    // of the report to remove
    bool yes = false;  // remove without asking
};

// gongkai reports list and remove: exit status 0; 2 where nobody answers whether to remove; 3 where
// there is no such report.
int list_reports(const KeptOptions& options, std::ostream& out, std::ostream& err);
int remove_report(const KeptOptions& options, std::istream& in, std::ostream& out,
                  std::ostream& err);

}  // namespace gongkai::app
