#include "http/log.h"

#include <chrono>
#include <ctime>
#include <syncstream>

#include "base/text.h"
#include "base/unseen.h"
#include "files/json_text.h"
#include "http/request_id.h"

namespace gongkai::http {

namespace {

std::string now() {
    using namespace std::chrono;
    const auto at = floor<milliseconds>(system_clock::now());
    const std::time_t seconds = system_clock::to_time_t(at);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[sizeof "2026-03-02T08:00:00.000Z"];
    const auto length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
    const auto thousandths = std::to_string(1000 + at.time_since_epoch().count() % 1000);
    return std::string(text, length) + "." + thousandths.substr(1) + "Z";
}

void append_number(std::string& to, char32_t sign) {
    constexpr char hex[] = "0123456789abcdef";
    to += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        to += hex[sign >> shift & 15];
}

}  // namespace

std::string seen(std::string_view json) {
    std::string shown;
    for (const char32_t sign : text::points(json)) {
        if (text::is_control(sign) || text::is_hidden(sign))
            append_number(shown, sign);
        else
            text::append(shown, sign);
    }
    return shown;
}

void Log::error(std::string_view event, const json::Object& said) const {
    files::JsonText line;
    line.open_object().key("time").text(now()).key("level").text("error").key("event").text(event);
    if (const auto request = RequestId::current(); !request.empty())
        line.key("request").text(request);
    line.members(said).close_object();
    std::osyncstream(out_) << seen(line.take()) << '\n' << std::flush;
}

}  // namespace gongkai::http
