#include "portal/form_token.h"

namespace gongkai::portal {

namespace {

constexpr std::string_view cookie_name = "__Host-form";
constexpr std::size_t browser_signs = 24, number_signs = 16, signature_signs = 32;

}  // namespace

FormTokens::Given FormTokens::give(const http::Request& request) const {
    Given given;
    std::string browser(request.cookie(cookie_name));
    if (browser.size() != browser_signs) {
        browser = random_code(browser_signs);
        given.cookie = std::string(cookie_name) + "=" + browser +
                       "; Path=/; Secure; HttpOnly; SameSite=Strict";
    }
    const std::string number = random_code(number_signs);
    given.token = number + signature(browser, number);
    return given;
}

bool FormTokens::is_of(const http::Request& request, std::string_view token) const {
    const auto browser = request.cookie(cookie_name);
    if (browser.empty() || token.size() != number_signs + signature_signs) return false;
    return same_secret(token.substr(number_signs),
                       signature(browser, token.substr(0, number_signs)));
}

std::string FormTokens::signature(std::string_view browser, std::string_view number) const {
    return keyed_digest(key_, "form", std::string(browser) + "/" + std::string(number))
        .substr(0, signature_signs);
}

}  // namespace gongkai::portal
