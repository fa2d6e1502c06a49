#pragma once

#include <string_view>

#include "base/sha256.h"
#include "journal/merkle.h"

// A body's log for everybody: static tiles and signed checkpoints in the manner of C2SP's
// tlog-tiles, tlog-checkpoint, signed-note and tlog-witness. docs/log.md says what of it is ours.
namespace gongkai::tlog {

using journal::TreeHead;

// Those want the tree of RFC 6962 with SHA-256: a second one over the entries of the journal.
struct Sha256Hash {
    static Digest leaf(std::string_view entry) {
        return sha256_of({std::string_view("\0", 1), entry});
    }
    static Digest node(const Digest& left, const Digest& right) {
        return sha256_of({"\1", bytes(left), bytes(right)});
    }
    static Digest nothing() { return sha256_of({}); }
};

using Frontier = journal::FrontierOf<Sha256Hash>;

// All that one looks at as Digest.
inline std::span<const Digest> digests_in(std::string_view hashes) {
    static_assert(sizeof(Digest) == 32 && alignof(Digest) == 1);
    return {reinterpret_cast<const Digest*>(hashes.data()), hashes.size() / sizeof(Digest)};
}

}  // namespace gongkai::tlog
