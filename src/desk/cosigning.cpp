#include "desk/cosigning.h"

#include <algorithm>
#include <charconv>

#include "base/quoted.h"
#include "tlog/witness.h"

namespace gongkai::desk {

using journal::LogKey;
using tlog::AskedWitness;

namespace {

constexpr int cosigned = 200, conflict = 409;

std::optional<std::int64_t> size_in(const std::string& body) {
    std::int64_t size = -1;
    std::from_chars(body.data(), body.data() + body.size(), size);
    return size < 0 ? std::nullopt : std::optional(size);
}

Error refused(const AskedWitness& witness, const PostAnswer& answer) {
    return {ErrorKind::Conflict, "cosigning.refused",
            "见证方“" + witness.key.name + "”没有共同签名（" + std::to_string(answer.status) +
                "）：" + text::in_quotes(answer.body)};
}

Error other_history(const AskedWitness& witness, std::int64_t size) {
    return {ErrorKind::Conflict, "cosigning.other-history",
            "见证方“" + witness.key.name + "”共同签名过有 " + std::to_string(size) +
                " 条记录的检查点，与现在的公开日志不是同一份：数据库可能被恢复到较早的状态，"
                "请核实，并告诉见证方。"};
}

}  // namespace

std::string Cosigning::run() {
    std::string said;
    for (const AskedWitness& witness : witnesses_)
        for (const auto& [log, size] : shelf_.grown_since_cosigned(witness.key.name)) {
            const auto done = ask(log, witness, size);
            if (done.ok()) continue;
            said += done.error().message + "\n";
            if (done.error().code == "http.no-answer") break;  // nor will it for the others
        }
    return said;
}

Status Cosigning::ask(const LogKey& log, const AskedWitness& witness, std::int64_t from) {
    const auto head = shelf_.head(log);
    if (!head) return Done{};
    const auto tree = shelf_.tree(log, head->size);
    // A witness that is further than what is known here says where it is: once more from there.
    for (int tries = 0; tries < 2; ++tries) {
        tlog::AddCheckpoint it;
        it.old = from;
        it.proof = tree.consistency(from);
        it.note = log_.signed_head(log, *head);
        GK_TRY(answer, post_(witness.url + "/add-checkpoint", written(it)));
        if (answer.status == cosigned) return keep(log, witness, it.note, head->size, answer.body);
        const auto known = size_in(answer.body);
        if (answer.status != conflict || !known) return refused(witness, answer);
        if (*known > head->size || *known == from) return other_history(witness, *known);
        from = *known;
    }
    return other_history(witness, from);
}

// Nothing is kept on its word: the cosignature has to be one of this checkpoint.
Status Cosigning::keep(const LogKey& log, const AskedWitness& witness, tlog::Note note,
                       std::int64_t size, const std::string& answer) {
    GK_TRY(signatures, tlog::parse_signatures(answer));
    note.signatures.insert(note.signatures.end(), signatures.begin(), signatures.end());
    GK_TRY(by, tlog::signers(note, std::span(&witness.key, 1)));
    if (by.empty()) return refused(witness, {cosigned, answer});
    shelf_.keep_cosigned(log, witness.key.name, size, note);
    return Done{};
}

}  // namespace gongkai::desk
