#include "http/byte_range.h"

#include <algorithm>

#include "base/whole_number.h"

namespace gongkai::http {

namespace {

constexpr int partial = 206, not_satisfiable = 416;

struct Range {
    std::uint64_t first = 0, end = 0;
};

// "bytes=0-499", "bytes=500-", "bytes=-500". An empty one cannot be satisfied.
std::optional<Range> range_of(std::string_view header, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit)) return {};
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == header.npos) return {};
    const auto from = whole_number<std::uint64_t>(header.substr(0, dash)),
               to = whole_number<std::uint64_t>(header.substr(dash + 1));
    if (dash == 0)
        return to ? std::optional(Range{size - std::min(*to, size), size}) : std::nullopt;
    const bool open = dash + 1 == header.size();
    if (!from || (!open && (!to || *to < *from))) return {};
    return Range{*from, open ? size : std::min(size, *to + (*to < size ? 1 : 0))};
}

}  // namespace

void cut_to_range(const Request& request, Response& response) {
    if (!response.streamed.from || response.status != 200) return;
    response.set("Accept-Ranges", "bytes");
    const auto asked = request.header("Range"), only_of = request.header("If-Range");
    if (request.method != "GET" || asked.empty()) return;
    if (!only_of.empty() && only_of != response.header("ETag")) return;
    const auto size = response.streamed.size;
    const auto range = range_of(asked, size);
    if (!range) return;
    const std::string whole = "/" + std::to_string(size);
    if (range->first >= range->end) {
        response.status = not_satisfiable;
        response.streamed = {};
        response.set("Content-Range", "bytes *" + whole);
        return;
    }
    response.status = partial;
    response.streamed.first = range->first;
    response.streamed.size = range->end - range->first;
    response.set("Content-Range", "bytes " + std::to_string(range->first) + "-" +
                                      std::to_string(range->end - 1) + whole);
}

}  // namespace gongkai::http
