#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "app/office.h"

namespace gongkai::app {

struct BodyOptions {
    OfficePlace place;
    std::string organ, file;
    std::string into;         // an existing body without records, or empty
    std::int64_t region = 0;  // where a body is made for it
    bool sealed = false;      // export: with sealed data, under a passphrase
    bool without_sealed = false;
};

// gongkai export and import-organ: one body's whole record, from one installation or region to
// another. `options` outlives the parsing.
void add_body_commands(CLI::App& app, BodyOptions& options, int& status);

}  // namespace gongkai::app
