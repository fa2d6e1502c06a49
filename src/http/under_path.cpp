#include "http/under_path.h"

#include <algorithm>

namespace gongkai::http {

namespace {

constexpr int not_found = 404;

bool is_path_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '/';
}

// Every address of this site in an attribute of a page.
std::string with_base(const std::string& page, std::string_view base) {
    constexpr std::string_view attributes[] = {" href=\"/", " src=\"/", " action=\"/"};
    std::string out;
    out.reserve(page.size() + page.size() / 16);
    for (std::size_t at = 0; at < page.size();) {
        if (page[at] == ' ') {
            const auto rest = std::string_view(page).substr(at);
            const auto found = std::ranges::find_if(
                attributes, [&](std::string_view it) { return rest.starts_with(it); });
            if (found != std::end(attributes)) {
                out.append(found->substr(0, found->size() - 1)).append(base).append("/");
                at += found->size();
                continue;
            }
        }
        out += page[at++];
    }
    return out;
}

}  // namespace

bool UnderPath::is_base(std::string_view text) {
    return text.size() > 1 && text.starts_with('/') && !text.ends_with('/') &&
           text.find("//") == text.npos && text.find("..") == text.npos &&
           std::ranges::all_of(text, is_path_sign);
}

std::optional<std::string_view> UnderPath::inside(std::string_view path) const {
    if (!path.starts_with(base_)) return {};
    path.remove_prefix(base_.size());
    if (path.empty()) return "/";
    if (path.front() != '/') return {};
    return path;
}

Response UnderPath::outward(Response response) const {
    if (response.header("Content-Type").starts_with("text/html"))
        response.body = with_base(response.body, base_);
    for (auto& [name, value] : response.headers) {
        if (same_name(name, "Location") && value.starts_with('/')) value.insert(0, base_);
        // A cookie named __Host- must keep the path of the whole host.
        constexpr std::string_view whole = "; Path=/;";
        if (!same_name(name, "Set-Cookie") || value.starts_with("__Host-")) continue;
        if (const auto at = value.find(whole); at != value.npos)
            value.replace(at, whole.size(), "; Path=" + base_ + ";");
    }
    return response;
}

Request UnderPath::as_inside(const Request& head) const {
    Request seen = head;
    seen.path = inside(head.path).value_or("/");
    return seen;
}

Claim UnderPath::claim(const Request& head) const { return inner_.claim(as_inside(head)); }

bool UnderPath::vouch(const Request& head) const { return inner_.vouch(as_inside(head)); }

void UnderPath::broke_down(const Request& head, std::string_view cause) const {
    inner_.broke_down(as_inside(head), cause);
}

Response UnderPath::answer(Request request) const {
    const auto path = inside(request.path);
    if (!path) return refusal(not_found, request);
    request.path = *path;
    return outward(inner_.answer(std::move(request)));
}

Response UnderPath::refusal(int status, const Request& head) const {
    return outward(inner_.refusal(status, as_inside(head)));
}

}  // namespace gongkai::http
