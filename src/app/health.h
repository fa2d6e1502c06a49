#pragma once

#include <functional>
#include <string>
#include <vector>

#include "http/router.h"

namespace gongkai::app {

struct Readiness {
    bool ready = true;
    std::string
        said;  // a word for the log of whoever asked: a code, never a sentence of the office
};

// GET /healthz: the program answers. GET /readyz: the store answers too, so that pages can be made;
// 503 where it does not. What waits for a person, such as checkpoints that do not hold, takes no
// server out of service: reading goes on.
std::vector<http::Route> health_routes(std::function<Readiness()> readiness);

}  // namespace gongkai::app
