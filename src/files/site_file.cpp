#include "files/site_file.h"

#include <algorithm>

#include "base/regular_file.h"
#include "base/text.h"
#include "files/json_text.h"

namespace gongkai::files {

namespace {

struct Key {
    std::string_view name;
    std::string SiteIdentity::*member;
};
constexpr Key keys[] = {
    {"name", &SiteIdentity::name},       {"sponsor", &SiteIdentity::sponsor},
    {"contact", &SiteIdentity::contact}, {"code", &SiteIdentity::code},
    {"icp", &SiteIdentity::icp},         {"police", &SiteIdentity::police},
};

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "site.malformed", "网站信息读不懂：" + message};
}

bool is_code(std::string_view text) {
    constexpr std::size_t signs = 10;
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return text.size() == signs && std::ranges::all_of(text, plain);
}

}  // namespace

Result<SiteIdentity> parse_site(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    if (!parsed.value().is<json::Object>()) return malformed("不是一个 JSON 对象");
    SiteIdentity it;
    for (const auto& [name, value] : parsed.value().as<json::Object>().members()) {
        const auto key = std::ranges::find(keys, std::string_view(name), &Key::name);
        if (key == std::end(keys)) return malformed("不认识“" + name + "”");
        if (!value.is<std::string>()) return malformed("“" + name + "”应是文字");
        it.*key->member = text::trim(value.as<std::string>());
    }
    if (!it.code.empty() && !is_code(it.code))
        return malformed("网站标识码（code）应是 10 位数字或者字母");
    return it;
}

Result<SiteIdentity> load_site(const std::filesystem::path& file) {
    if (file.empty()) return SiteIdentity{};
    const auto bytes = read_regular_file(file, "网站信息文件", most_of_settings);
    if (!bytes.ok()) return Error{bytes.error().kind, "site.no-file", bytes.error().message};
    auto it = parse_site(bytes.value());
    if (it.ok()) return it;
    return Error{it.error().kind, it.error().code, file.string() + "：" + it.error().message};
}

}  // namespace gongkai::files
