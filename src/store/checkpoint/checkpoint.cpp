#include "store/checkpoint/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "base/sm3.h"
#include "base/whole_number.h"
#include "files/json_text.h"

namespace gongkai::store {

namespace {

using journal::Frontier;
using journal::LogKey;

constexpr std::string_view digits = "0123456789";

json::Value json_of(const LogKey& log, const Mark& it) {
    json::Object serials;
    for (const auto& [series, last] : it.serials)
        serials.set(series, last);
    return json::Object{{"region", log.region},
                        {"organ", log.organ},
                        {"turn", it.turn},
                        {"size", it.tree.size()},
                        {"root", hex(bytes(it.tree.root()))},
                        {"frontier", hex(it.tree.bytes())},
                        {"recorded_at", it.recorded_at},
                        {"serials", std::move(serials)}};
}

std::string bytes_in(std::string_view text) {
    std::string all;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        unsigned byte = 0;
        std::from_chars(text.data() + at, text.data() + at + 2, byte, 16);
        all += char(byte);
    }
    return all;
}

std::int64_t whole_in(const json::Object& from, std::string_view name) {
    return from.at(name).as<std::int64_t>();
}

Mark mark_in(const json::Object& from) {
    const auto tree =
        Frontier::of(whole_in(from, "size"), bytes_in(from.at("frontier").as<std::string>()));
    if (!tree || hex(bytes(tree->root())) != from.at("root").as<std::string>())
        throw std::invalid_argument("a tree that is not whole");
    Mark mark{whole_in(from, "turn"), *tree, whole_in(from, "recorded_at"), {}};
    for (const auto& [series, last] : from.at("serials").as<json::Object>().members())
        mark.serials[series] = last.as<std::int64_t>();
    return mark;
}

Checkpoint checkpoint_in(const json::Object& from) {
    Checkpoint it{from.at("installation").as<std::string>(), whole_in(from, "written_at"), {}};
    for (const json::Value& each : from.at("logs").as<json::Array>()) {
        const auto& log = each.as<json::Object>();
        it.logs[{whole_in(log, "region"), whole_in(log, "organ")}] = mark_in(log);
    }
    return it;
}

const json::Object& object_in(const Result<json::Value>& value) {
    if (!value.ok()) throw std::invalid_argument("no JSON");
    return value.value().as<json::Object>();
}

}  // namespace

void note_serial(std::map<std::string, std::int64_t>& serials, std::string_view subject) {
    const auto last = subject.find_last_not_of(digits);
    const std::size_t from = last == subject.npos ? 0 : last + 1;
    const auto number = whole_number(subject.substr(from));
    if (!number || from == 0) return;
    auto& known = serials[std::string(subject.substr(0, from))];
    known = std::max(known, *number);
}

std::string signed_text(const Checkpoint& it, const SigningKey& key) {
    json::Array logs;
    for (const auto& [log, mark] : it.logs)
        logs.push_back(json_of(log, mark));
    const std::string body = files::json_text(json::Object{{"installation", it.installation},
                                                           {"written_at", it.written_at},
                                                           {"logs", std::move(logs)}});
    return body + '\n' +
           files::json_text(
               json::Object{{"public_key", key.public_half()}, {"signature", key.sign(body)}}) +
           '\n';
}

Result<Checkpoint> read_checkpoint(std::string_view text, const std::string& file,
                                   const std::string& installation, const SigningKey& key) {
    const auto torn = [&](std::string_view what) {
        return Error{
            ErrorKind::Unavailable, "checkpoint.torn",
            "检查点文件 " + file + " " + std::string(what) +
                "，不能用它核对数据库有没有被恢复到较早的状态。"
                "请换回完好的检查点文件；找不到时，核实数据是最新的以后，用 gongkai "
                "checkpoint resume --data 数据文件夹 --reason 理由 再继续：没有它就不知道用过哪些"
                "编号，数据库如果是旧的，编号会重复。"};
    };
    try {
        const auto end = text.find('\n');
        if (end == text.npos) return torn("不完整");
        const auto body = text.substr(0, end);
        const auto it = files::parse_json(body), below = files::parse_json(text.substr(end + 1));
        const auto& signature = object_in(below);
        const Checkpoint read = checkpoint_in(object_in(it));
        if (read.installation != installation)
            return Error{ErrorKind::Conflict, "checkpoint.foreign",
                         "检查点文件 " + file + " 是另一套系统（" + read.installation +
                             "）的，现在的数据库是 " + installation +
                             "。数据库可能被整个换掉了：请用 gongkai restore 恢复原来的数据，或者"
                             "核对 --key 和 GONGKAI_CHECKPOINT；确实要重新开始，请加上 --new "
                             "启动一次，原来的检查点文件会改名留下。"};
        if (!is_signed(body, signature.at("signature").as<std::string>(), key.public_half()))
            return torn("的签名不对，被改动过");
        return read;
    } catch (const std::invalid_argument&) {
        return torn("已经损坏");
    }
}

}  // namespace gongkai::store
