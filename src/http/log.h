#pragma once

#include <ostream>
#include <string_view>

#include "base/json_value.h"

namespace gongkai::http {

// The program's log: a JSON object a line, with time (RFC 3339, UTC), level, event and, where one
// is at work, request. No sign in it ends the line, moves the cursor or turns the direction of
// writing. Personal data has no place in it: no query, no body, no address of a visitor.
class Log {
public:
    explicit Log(std::ostream& out) : out_(out) {}

    // `said` beside those. May be used from many threads.
    void error(std::string_view event, const json::Object& said) const;

private:
    std::ostream& out_;
};

// JSON whose texts show every sign: those that nobody sees are written as \uXXXX.
std::string seen(std::string_view json);

}  // namespace gongkai::http
