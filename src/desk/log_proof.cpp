#include "base/damaged.h"
#include "desk/public_log.h"

// What a receipt proves against the public log.
namespace gongkai::desk {

namespace {

Error refused(std::string_view code, ErrorKind kind, std::string message) {
    return {kind, "receipt." + std::string(code), std::move(message)};
}

Error not_there(const LogReceipt& receipt, std::int64_t in_tiles, std::int64_t in_journal) {
    if (receipt.entry < in_journal)
        return refused("not-yet", ErrorKind::Unavailable,
                       "这条记录刚刚登记，还没有进入公开日志，请过几秒再核验。");
    return refused("no-entry", ErrorKind::NotFound,
                   "这份日志有 " + std::to_string(in_tiles) + " 条记录，没有第 " +
                       std::to_string(receipt.entry) +
                       " 条：回执的序号抄错了，或者不是这个机关的回执。");
}

}  // namespace

Result<PublicLog::Proof> PublicLog::prove(const LogReceipt& receipt) const {
    const auto head = shelf_.head(receipt.log);
    const auto last = audit_.entries(receipt.log, {}, 1);
    if (last.empty())
        return Error{ErrorKind::NotFound, "log.none", "没有这个机关的公开日志，请核对回执。"};
    const auto size = head ? head->size : 0;
    if (receipt.entry >= size) return not_there(receipt, size, last.front().entry.sequence + 1);
    const auto tree = shelf_.tree(receipt.log, size);
    if (tree.leaf(receipt.entry) != receipt.leaf)
        return refused("other", ErrorKind::Conflict,
                       "日志里第 " + std::to_string(receipt.entry) +
                           " 条记录与这份回执不符：回执可能抄错了，也可能是别的机关、别的事项的。"
                           "请用原回执上的二维码再核验一次；仍然不符的，请保存好原回执，向上级政府"
                           "信息公开工作主管部门反映。");
    Proof proof{receipt, 0, *head, tree.inclusion(receipt.entry), cosigners(receipt)};
    const auto kept = audit_.entries(receipt.log, receipt.entry + 1, 1);
    const bool is_kept = !kept.empty() && kept.front().entry.sequence == receipt.entry &&
                         desk::receipt_of(kept.front().entry) == receipt;
    if (!is_kept ||
        !journal::leads_to<tlog::Sha256Hash>(receipt.leaf, receipt.entry, proof.path, proof.head))
        return refused("changed", ErrorKind::Conflict,
                       "回执没有问题，但是机关现在保存的记录与当时登记的不同，可能被改动过。"
                       "请保存好原回执，向上级政府信息公开工作主管部门反映。");
    proof.recorded_at = kept.front().entry.recorded_at;
    return proof;
}

std::vector<PublicLog::Cosigner> PublicLog::cosigners(const LogReceipt& receipt) const {
    std::vector<Cosigner> all;
    for (const tlog::Note& note : shelf_.cosigned(receipt.log)) {
        const auto checkpoint = tlog::parse_checkpoint(note.text);
        if (!checkpoint.ok() || checkpoint.value().head.size <= receipt.entry) continue;
        for (const auto& signature : note.signatures)
            if (const auto second = cosigned_at(signature))
                all.push_back({signature.name, *second, checkpoint.value().head.size});
    }
    return all;
}

std::optional<LogReceipt> PublicLog::receipt_of(const disclosure::PublicView& document,
                                                Date today) const {
    const auto entry = entries_.publication(document.key(), today);
    return entry ? std::optional(desk::receipt_of(*entry)) : std::nullopt;
}

std::optional<LogReceipt> PublicLog::receipt_of_report(const journal::LogKey& log, int year) const {
    const auto entry = entries_.publication(log, year);
    return entry ? std::optional(desk::receipt_of(*entry)) : std::nullopt;
}

std::string PublicLog::place_to_verify(const LogReceipt& receipt) const {
    return has_address() ? address_ + "/" + written(receipt) : "";
}

}  // namespace gongkai::desk
