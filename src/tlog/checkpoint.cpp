#include "tlog/checkpoint.h"

#include <charconv>

#include "base/base64.h"

namespace gongkai::tlog {

namespace {

Error malformed(const std::string& what) {
    return {ErrorKind::Invalid, "log.checkpoint", "检查点的" + what + "，可能没有复制完整。"};
}

// The text up to the next newline, which is taken away with it; nothing where there is none.
std::optional<std::string_view> take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == rest.npos) return {};
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

}  // namespace

std::string written(const Checkpoint& it) {
    return it.origin + "\n" + std::to_string(it.head.size) + "\n" + base64(bytes(it.head.root)) +
           "\n";
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
    const auto origin = take_line(text), size = take_line(text), root = take_line(text);
    if (!origin || origin->empty()) return malformed("第一行应是日志的名称");
    std::int64_t count = -1;
    if (size) std::from_chars(size->data(), size->data() + size->size(), count);
    if (count < 0 || std::to_string(count) != *size) return malformed("第二行应是记录的条数");
    const auto hash = root ? bytes_of_base64(*root) : std::nullopt;
    const auto digest = hash ? sm3_of_bytes(*hash) : std::nullopt;
    if (!digest) return malformed("第三行应是树根");
    return Checkpoint{std::string(*origin), {count, *digest}};
}

}  // namespace gongkai::tlog
