#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "http/doorkeeper.h"

namespace gongkai::site {

// The sessions that were found in the store a while ago, by the digest of their cookie. Being known
// here opens no door, which each request asks for by itself: it only says whose turn a request
// takes.
class KnownSessions : public http::Doorkeeper {
public:
    // `is_session`: whether the store has the cookie; asked in vouch() alone.
    KnownSessions(std::function<bool(const std::string& cookie, std::int64_t now)> is_session,
                  std::function<std::int64_t()> now)
        : is_session_(std::move(is_session)), now_(std::move(now)) {}

    std::string known(const http::Request& head) const override;
    bool vouch(const http::Request& head) override;
    void forget(const http::Request& head) override;

    static constexpr std::int64_t known_for = std::int64_t{10} * 60'000;  // milliseconds
    static constexpr std::size_t most = 20'000;

private:
    void make_room(std::int64_t now);

    const std::function<bool(const std::string&, std::int64_t)> is_session_;
    const std::function<std::int64_t()> now_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::int64_t> until_;
};

}  // namespace gongkai::site
