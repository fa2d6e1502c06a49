#include "tlog/witness.h"

#include <algorithm>
#include <charconv>

#include "base/base64.h"

namespace gongkai::tlog {

namespace {

constexpr std::string_view old_word = "old ";
constexpr std::size_t longest_proof = 63;

Error malformed(const std::string& what) {
    return {ErrorKind::Invalid, "witness.form", "请求的" + what + "。"};
}

}  // namespace

Result<AddCheckpoint> parse_add_checkpoint(std::string_view body) {
    const auto gap = body.find("\n\n");
    if (!body.starts_with(old_word) || gap == body.npos)
        return malformed("第一行应是“old ”加上次的条数，证明以后应空一行");
    std::string_view head = body.substr(0, gap + 1);
    AddCheckpoint it;
    for (bool is_first = true; !head.empty(); is_first = false) {
        const auto line = head.substr(0, head.find('\n'));
        head.remove_prefix(line.size() + 1);
        if (is_first) {
            const auto digits = line.substr(old_word.size());
            it.old = -1;
            std::from_chars(digits.data(), digits.data() + digits.size(), it.old);
            if (it.old < 0 || std::to_string(it.old) != digits)
                return malformed("第一行里的条数应是整数");
            continue;
        }
        const auto hash = bytes_of_base64(line);
        const auto digest = hash ? sm3_of_bytes(*hash) : std::nullopt;
        if (!digest || it.proof.size() == longest_proof)
            return malformed("证明应是最多 63 行 Base64，每行 32 字节");
        it.proof.push_back(*digest);
    }
    GK_TRY(note, parse_note(body.substr(gap + 2)));
    it.note = std::move(note);
    GK_TRY(checkpoint, parse_checkpoint(it.note.text));
    it.checkpoint = checkpoint;
    return it;
}

std::string written(const AddCheckpoint& it) {
    std::string all = std::string(old_word) + std::to_string(it.old) + "\n";
    for (const Digest& hash : it.proof)
        all += base64(bytes(hash)) + "\n";
    return all + "\n" + written(it.note);
}

Status check_signed(const AddCheckpoint& it, std::span<const FollowedLog> followed) {
    const auto log = std::ranges::find(followed, it.checkpoint.origin, &FollowedLog::origin);
    if (log == followed.end())
        return Error{ErrorKind::NotFound, "witness.unknown-log",
                     "这里没有登记要见证的日志“" + it.checkpoint.origin + "”。"};
    GK_TRY(by, signers(it.note, log->keys));
    if (by.empty())
        return Error{ErrorKind::Forbidden, "witness.unsigned",
                     "检查点没有登记的公钥的签名，不能共同签名。"};
    return Done{};
}

Status check_goes_on(const AddCheckpoint& it, const TreeHead& last) {
    const TreeHead& next = it.checkpoint.head;
    if (it.old > next.size)
        return Error{ErrorKind::Invalid, "witness.old", "上次的条数比新的检查点还多。"};
    if (it.old != last.size || (next.size == last.size && next.root != last.root))
        return Error{ErrorKind::Conflict, "witness.conflict",
                     "见证方上次共同签名的是 " + std::to_string(last.size) +
                         " 条记录的检查点，这个检查点不是接着它的。"};
    if (!journal::begins<Sha256Hash>(last, next, it.proof))
        return Error{ErrorKind::Invalid, "witness.proof",
                     "证明不成立：新的检查点不是由上次的增加而来，日志可能被改动过。"};
    return Done{};
}

Result<NoteSignature> Witness::add(const AddCheckpoint& it, std::int64_t second) {
    GK_CHECK(check_signed(it, follows_));
    GK_CHECK(book_.advance(it));
    return signer_.cosign(it.note.text, second);
}

}  // namespace gongkai::tlog
