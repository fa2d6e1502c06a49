#include "tlog/witness.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tlog/edge.h"

using namespace gongkai;
using namespace gongkai::tlog;

namespace {

const BoxKey secret{1, 2, 3};
const std::string origin = "www.example.gov.cn/log/330302-3";

std::string code(const auto& result) { return result.ok() ? "" : result.error().code; }

Digest leaf(const std::string& words) { return Sha256Hash::leaf(words); }

std::vector<Digest> leaves(std::size_t count, const std::string& history = "a") {
    std::vector<Digest> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(leaf(history + std::to_string(i)));
    return all;
}

TreeHead head(const std::vector<Digest>& all) {
    return {std::int64_t(all.size()), journal::root_of<Sha256Hash>(all)};
}

// RFC 6962 2.1.2 as it is written there.
std::vector<Digest> subproof(std::size_t first, std::span<const Digest> all, bool is_whole) {
    if (first == all.size())
        return is_whole ? std::vector<Digest>{} : std::vector{journal::root_of<Sha256Hash>(all)};
    const auto k = std::size_t(journal::split(std::int64_t(all.size())));
    auto proof = first <= k ? subproof(first, all.first(k), is_whole)
                            : subproof(first - k, all.subspan(k), false);
    proof.push_back(journal::root_of<Sha256Hash>(first <= k ? all.subspan(k) : all.first(k)));
    return proof;
}

AddCheckpoint asked(std::size_t old, const std::vector<Digest>& all) {
    AddCheckpoint it;
    it.old = std::int64_t(old);
    if (old > 0 && old < all.size()) it.proof = subproof(old, all, true);
    it.checkpoint = {origin, head(all)};
    it.note.text = written(it.checkpoint);
    it.note.signatures = LogSigner(secret, origin).sign(it.note.text);
    return it;
}

const TreeHead none{0, Sha256Hash::nothing()};

std::vector<FollowedLog> followed() { return {{origin, {LogSigner(secret, origin).ed25519()}}}; }

}  // namespace

TEST_CASE("a request is read as it was written") {
    const auto it = asked(2, leaves(5));
    const auto read = parse_add_checkpoint(written(it));
    REQUIRE(read.ok());
    CHECK(read.value().old == 2);
    CHECK(read.value().proof == it.proof);
    CHECK(read.value().checkpoint == it.checkpoint);
    CHECK(written(read.value().note) == written(it.note));
    const std::string note = written(it.note);
    for (const std::string& wrong :
         {std::string(), note, "old \n\n" + note, "old -1\n\n" + note, "old 01\n\n" + note,
          "new 1\n\n" + note, "old 1\nAA==\n\n" + note, "old 1\n" + note}) {
        CAPTURE(wrong);
        CHECK(code(parse_add_checkpoint(wrong)) == "witness.form");
    }
    CHECK(code(parse_add_checkpoint("old 1\n\nx")) == "note.form");
    std::string proof;
    for (int i = 0; i < 64; ++i)
        proof += "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    CHECK(code(parse_add_checkpoint("old 1\n" + proof + "\n" + note)) == "witness.form");
}

TEST_CASE("only logs that are followed, signed by their own keys, are looked at") {
    const auto it = asked(0, leaves(1));
    CHECK(check_signed(it, followed()).ok());
    CHECK(code(check_signed(it, std::vector<FollowedLog>{})) == "witness.unknown-log");
    CHECK(code(check_signed(
              it, std::vector<FollowedLog>{{origin, {LogSigner({7}, origin).ed25519()}}})) ==
          "witness.unsigned");
    auto forged = it;
    forged.note.text[0] = 'W';
    CHECK(code(check_signed(forged, followed())) == "note.signature");
}

TEST_CASE("a log is cosigned where it goes on from what was cosigned last, and nowhere else") {
    const auto now = leaves(5);
    CHECK(check_goes_on(asked(0, now), none).ok());
    CHECK(check_goes_on(asked(5, now), head(now)).ok());
    CHECK(check_goes_on(asked(3, now), head(leaves(3))).ok());
    CHECK(check_goes_on(asked(4, now), head(leaves(4))).ok());
    CHECK(code(check_goes_on(asked(6, now), head(leaves(6)))) == "witness.old");
    CHECK(code(check_goes_on(asked(2, now), head(leaves(3)))) == "witness.conflict");
    CHECK(code(check_goes_on(asked(5, now), head(leaves(5, "b")))) == "witness.conflict");
    CHECK(code(check_goes_on(asked(3, now), head(leaves(3, "b")))) == "witness.proof");
    auto without = asked(3, now);
    without.proof.clear();
    CHECK(code(check_goes_on(without, head(leaves(3)))) == "witness.proof");
    auto more = asked(0, now);
    more.proof.push_back(leaf("x"));
    CHECK(code(check_goes_on(more, none)) == "witness.proof");
}

TEST_CASE("of two histories that part, a witness cosigns one alone") {
    CHECK(rc::check([] {
        // Two histories with the same beginning, offered in any order from any size.
        const auto same = *rc::gen::inRange<std::size_t>(0, 20);
        auto first = leaves(same), second = leaves(same);
        for (std::size_t i = same; i < same + 30; ++i) {
            first.push_back(leaf("one " + std::to_string(i)));
            second.push_back(leaf("other " + std::to_string(i)));
        }
        TreeHead last = none;
        bool saw_first = false, saw_second = false;
        const auto steps = *rc::gen::inRange(1, 20);
        for (int step = 0; step < steps; ++step) {
            const bool is_first = *rc::gen::arbitrary<bool>();
            auto all = is_first ? first : second;
            all.resize(*rc::gen::inRange<std::size_t>(0, all.size() + 1));
            const auto old = *rc::gen::oneOf(rc::gen::just(std::size_t(last.size)),
                                             rc::gen::inRange<std::size_t>(0, 50));
            const auto it = asked(std::min(old, all.size()), all);
            if (!check_goes_on(it, last).ok()) continue;
            RC_ASSERT(it.checkpoint.head.size >= last.size);
            last = it.checkpoint.head;
            if (all.size() > same) (is_first ? saw_first : saw_second) = true;
        }
        RC_ASSERT_FALSE(saw_first && saw_second);
    }));
}
