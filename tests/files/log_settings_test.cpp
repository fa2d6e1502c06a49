#include "files/log_settings_file.h"

#include <doctest/doctest.h>

using namespace gongkai;
using files::parse_log_settings;

namespace {

const BoxKey secret{1};
const std::string log_key = tlog::LogSigner(secret, "a.cn/log/1-1").ed25519().written();
const std::string witness_key = tlog::WitnessSigner(secret, "b.cn/witness").key().written();

std::string said(const std::string& json) {
    const auto read = parse_log_settings(json);
    return read.ok() ? "" : read.error().message;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("what is carried sets nothing") {
    const auto read = files::load_log_settings("nowhere");
    REQUIRE(read.ok());
    CHECK(read.value().address.empty());
    CHECK(read.value().witnesses.empty());
    CHECK(read.value().follows.empty());
}

TEST_CASE("an address, witnesses and followed logs are read") {
    const auto read = parse_log_settings(
        R"({"address": "https://a.cn/zwgk", "witness_name": "b.cn/witness",
            "witnesses": [{"key": ")" +
        witness_key + R"(", "url": "https://b.cn/witness"}], "follows": [{"origin": "a.cn/log/1-1",
            "key": ")" +
        log_key + R"("}, {"origin": "a.cn/log/1-1", "key": ")" + log_key + R"("}]})");
    REQUIRE(read.ok());
    CHECK(read.value().address == "https://a.cn/zwgk");
    REQUIRE(read.value().witnesses.size() == 1);
    CHECK(read.value().witnesses[0].url == "https://b.cn/witness");
    CHECK(read.value().witnesses[0].key.written() == witness_key);
    REQUIRE(read.value().follows.size() == 1);
    CHECK(read.value().follows[0].keys.size() == 2);
}

TEST_CASE("what is wrong in the settings of the log is named") {
    CHECK(parse_log_settings("{").error().code == "log-settings.malformed");
    CHECK(has(said("{"), "读不懂"));
    CHECK(has(said("[]"), "一对花括号"));
    CHECK(has(said(R"({"adress": ""})"), "没有“adress”这一项"));
    CHECK(has(said(R"({"address": 1})"), "“address”应是文字"));
    for (const std::string wrong : {"a.cn", "https://", "https://a.cn/", "ftp://a.cn",
                                    "https://a.cn/?q", "https://a b.cn", "https:///a"})
        CHECK(has(said(R"({"address": ")" + wrong + R"("})"), "末尾没有“/”"));
    CHECK(has(said(R"({"witnesses": {}})"), "“witnesses”应是列表"));
    CHECK(has(said(R"({"witnesses": ["a"]})"), "花括号"));
    CHECK(has(said(R"({"witnesses": [{"key": "a"}]})"), "缺“url”"));
    CHECK(has(said(R"({"witnesses": [{"key": "a", "url": "https://b.cn"}]})"), "公钥“a”不完整"));
    CHECK(has(said(R"({"witnesses": [{"key": ")" + log_key + R"(", "url": "https://b.cn"}]})"),
              "应是见证方的"));
    CHECK(has(said(R"({"witness_name": "w", "follows": [{"origin": "a", "key": ")" + witness_key +
                   R"("}]})"),
              "应是日志的"));
    CHECK(has(said(R"({"witness_name": "a b"})"), "不能有空格"));
    CHECK(has(said(R"({"follows": [{"origin": "a", "key": ")" + log_key + R"("}]})"),
              "还要写“witness_name”"));
}
