#include "store/checkpoint/checkpoints.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/one_line.h"
#include "base/regular_file.h"
#include "store/durable_file.h"
#include "store/ledger/ledger.h"

namespace gongkai::store {

namespace fs = std::filesystem;

using journal::LogKey;

namespace {

constexpr std::string_view use_of_key = "checkpoint";
// Some 3 KB a log, of which a nation has a hundred thousand.
constexpr std::size_t most_of_file = std::size_t{512} << 20;

// Alone with the file among all programs of this machine, for as long as it lives.
class Alone {
public:
    explicit Alone(const fs::path& file)
        : it_(::open((file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        if (it_ >= 0) give_to_owner(it_, file);
        if (it_ < 0 || ::flock(it_, LOCK_EX) != 0) {
            const std::string why = std::generic_category().message(errno);
            if (it_ >= 0) ::close(it_);
            throw StoreError("不能写检查点文件 " + file.string() + "（" + why +
                             "）。请检查文件夹的权限和磁盘空间，或者用环境变量 GONGKAI_CHECKPOINT "
                             "把它放到别处。");
        }
    }
    ~Alone() { ::close(it_); }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

private:
    int it_;
};

// Programs that use one file never take it back, so a log's mark is behind one that was seen before
// only where somebody laid an older file there. Those marks are replaced; answers if there are any.
bool take_newer(const Checkpoint& known, Checkpoint& it) {
    bool was_older = false;
    for (const auto& [log, mark] : known.logs) {
        const auto place = [](const Mark& of) { return std::pair(of.turn, of.tree.size()); };
        auto& now = it.logs[log];
        if (place(mark) <= place(now)) continue;
        now = mark;
        was_older = true;
    }
    return was_older;
}

Error missing(const fs::path& file) {
    return {ErrorKind::Unavailable, "checkpoint.missing",
            "找不到检查点文件 " + file.string() +
                "，而这套数据以前有过检查点，所以不能核对数据库有没有被恢复到较早的状态。"
                "请把它放回原处（它和密钥一起保存），或者用 GONGKAI_CHECKPOINT 指明；"
                "确实丢了，核实数据是最新的以后，用 gongkai checkpoint resume --data 数据文件夹 "
                "--reason 理由 再继续：没有它就不知道用过哪些编号，数据库如果是旧的，编号会重复。"};
}

// A file that cannot be read says nothing of what is in it: only what it is can be wrong with it.
Error unread(const Error& why) {
    const bool is_there = why.code == "file.unreadable";
    return {ErrorKind::Unavailable, is_there ? "checkpoint.unreadable" : "checkpoint.torn",
            why.message};
}

// Neither may be set aside: it is another's, or nobody knows what it says.
bool must_stay(const Error& of_file) {
    return of_file.kind == ErrorKind::Conflict || of_file.code == "checkpoint.unreadable";
}

}  // namespace

Checkpoints::Checkpoints(Database& database, const VaultKey& key, fs::path file)
    : database_(database), vault_(key), key_(key.key(), use_of_key), file_(std::move(file)) {
    const auto rows =
        database_.run("SELECT id, checkpoint_key FROM installation WHERE region = 0", {});
    if (rows.empty()) throw StoreError("the installation is not taken up");
    installation_ = text(rows[0][0]);
    was_kept_ = !text(rows[0][1]).empty();
}

// Another one once anybody wrote the file; empty: there is none.
std::string Checkpoints::stamp_of_file() const {
    struct stat it {};
    if (::stat(file_.c_str(), &it) != 0) return {};
    return std::to_string(it.st_ino) + "/" + std::to_string(it.st_size) + "/" +
           std::to_string(it.st_mtim.tv_sec) + "." + std::to_string(it.st_mtim.tv_nsec);
}

Result<Checkpoint> Checkpoints::read() {
    const auto known = last_;
    auto it = read_file();
    file_was_older_ = it.ok() && known && take_newer(*known, it.value());
    if (file_was_older_) {
        last_ = it.value();
        stamp_.clear();  // so that it is written again
    }
    return it;
}

Result<Checkpoint> Checkpoints::read_file() {
    const std::string stamp = stamp_of_file();
    if (last_ && (stamp.empty() || stamp == stamp_)) return *last_;
    if (stamp.empty()) {
        const auto there = check_regular_file(file_, "检查点文件");
        if (!there.ok() && there.error().kind != ErrorKind::NotFound) return unread(there.error());
        if (was_kept_) return missing(file_);
        return Checkpoint{installation_, 0, {}};
    }
    const auto bytes = read_regular_file(file_, "检查点文件", most_of_file);
    if (!bytes.ok()) return unread(bytes.error());
    GK_TRY(it, read_checkpoint(bytes.value(), file_.string(), installation_, key_));
    last_ = it;
    stamp_ = stamp;
    return it;
}

Checkpoints::Finding Checkpoints::hold_against(const Checkpoint& it, Held& held) {
    database_.read([&](Connection& connection) { held = store::hold(connection, key_, it.logs); });
    return {{}, held.set_back, it.written_at, file_was_older_};
}

Checkpoints::Finding Checkpoints::hold() {
    const auto it = read();
    if (!it.ok()) return {it.error(), {}, 0};
    Held held;
    return hold_against(it.value(), held);
}

Checkpoints::Finding Checkpoints::advance(std::int64_t now) {
    // What anybody has written into the file was committed before: the database is read after it.
    const Alone alone(file_);
    const auto it = read();
    if (!it.ok()) return {it.error(), {}, 0};
    std::string state = database_.state();
    const bool is_written = !stamp_.empty() && stamp_ == stamp_of_file();
    if (is_written && state == state_) return {{}, {}, it.value().written_at};
    Held held;
    Finding finding = hold_against(it.value(), held);
    if (!finding.empty()) return finding;
    if (!is_written || !(held.marks == it.value().logs)) write({installation_, now, held.marks});
    state_ = std::move(state);
    note_kept();
    return finding;
}

void Checkpoints::write(const Checkpoint& it) {
    write_durably(file_, signed_text(it, key_));
    last_ = it;
    stamp_ = stamp_of_file();
}

void Checkpoints::note_kept() {
    if (was_kept_) return;
    database_.transaction([&](Connection& connection) {
        connection.run("UPDATE installation SET checkpoint_key = $1 WHERE region = 0",
                       {key_.public_half()});
    });
    was_kept_ = true;
}

void Checkpoints::set_torn_aside() {
    fs::path aside = file_;
    aside += ".torn";
    if (fs::exists(file_)) fs::rename(file_, aside);
    last_.reset();
    was_kept_ = false;
}

std::map<LogKey, std::optional<Mark>> Checkpoints::given_up(const Finding& finding, Held& held) {
    std::map<LogKey, std::optional<Mark>> logs;
    for (const SetBack& it : finding.set_back)
        logs[it.log] = it.was;
    if (finding.of_file) {  // nothing says which are set back
        database_.read([&](Connection& connection) { held = store::hold(connection, key_, {}); });
        for (const auto& [log, mark] : held.marks)
            logs[log] = std::nullopt;
        set_torn_aside();
    }
    return logs;
}

Result<std::int64_t> Checkpoints::resume(std::int64_t now, const std::string& reason,
                                         const ProjectionRules& rules) {
    if (reason.find_first_not_of(" \t\n") == reason.npos)
        return Error{ErrorKind::Invalid, "checkpoint.reason",
                     "请用 --reason 写明继续的理由，它会记入工作记录。"};
    GK_CHECK(check_one_line(reason, "理由"));
    const Alone alone(file_);
    const auto known = read();
    if (!known.ok() && must_stay(known.error())) return known.error();
    Held held;
    const Finding finding =
        known.ok() ? hold_against(known.value(), held) : Finding{known.error(), {}, 0};
    if (finding.empty()) return std::int64_t{0};
    const auto logs = given_up(finding, held);
    Ledger ledger(database_, vault_, rules);
    for (const auto& [log, was] : logs)
        GK_CHECK(ledger.change({"system", now}, log, [&](journal::Change& change) -> Status {
            const auto turn = turn_of(connection_of(change), key_, log);
            change.append({std::string(log_subject), std::string(resume_kind),
                           resume_record({reason, was, std::max(turn, was ? was->turn : 0) + 1,
                                          change.head(log)},
                                         log, key_)});
            return Done{};
        }));
    const auto from = read();
    if (!from.ok()) return from.error();
    if (const auto still = hold_against(from.value(), held); !still.empty())
        return Error{ErrorKind::Conflict, "checkpoint.set-back",
                     sentence(still.set_back.front(), still.written_at) +
                         "。记录本身已经损坏，请先运行 gongkai journal verify，从备份恢复。"};
    write({installation_, now, held.marks});
    note_kept();
    return std::int64_t(logs.size());
}

void Checkpoints::set_aside_foreign() {
    const Alone alone(file_);
    if (const auto it = read(); it.ok() || it.error().kind != ErrorKind::Conflict) return;
    fs::path aside = file_;
    aside += ".before-" + installation_;
    fs::rename(file_, aside);
}

std::optional<Error> refusal(const Checkpoints::Finding& it) {
    if (it.empty()) return {};
    return Error{ErrorKind::Unavailable, it.of_file ? it.of_file->code : "checkpoint.set-back",
                 std::string(it.of_file ? "系统不能用检查点核对工作记录"
                                        : "系统发现工作记录比检查点少，或者与检查点不同") +
                     "，已暂停办理，现在只能查阅；刚才的内容没有提交。请联系系统管理员："
                     "原因见运行日志，核实后用 gongkai checkpoint resume 继续。"};
}

std::string older_file_sentence(const fs::path& file) {
    return "检查点文件 " + file.string() +
           " 被换成了较早的一份。本程序已用自己记得的较新的检查点核对数据库，并重新写好；请查明是谁"
           "换的，数据库有没有一起换。";
}

std::vector<std::string> sentences(const Checkpoints::Finding& it) {
    if (it.of_file) return {it.of_file->message};
    std::vector<std::string> all;
    all.reserve(it.set_back.size() + 1);
    for (const SetBack& log : it.set_back)
        all.push_back(sentence(log, it.written_at) +
                      "：数据库可能被恢复到较早的状态，或者被改动过");
    if (!all.empty())
        all.push_back(
            "请恢复较新的数据；确实只能从现在的数据继续时，用 gongkai checkpoint resume --data "
            "数据文件夹 --reason 理由，已经用过的编号不会再用。");
    return all;
}

}  // namespace gongkai::store
