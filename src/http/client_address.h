#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace gongkai::http {

// An IP address in its one form, an IPv4 address within IPv6 as what it is; empty for no address.
std::string plain_address(std::string_view text);

// Who sent a request, to count by: the other end of the connection, or, where that is a trusted
// proxy, the last address in X-Forwarded-For that is none. Whatever stands before it anybody can
// write. Of IPv6 the first 64 bits, which one subscriber has for himself.
std::string client_address(std::string_view peer, const std::vector<Field>& headers,
                           std::span<const std::string> trusted_proxies);

}  // namespace gongkai::http
