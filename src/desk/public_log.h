#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/secrets.h"
#include "desk/log_receipt.h"
#include "desk/public_entries.h"
#include "tlog/checkpoint.h"
#include "tlog/key.h"
#include "tlog/shelf.h"

namespace gongkai::desk {

// The logs of bodies as everybody may fetch and check them (公开日志; docs/log.md). From many
// threads.
class PublicLog {
public:
    // Who signed, beside the log itself, that it was so, and when.
    struct Cosigner {
        std::string name;
        std::int64_t second = 0;  // since 1970
        std::int64_t size = 0;    // of the log that it saw
    };
    // What a receipt proves.
    struct Proof {
        LogReceipt receipt;
        std::int64_t recorded_at = 0;  // of the entry, milliseconds since 1970 UTC
        tlog::TreeHead head;           // of the log now
        std::vector<Digest> path;      // from the entry to its root
        std::vector<Cosigner> cosigners;
    };

    // `address` is the site's own from outside, https://www.example.gov.cn/zwgk; without one no
    // checkpoint is signed, since a log is known by where it is. `key` is the installation's.
    PublicLog(const journal::Ledger& ledger, const journal::Audit& audit,
              const disclosure::Documents& documents, const tlog::Shelf& shelf, const BoxKey& key,
              std::string address);

    // The signed note of what the log is now. Refusals log.none, log.no-address.
    Result<std::string> checkpoint(const journal::LogKey& log) const;
    // The last one that a witness cosigned; of several that of the longest log. Refusals those of
    // checkpoint(), log.not-cosigned.
    Result<std::string> cosigned(const journal::LogKey& log) const;
    // The keys that it is signed by, a line each. Refusal log.no-address.
    Result<std::string> keys(const journal::LogKey& log) const;
    // The bytes of a tile or bundle. Refusal log.no-tile where the log has none so wide.
    Result<std::string> tile(const journal::LogKey& log, const tlog::Tile& tile, Date today) const;

    // Refusals log.none, receipt.not-yet (the entry is so new that it is in no tile),
    // receipt.no-entry (the log has not so many), receipt.other (the entry there is another: the
    // receipt is copied wrongly, or another log's), receipt.changed (what is recorded is not what
    // was recorded).
    Result<Proof> prove(const LogReceipt& receipt) const;
    // Of what everybody may read; nothing where it is not public, or not in the log.
    std::optional<LogReceipt> receipt_of(const disclosure::PublicView& document, Date today) const;
    std::optional<LogReceipt> receipt_of_report(const journal::LogKey& log, int year) const;
    // Where it is checked, as its code has it; empty without an address of the site.
    std::string place_to_verify(const LogReceipt& receipt) const;

    bool has_address() const { return !address_.empty(); }
    const tlog::Shelf& shelf() const { return shelf_; }
    // www.example.gov.cn/zwgk/log/330302-3
    std::string origin(const journal::LogKey& log) const;
    // What was signed of a head, with the signatures of witnesses that are there for it.
    tlog::Note signed_head(const journal::LogKey& log, const tlog::TreeHead& head) const;

private:
    const journal::Audit& audit_;
    PublicEntries entries_;
    const tlog::Shelf& shelf_;
    BoxKey key_;
    std::string address_;
    mutable std::mutex mutex_;
    // To sign takes a while by SM2, and gives another signature each time.
    mutable std::map<journal::LogKey, tlog::Note> signed_;

    Result<tlog::TreeHead> head(const journal::LogKey& log) const;
    std::vector<Cosigner> cosigners(const LogReceipt& receipt) const;
    std::string bundle(const journal::LogKey& log, const tlog::Tile& tile, Date today) const;
};

}  // namespace gongkai::desk
