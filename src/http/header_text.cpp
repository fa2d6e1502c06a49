#include "http/header_text.h"

#include <boost/beast/http/status.hpp>

namespace gongkai::http {

namespace {

std::string_view reason(int status) {
    const auto text = boost::beast::http::obsolete_reason(boost::beast::http::status(status));
    return {text.data(), text.size()};
}

}  // namespace

std::string header_text(const Response& response, bool keep_alive) {
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
    text += reason(response.status);
    text += "\r\n";
    for (const auto& [name, value] : response.headers) {
        if (value.find_first_of("\r\n") != value.npos) continue;  // nothing may split the header
        text.append(name).append(": ").append(value).append("\r\n");
    }
    const auto size = response.streamed.from ? response.streamed.size : response.body.size();
    if (response.status != 304) text += "Content-Length: " + std::to_string(size) + "\r\n";
    text += keep_alive ? "\r\n" : "Connection: close\r\n\r\n";
    return text;
}

}  // namespace gongkai::http
