#include "store/checkpoint/continuity.h"

#include <algorithm>

#include "base/date.h"
#include "journal/log_name.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

using journal::Entry;
using journal::LogKey;
using journal::Record;
using journal::TreeHead;

struct Head {
    TreeHead tree;
    std::int64_t recorded_at = 0;
};

std::map<LogKey, Head> heads(Connection& connection) {
    std::map<LogKey, Head> all;
    connection.each("SELECT region, organ, size, root, recorded_at FROM journal_head", {},
                    [&](const Row& row) {
                        const auto root = sm3_of_bytes(bytes_of(blob(row[3])));
                        all[{whole(row[0]), whole(row[1])}] = {
                            {whole(row[2]), root.value_or(Sm3{})}, whole(row[4])};
                    });
    return all;
}

bool is_same(const TreeHead& a, const TreeHead& b) { return a.size == b.size && a.root == b.root; }

TreeHead head_of(const Mark& mark) { return {mark.tree.size(), mark.tree.root()}; }

// What is signed: the record without its signature, and the log that it is for.
std::string to_sign(const Record& record, const LogKey& log) {
    return canonical(Record{}.set("log", journal::log_name(log)).set("resume", record));
}

Record without_signature(const Record& record) {
    Record rest;
    for (const journal::Field& field : record.fields()) {
        if (field.name == "signature") continue;
        if (const auto* number = std::get_if<std::int64_t>(&field.value.held))
            rest.set(field.name, *number);
        else if (const auto* text = std::get_if<std::string>(&field.value.held))
            rest.set(field.name, *text);
        else if (const auto* record_in = std::get_if<Record>(&field.value.held))
            rest.set(field.name, *record_in);
    }
    return rest;
}

// One that came with another installation's log is not signed here: what no year can reach is not
// believed of it.
constexpr std::int64_t no_serial = 10'000'000;

std::map<std::string, std::int64_t> serials_in(const Record& resume) {
    std::map<std::string, std::int64_t> all;
    if (const Record* serials = resume.record("serials"))
        for (const journal::Field& field : serials->fields())
            if (const auto* last = std::get_if<std::int64_t>(&field.value.held))
                if (*last > 0 && *last < no_serial) all[field.name] = *last;
    return all;
}

void add(std::map<std::string, std::int64_t>& to, const std::map<std::string, std::int64_t>& more) {
    for (const auto& [series, last] : more) {
        auto& known = to[series];
        known = std::max(known, last);
    }
}

std::vector<Record> resumes(const std::vector<Entry>& of_the_log) {
    std::vector<Record> all;
    for (const Entry& entry : of_the_log) {
        if (entry.kind != resume_kind) continue;
        auto payload = journal::parse_canonical(entry.payload);
        if (payload.ok()) all.push_back(std::move(payload.value()));
    }
    return all;
}

// Where the database's log goes on from the mark: the mark of what it is now.
std::optional<Mark> gone_on(Connection& connection, const SigningKey& key, const LogKey& log,
                            const Mark& mark, const Head& head) {
    if (is_same(head_of(mark), head.tree)) return mark;
    if (head.tree.size <= mark.tree.size()) return {};
    Mark next = mark;
    bool in_order = true, resumed = false;
    connection.each(
        "SELECT sequence, subject, leaf FROM journal_entry WHERE region = $1 AND organ = $2 AND "
        "sequence >= $3 ORDER BY sequence",
        {log.region, log.organ, mark.tree.size()}, [&](const Row& row) {
            const auto leaf = sm3_of_bytes(bytes_of(blob(row[2])));
            if (!leaf || whole(row[0]) != next.tree.size()) in_order = false;
            if (!in_order) return;
            next.tree.add(*leaf);
            note_serial(next.serials, text(row[1]));
            resumed = resumed || text(row[1]) == log_subject;
        });
    if (!in_order || !is_same(head_of(next), head.tree)) return {};
    if (resumed) next.turn = std::max(next.turn, turn_of(connection, key, log));
    next.recorded_at = head.recorded_at;
    return next;
}

// Where an administrator has gone on with another branch: its mark, from the first entry on.
std::optional<Mark> resumed(Connection& connection, const SigningKey& key, const LogKey& log,
                            const Mark& mark, const Head& head) {
    if (turn_of(connection, key, log) <= mark.turn) return {};
    auto next = gone_on(connection, key, log, {}, head);
    if (!next) return {};
    add(next->serials, mark.serials);
    for (const Record& it : resumes(entries_of(connection, log, std::string(log_subject))))
        add(next->serials, serials_in(it));
    return next;
}

std::string moment(std::int64_t milliseconds) {
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds{milliseconds} +
                                                 hours{8}};
    const auto day = floor<days>(at);
    const hh_mm_ss time{floor<minutes>(at - day)};
    const auto two = [](auto count) {
        const std::string all = std::to_string(count);
        return all.size() < 2 ? "0" + all : all;
    };
    return iso(day) + " " + two(time.hours().count()) + ":" + two(time.minutes().count());
}

}  // namespace

std::string sentence(const SetBack& it, std::int64_t written_at) {
    const std::string log = "机关 " + journal::log_name(it.log) + " 的工作记录，",
                      at = moment(written_at) + " 的检查点记有 " +
                           std::to_string(it.was.tree.size()) + " 条，数据库里";
    if (it.found.size < it.was.tree.size())
        return log + at + "只有 " + std::to_string(it.found.size) + " 条";
    return log + at + "这些条的内容与当时不同";
}

Held hold(Connection& connection, const SigningKey& key, const std::map<LogKey, Mark>& marks) {
    Held held;
    auto found = heads(connection);
    for (const auto& [log, mark] : marks)
        found.try_emplace(log, Head{head_of({}), 0});  // a log that is gone has no entry
    for (const auto& [log, head] : found) {
        const auto it = marks.find(log);
        const Mark mark = it == marks.end() ? Mark{} : it->second;
        auto next = gone_on(connection, key, log, mark, head);
        if (!next) next = resumed(connection, key, log, mark, head);
        if (!next) held.set_back.push_back({log, mark, head.tree});
        held.marks[log] = next.value_or(mark);
    }
    return held;
}

Record resume_record(const Resume& it, const LogKey& log, const SigningKey& key) {
    Record record;
    record.set("reason", it.reason).set("turn", it.turn);
    record.set("found_size", it.found.size).set("found_root", hex(bytes(it.found.root)));
    if (it.was) {
        Record serials;
        for (const auto& [series, last] : it.was->serials)
            serials.set(series, last);
        record.set("was_size", it.was->tree.size())
            .set("was_root", hex(bytes(it.was->tree.root())))
            .set("was_recorded_at", it.was->recorded_at)
            .set("serials", std::move(serials));
    }
    record.set("signature", key.sign(to_sign(record, log)));
    return record;
}

std::int64_t turn_of(Connection& connection, const SigningKey& key, const LogKey& log) {
    std::int64_t turn = 0;
    for (const Record& it : resumes(entries_of(connection, log, std::string(log_subject))))
        if (is_signed(to_sign(without_signature(it), log), it.text_of("signature"),
                      key.public_half()))
            turn = std::max(turn, it.whole("turn").value_or(0));
    return turn;
}

std::int64_t last_handed_out(const std::vector<Entry>& of_the_log, std::string_view series) {
    std::int64_t last = 0;
    for (const Record& it : resumes(of_the_log)) {
        const auto serials = serials_in(it);
        const auto known = serials.find(std::string(series));
        if (known != serials.end()) last = std::max(last, known->second);
    }
    return last;
}

}  // namespace gongkai::store
