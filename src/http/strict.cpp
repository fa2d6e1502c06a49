#include "http/strict.h"

#include <algorithm>

namespace gongkai::http {

namespace {

constexpr std::size_t longest_target = 4096;

bool is_host_sign(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-._:[]").find(c) != std::string_view::npos;
}

}  // namespace

bool is_strict(int version, std::string_view target, const std::vector<Field>& headers) {
    if (version != 10 && version != 11) return false;
    if (!target.starts_with('/') || target.size() > longest_target) return false;

    int hosts = 0, lengths = 0, codings = 0;
    for (const auto& [name, value] : headers) {
        if (same_name(name, "Host")) {
            ++hosts;
            if (value.empty() || !std::ranges::all_of(value, is_host_sign)) return false;
        } else if (same_name(name, "Content-Length")) {
            ++lengths;
            if (value.find(',') != value.npos) return false;
        } else if (same_name(name, "Transfer-Encoding")) {
            ++codings;
            if (!same_name(value, "chunked") || version == 10) return false;
        }
    }
    const bool host = version == 11 ? hosts == 1 : hosts <= 1;
    return host && lengths + codings <= 1;
}

}  // namespace gongkai::http
