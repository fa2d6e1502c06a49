#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/secrets.h"
#include "http/message.h"

namespace gongkai::portal {

// The token of a form: made and signed here, and bound by a cookie to the browser that got the
// form. A token that somebody else chose, or that another browser got, is worth nothing: what was
// given for it shows number and query code. A browser that keeps no cookies has no token; its forms
// are known again by their contents alone. Good while this program runs.
class FormTokens {
public:
    struct Given {
        std::string token;
        std::string cookie;  // Set-Cookie's value; empty where the browser has one
    };
    Given give(const http::Request& request) const;
    // Whether the token is this browser's and was made here.
    bool is_of(const http::Request& request, std::string_view token) const;

private:
    std::string signature(std::string_view browser, std::string_view number) const;

    BoxKey key_ = random_box_key();
};

}  // namespace gongkai::portal
