#include "desk/public_log.h"

#include <algorithm>

#include "base/damaged.h"
#include "tlog/bundle.h"

namespace gongkai::desk {

using journal::LogKey;
using tlog::Note;
using tlog::Tile;
using tlog::TreeHead;

namespace {

std::string name_of(const LogKey& log) {
    return std::to_string(log.region) + "-" + std::to_string(log.organ);
}

Error no_address() {
    return {ErrorKind::NotFound, "log.no-address",
            "本系统还没有设置对外网址，所以公开日志没有签名的检查点。请管理员在网站信息文件里写上 "
            "address。"};
}

// https://www.example.gov.cn without the scheme.
std::string without_scheme(std::string_view address) {
    const auto scheme = address.find("://");
    return std::string(scheme == address.npos ? address : address.substr(scheme + 3));
}

}  // namespace

PublicLog::PublicLog(const journal::Ledger& ledger, const journal::Audit& audit,
                     const disclosure::Documents& documents, const tlog::Shelf& shelf,
                     const BoxKey& key, std::string address)
    : audit_(audit),
      entries_(ledger, documents),
      shelf_(shelf),
      key_(key),
      address_(std::move(address)) {}

std::string PublicLog::origin(const LogKey& log) const {
    return without_scheme(address_) + "/log/" + name_of(log);
}

Result<TreeHead> PublicLog::head(const LogKey& log) const {
    if (!has_address()) return no_address();
    const auto head = shelf_.head(log);
    if (!head)
        return Error{ErrorKind::NotFound, "log.none", "没有这个机关的公开日志。请核对网址。"};
    return *head;
}

Note PublicLog::signed_head(const LogKey& log, const TreeHead& head) const {
    const std::string text = written(tlog::Checkpoint{origin(log), head});
    {
        const std::scoped_lock lock(mutex_);
        if (const auto it = signed_.find(log); it != signed_.end() && it->second.text == text)
            return it->second;
    }
    Note note{text, tlog::LogSigner(key_, origin(log)).sign(text)};
    const std::scoped_lock lock(mutex_);
    return signed_[log] = std::move(note);
}

Result<std::string> PublicLog::checkpoint(const LogKey& log) const {
    GK_TRY(now, head(log));
    Note note = signed_head(log, now);
    for (const Note& cosigned : shelf_.cosigned(log))
        if (cosigned.text == note.text)
            for (const auto& signature : cosigned.signatures)
                if (cosigned_at(signature)) note.signatures.push_back(signature);
    return written(note);
}

Result<std::string> PublicLog::cosigned(const LogKey& log) const {
    GK_CHECK(head(log));
    const auto all = shelf_.cosigned(log);
    if (all.empty())
        return Error{ErrorKind::NotFound, "log.not-cosigned", "这份公开日志还没有见证方共同签名。"};
    return written(all.front());
}

Result<std::string> PublicLog::keys(const LogKey& log) const {
    GK_CHECK(head(log));
    const tlog::LogSigner signer(key_, origin(log));
    return signer.ed25519().written() + "\n" + signer.sm2().written() + "\n";
}

Result<std::string> PublicLog::tile(const LogKey& log, const Tile& tile, Date today) const {
    const auto now = shelf_.head(log);
    if (!now || tlog::width_in(now->size, tile.level, tile.number) < tile.width)
        return Error{ErrorKind::NotFound, "log.no-tile", "公开日志还没有这么长。"};
    if (tile.level == tlog::entries_level) return bundle(log, tile, today);
    std::string hashes = shelf_.hashes(log, tile.level, tile.number);
    const auto wanted = std::size_t(tile.width) * sizeof(Digest);
    if (hashes.size() < wanted) throw Damaged("公开日志的 " + path(tile) + " 不完整");
    hashes.resize(wanted);
    return hashes;
}

std::string PublicLog::bundle(const LogKey& log, const Tile& tile, Date today) const {
    const auto first = tile.number * tlog::tile_width;
    std::vector<journal::Entry> entries;
    for (auto& kept : audit_.entries(log, first + tile.width, int(tile.width)))
        entries.push_back(std::move(kept.entry));
    std::ranges::reverse(entries);
    if (std::int64_t(entries.size()) != tile.width || entries.front().sequence != first)
        throw Damaged("公开日志的 " + path(tile) + " 不完整");
    return tlog::bundle(entries_.bytes_of(entries, today));
}

}  // namespace gongkai::desk
