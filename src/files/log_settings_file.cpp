#include "files/log_settings_file.h"

#include <algorithm>

#include "files/json_text.h"
#include "files/place_settings.h"

namespace gongkai::files {

namespace {

using tlog::Settings;

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "log-settings.malformed", "公开日志的设置读不懂：" + message};
}

// http or https, a host, and a path without a slash at its end: logs are named by it.
bool is_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        text.remove_prefix(scheme.size());
        return tlog::is_key_name(text) && text.front() != '/' && text.back() != '/' &&
               text.find_first_of("?#\"'<>") == text.npos;
    }
    return false;
}

Error wrong_address(std::string_view name) {
    return malformed("“" + std::string(name) +
                     "”应写成 https://www.example.gov.cn 或者 https://www.example.gov.cn/zwgk "
                     "这样的网址，末尾没有“/”。");
}

Result<std::string> text_in(const json::Object& from, std::string_view name) {
    const auto* value = from.find(name);
    const auto* text = value ? value->get_if<std::string>() : nullptr;
    if (!text) return malformed("缺“" + std::string(name) + "”，它应是文字。");
    return *text;
}

using TakeOne = Status (*)(const json::Object& from, Settings& into);

Status take_each(std::string_view name, const json::Value& value, TakeOne take, Settings& into) {
    const auto* list = value.get_if<json::Array>();
    if (!list) return malformed("“" + std::string(name) + "”应是列表。");
    for (const auto& each : *list) {
        const auto* one = each.get_if<json::Object>();
        if (!one) return malformed("“" + std::string(name) + "”里每一项应写在一对花括号里。");
        GK_CHECK(take(*one, into));
    }
    return Done{};
}

Status take_witness(const json::Object& from, Settings& into) {
    GK_TRY(url, text_in(from, "url"));
    GK_TRY(written, text_in(from, "key"));
    GK_TRY(key, tlog::parse_key(written));
    if (!is_address(url)) return wrong_address("url");
    if (key.kind != tlog::KeyKind::Cosignature)
        return malformed("“witnesses”里的公钥应是见证方的，“" + key.name + "”的不是。");
    into.witnesses.push_back({key, url});
    return Done{};
}

Status take_followed(const json::Object& from, Settings& into) {
    GK_TRY(origin, text_in(from, "origin"));
    GK_TRY(written, text_in(from, "key"));
    GK_TRY(key, tlog::parse_key(written));
    if (key.kind != tlog::KeyKind::Ed25519 && key.kind != tlog::KeyKind::Sm2)
        return malformed("“follows”里的公钥应是日志的，“" + key.name + "”的不是。");
    const auto known = std::ranges::find(into.follows, origin, &tlog::FollowedLog::origin);
    if (known == into.follows.end())
        into.follows.push_back({origin, {key}});
    else
        known->keys.push_back(key);
    return Done{};
}

Status take(std::string_view name, const json::Value& value, Settings& into) {
    if (name == "note") return Done{};
    if (name == "witnesses") return take_each(name, value, take_witness, into);
    if (name == "follows") return take_each(name, value, take_followed, into);
    const bool is_name = name == "witness_name";
    if (!is_name && name != "address")
        return malformed("没有“" + std::string(name) +
                         "”这一项。可以写的有 address、witnesses、witness_name、follows 和 note。");
    const auto* text = value.get_if<std::string>();
    if (!text) return malformed("“" + std::string(name) + "”应是文字。");
    if (is_name && !text->empty() && !tlog::is_key_name(*text))
        return malformed("“witness_name”里不能有空格和加号，通常写网址去掉 https://。");
    if (!is_name && !text->empty() && !is_address(*text)) return wrong_address(name);
    (is_name ? into.witness_name : into.address) = *text;
    return Done{};
}

}  // namespace

Result<Settings> parse_log_settings(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message + "。");
    const auto* fields = parsed.value().get_if<json::Object>();
    if (!fields)
        return malformed(
            "整个文件应写在一对花括号里，如 {\"address\": \"https://www.example.gov.cn\"}。");
    Settings settings;
    for (const auto& [name, value] : fields->members())
        GK_CHECK(take(name, value, settings));
    if (!settings.follows.empty() && settings.witness_name.empty())
        return malformed("写了“follows”，还要写“witness_name”：共同签名时用的名称。");
    return settings;
}

Result<Settings> load_log_settings(const std::filesystem::path& data) {
    GK_TRY(file, settings_of_place(data, "public_log.json"));
    auto settings = parse_log_settings(file.bytes);
    if (!settings.ok()) return in_file(file, settings.error());
    return settings;
}

}  // namespace gongkai::files
