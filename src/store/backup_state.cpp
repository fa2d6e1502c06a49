#include "store/backup_state.h"

#include <fcntl.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/damaged.h"
#include "base/digest.h"
#include "base/regular_file.h"
#include "base/sm3.h"
#include "files/json_text.h"
#include "journal/log_name.h"
#include "store/durable_file.h"
#include "store/ledger/entries.h"
#include "store/ledger/verify.h"
#include "store/sqlite/sqlite_connection.h"

namespace gongkai::store::backup {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t part = std::size_t{1} << 20;
constexpr std::uint64_t told_each = 256;
// A line for each file of an installation: some ten million.
constexpr std::size_t most_of_state = std::size_t{1} << 30;

template <class Head>
std::vector<LogHead> heads(const fs::path& database, Head&& head) {
    SqliteConnection connection(database, SqliteConnection::Access::Read);
    std::vector<LogHead> all;
    for (const journal::LogKey& log : logs(connection))
        all.push_back(head(connection, log));
    return all;
}

json::Value json_of(const OwnFile& file) {
    return json::Object{{"path", file.path}, {"sha256", file.digest}};
}

json::Value json_of(const LogHead& head) {
    return json::Object{{"organ", head.organ}, {"size", head.size}, {"root", head.root}};
}

template <class List>
json::Array list_of(const List& list) {
    json::Array all;
    for (const auto& each : list)
        all.push_back(json_of(each));
    return all;
}

// A path that stays below the folder that it is of.
std::string inner_path(const std::string& path) {
    const fs::path it(path);
    if (it.is_absolute() || std::ranges::find(it, fs::path("..")) != it.end())
        throw std::invalid_argument("a path that leads out of the backup");
    return path;
}

std::string digest_in(const json::Value& value) {
    if (!is_digest(value.as<std::string>())) throw std::invalid_argument("no digest");
    return value.as<std::string>();
}

State read_state(const json::Object& from) {
    State state;
    for (const json::Value& it : from.at("own").as<json::Array>()) {
        const auto& file = it.as<json::Object>();
        state.own.push_back(
            {inner_path(file.at("path").as<std::string>()), digest_in(file.at("sha256"))});
    }
    for (const json::Value& it : from.at("contents").as<json::Array>())
        state.contents.push_back(digest_in(it));
    for (const json::Value& it : from.at("logs").as<json::Array>()) {
        const auto& log = it.as<json::Object>();
        state.logs.push_back({log.at("organ").as<std::string>(), log.at("size").as<std::int64_t>(),
                              log.at("root").as<std::string>()});
    }
    return state;
}

void ensure_regular(const fs::path& file) {
    const auto there = check_regular_file(file, "文件");
    if (!there.ok()) throw StoreError(there.error().message);
}

// What is wrong with a file that should have this digest; nothing where all is well.
std::string fault_of(const fs::path& file, const std::string& name, const std::string& digest) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return "缺少文件 " + name;
    if (digest_of(file) != digest) return "文件 " + name + " 的内容变了，已经损坏";
    return {};
}

}  // namespace

Error refused(std::string_view code, std::string message) {
    return {ErrorKind::Invalid, "backup." + std::string(code), std::move(message)};
}

fs::path mark_file(const fs::path& target) { return target / "backup.json"; }

fs::path state_folder(const fs::path& target, const std::string& state) {
    return target / "states" / state;
}

fs::path content_file(const fs::path& folder, const std::string& digest) {
    return folder / digest.substr(0, 2) / digest.substr(2);
}

std::string text_of(const State& state) {
    return files::json_text(json::Object{{"own", list_of(state.own)},
                                         {"logs", list_of(state.logs)},
                                         {"contents", json::array_of(state.contents)}});
}

Result<State> state_in(const fs::path& target, const std::string& name) {
    const fs::path file = state_folder(target, name) / "state.json";
    const auto damaged = [&] {
        return refused("damaged",
                       "备份里的 " + file.string() + " 缺失或者读不懂，这个备份点不能用。");
    };
    const auto bytes = read_regular_file(file, "备份点说明", most_of_state);
    if (!bytes.ok()) return damaged();
    const auto json = files::parse_json(bytes.value());
    if (!json.ok() || !json.value().is<json::Object>()) return damaged();
    try {
        return read_state(json.value().as<json::Object>());
    } catch (const std::invalid_argument&) {
        return damaged();
    }
}

std::vector<LogHead> named_heads(const fs::path& database) {
    return heads(database, [](Connection& connection, const journal::LogKey& log) {
        const auto rows =
            connection.run("SELECT size, root FROM journal_head WHERE region = $1 AND organ = $2",
                           {log.region, log.organ});
        return LogHead{journal::log_name(log), whole(rows.at(0)[0]),
                       hex(bytes_of(blob(rows[0][1])))};
    });
}

std::vector<LogHead> counted_heads(const fs::path& database) {
    return heads(database, [](Connection& connection, const journal::LogKey& log) {
        const journal::TreeHead head = verify_log(connection, log).head;
        return LogHead{journal::log_name(log), head.size, hex(bytes(head.root))};
    });
}

std::vector<std::string> named_files(const fs::path& database) {
    SqliteConnection connection(database, SqliteConnection::Access::Read);
    std::set<std::string> all;
    for (const journal::LogKey& log : logs(connection))
        try {
            for (const auto& [digest, subject] : named_contents(connection, log))
                all.insert(digest);
        } catch (const Damaged&) {  // of a damaged log verification tells, and a backup goes on
        }
    return {all.begin(), all.end()};
}

std::string digest_of(const fs::path& file) {
    ensure_regular(file);
    Descriptor in(file, O_RDONLY | O_CLOEXEC);
    Sha256 digest;
    std::string buffer(part, '\0');
    for (auto bytes = in.read(buffer); !bytes.empty(); bytes = in.read(buffer))
        digest.add(bytes);
    return digest.digits();
}

std::string copied_file(const fs::path& from, const fs::path& to) {
    ensure_regular(from);
    Descriptor in(from, O_RDONLY | O_CLOEXEC);
    Descriptor out(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    Sha256 digest;
    std::string buffer(part, '\0');
    for (auto bytes = in.read(buffer); !bytes.empty(); bytes = in.read(buffer)) {
        digest.add(bytes);
        out.write(bytes);
    }
    return digest.digits();
}

std::vector<std::string> faults_of(const State& state, const fs::path& own,
                                   const fs::path& contents, const Progress& told) {
    std::vector<std::string> all;
    const auto note = [&](std::string fault) {
        if (!fault.empty()) all.push_back(std::move(fault));
    };
    for (const OwnFile& file : state.own)
        note(fault_of(own / file.path, file.path, file.digest));
    const bool sound = all.empty();
    std::uint64_t done = 0;
    for (const std::string& digest : state.contents) {
        const fs::path file = content_file(contents, digest);
        note(fault_of(file, file.string(), digest));
        ++done;
        if (done % told_each == 0 || done == state.contents.size())
            told("核对文件", done, state.contents.size());
    }
    // A database of other bytes would say nothing of its logs that could be trusted.
    if (sound && counted_heads(own / database_file) != state.logs)
        note("工作记录的条数或者树根与备份时不同");
    return all;
}

}  // namespace gongkai::store::backup
