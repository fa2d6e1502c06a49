#pragma once

#include <string>

namespace gongkai::http {

// The number of the request that this thread is at: in the answer's header X-Request-Id, on pages
// that say what went wrong, and in the log. Eight signs that are told over the telephone.
class RequestId {
public:
    RequestId();
    ~RequestId();
    RequestId(const RequestId&) = delete;
    RequestId& operator=(const RequestId&) = delete;

    const std::string& text() const { return text_; }
    // Empty outside of a request.
    static std::string current();

private:
    std::string text_;
    const RequestId* outer_;
};

}  // namespace gongkai::http
