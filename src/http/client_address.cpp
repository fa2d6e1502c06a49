#include "http/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace gongkai::http {

namespace {

constexpr std::string_view forwarded_for = "X-Forwarded-For";
using Bytes = std::array<unsigned char, sizeof(in6_addr)>;

std::string printed(int family, const void* bytes) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    return inet_ntop(family, bytes, text.data(), text.size()) ? text.data() : "";
}

// Of several lines and of the entries in each, the nearest hop last.
std::vector<std::string> hops(const std::vector<Field>& headers) {
    std::vector<std::string> all;
    for (const auto& [name, value] : headers) {
        if (!same_name(name, forwarded_for)) continue;
        for (std::string_view rest = value; !rest.empty();) {
            const auto comma = std::min(rest.find(','), rest.size());
            all.push_back(plain_address(rest.substr(0, comma)));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    return all;
}

std::string to_count_by(const std::string& address) {
    Bytes bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
    std::fill(bytes.begin() + bytes.size() / 2, bytes.end(), 0);
    return printed(AF_INET6, bytes.data()) + "/64";
}

}  // namespace

std::string plain_address(std::string_view text) {
    const auto from = text.find_first_not_of(" \t");
    if (from == text.npos) return {};
    const std::string trimmed(text.substr(from, text.find_last_not_of(" \t") + 1 - from));
    in_addr four{};
    if (inet_pton(AF_INET, trimmed.c_str(), &four) == 1) return printed(AF_INET, &four);
    in6_addr six{};
    if (inet_pton(AF_INET6, trimmed.c_str(), &six) != 1) return {};
    if (IN6_IS_ADDR_V4MAPPED(&six)) return printed(AF_INET, &six.s6_addr[12]);
    return printed(AF_INET6, &six);
}

std::string client_address(std::string_view peer, const std::vector<Field>& headers,
                           std::span<const std::string> trusted_proxies) {
    const auto is_trusted = [&](const std::string& address) {
        return std::ranges::find(trusted_proxies, address) != trusted_proxies.end();
    };
    std::string client = plain_address(peer);
    auto named = hops(headers);
    while (is_trusted(client) && !named.empty() && !named.back().empty()) {
        client = std::move(named.back());
        named.pop_back();
    }
    return to_count_by(client);
}

}  // namespace gongkai::http
