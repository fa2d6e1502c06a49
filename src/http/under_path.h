#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/server.h"

namespace gongkai::http {

// An application as a part of another site, such as the column of a government's portal
// (国办公开办函〔2019〕61号: no site of its own): it is served under a path, "/zwgk". The inner
// application knows nothing of it. Paths lose the prefix on the way in; on the way out links,
// forms, scripts and styles of its pages, redirections and the path of its cookies get it. This is
// exact because pages are made by writer::Html, in whose output no text can look like an attribute.
class UnderPath : public Application {
public:
    // `base` begins with a slash and ends with none.
    UnderPath(const Application& inner, std::string base) : inner_(inner), base_(std::move(base)) {}

    // "/zwgk", "/a/b-c": letters, digits, '-', '_' and '.' between slashes; no "..".
    static bool is_base(std::string_view text);

    Claim claim(const Request& head) const override;
    bool vouch(const Request& head) const override;
    Response answer(Request request) const override;
    Response refusal(int status, const Request& head) const override;
    void broke_down(const Request& head, std::string_view cause) const override;

private:
    const Application& inner_;
    std::string base_;

    // Nothing for a path elsewhere.
    std::optional<std::string_view> inside(std::string_view path) const;
    Request as_inside(const Request& head) const;
    Response outward(Response response) const;
};

}  // namespace gongkai::http
