#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "tlog/hash.h"

namespace gongkai::tlog {

// What a log is at one moment (C2SP tlog-checkpoint): whose, how long, and its root. As text three
// lines: origin, size in decimal, root in base64.
struct Checkpoint {
    std::string origin;  // where it is published, without scheme: www.example.gov.cn/log/330302-3
    TreeHead head;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

std::string written(const Checkpoint& it);
// Further lines are passed over. Refusal log.checkpoint.
Result<Checkpoint> parse_checkpoint(std::string_view text);

}  // namespace gongkai::tlog
