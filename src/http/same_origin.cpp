#include "http/same_origin.h"

namespace gongkai::http {

namespace {

bool only_reads(std::string_view method) {
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

// "example.cn:8080" of "https://example.cn:8080"; empty where it has no host, as "null" has none.
std::string_view host_of(std::string_view origin) {
    constexpr std::string_view behind_scheme = "://";
    const auto at = origin.find(behind_scheme);
    return at == origin.npos ? std::string_view() : origin.substr(at + behind_scheme.size());
}

}  // namespace

bool is_from_another_site(const Request& request) {
    if (only_reads(request.method)) return false;
    if (const auto site = request.header("Sec-Fetch-Site"); !site.empty())
        return site != "same-origin" && site != "none";
    const auto origin = request.header("Origin");
    return !origin.empty() && !same_name(host_of(origin), request.header("Host"));
}

}  // namespace gongkai::http
