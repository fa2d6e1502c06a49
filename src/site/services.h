#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "desk/desks.h"
#include "files/site_file.h"
#include "forms/form.h"
#include "http/router.h"
#include "law/calendar.h"
#include "reports/library.h"

namespace gongkai::site {

class Grounds;
class VisitorLimits;

// What the pages and routes draw on. All of it outlives them and may be used from many threads.
struct Services {
    reports::Library& library;
    const forms::Forms& forms;
    const law::Calendar& calendar;
    std::string version;           // of the program
    desk::Desks* desks = nullptr;  // none: reports alone, without bodies and requests
    std::function<std::int64_t()>
        now{};  // milliseconds since 1970 UTC; set where there is an office
    // Another answer once anything was committed to the store; none: no answer is kept.
    std::function<std::string()> state{};
    files::SiteIdentity site{};       // whose site it is, as far as it is known
    http::UploadLimits uploads{};     // of files that are handed in
    std::string base{};               // path under which the site is served, "/zwgk"; mostly none
    VisitorLimits* limits = nullptr;  // of the public; set by the site
    Grounds* grounds = nullptr;       // of kept answers; set by the site
};

}  // namespace gongkai::site
