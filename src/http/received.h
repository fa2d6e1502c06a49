#pragma once

#include <algorithm>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <string>

#include "http/router.h"
#include "http/strict.h"

// What came over the wire, out of Beast's hands; for the pieces of the server alone.
namespace gongkai::http {

namespace beast = boost::beast;
using BodyParser = beast::http::request_parser<beast::http::buffer_body>;

// The address of the other side; that of nobody where it has gone.
inline std::string peer_of(const beast::tcp_stream& stream) {
    beast::error_code gone;
    return stream.socket().remote_endpoint(gone).address().to_string();
}

// A header as it came, with what is wrong about it: a status, or 0.
struct Head {
    Request request;
    int refusal = 0;
};

inline Head head_of(const BodyParser& parser, bool folded) {
    const auto& message = parser.get();
    Head head;
    Request& request = head.request;
    request.path = "/";
    for (const auto& field : message)
        request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    const std::string_view target(message.target().data(), message.target().size());
    const auto mark = std::min(target.find('?'), target.size());
    const auto path = decoded_path(target.substr(0, mark));
    if (folded || !path || !is_strict(int(message.version()), target, request.headers)) {
        head.refusal = 400;
        // By its beginning its refusal takes the form that the sender reads.
        if (target.starts_with('/')) request.path = std::string(target.substr(0, mark));
        return head;
    }
    request.method = std::string(message.method_string());
    request.path = *path;
    if (mark < target.size()) take_query(request, target.substr(mark + 1));
    return head;
}

inline int status_of(const beast::error_code& code) {
    using beast::http::error;
    if (code == error::header_limit || code == error::buffer_overflow) return 431;
    if (code == error::body_limit) return 413;
    if (code == beast::error::timeout) return 408;
    // A client that went away gets no answer; whatever else the parser dislikes is malformed.
    const bool gone = code == error::end_of_stream || code == error::partial_message;
    const auto& parser_faults = beast::http::make_error_code(error::bad_method).category();
    return code.category() == parser_faults && !gone ? 400 : 0;
}

}  // namespace gongkai::http
