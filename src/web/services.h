#pragma once

#include <string>

#include "forms/form.h"
#include "law/calendar.h"
#include "reports/library.h"

namespace gongkai::web {

// What the pages and routes draw on. All of it outlives them and may be used from many threads.
struct Services {
    reports::Library& library;
    const forms::Forms& forms;
    const law::Calendar& calendar;
    std::string version;  // of the program
};

}  // namespace gongkai::web
