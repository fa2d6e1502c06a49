#include <algorithm>

#include "base/damaged.h"
#include "base/digest.h"
#include "store/content_source.h"
#include "store/contents.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

// As the rows have been written ever since: never to be changed.
constexpr std::size_t part = std::size_t{256} << 10;

// Row by row, each when its turn has come.
class RowSource : public ByteSource {
public:
    RowSource(Database& database, std::int64_t region, std::string digest, std::uint64_t size)
        : database_(database), region_(region), digest_(std::move(digest)), size_(size) {}

    std::uint64_t size() const override { return size_; }

    std::string read(std::uint64_t from, std::size_t most) override {
        if (from >= size_) return {};
        const auto rows = database_.run(
            "SELECT bytes FROM content WHERE region = $1 AND digest = $2 AND part = $3",
            {region_, digest_, std::int64_t(from / part)});
        if (rows.empty()) throw Damaged("内容不见了：" + digest_);
        const std::string bytes = bytes_of(blob(rows[0][0]));
        if (bytes.size() <= from % part) throw Damaged("内容缺了一截：" + digest_);
        return bytes.substr(from % part, most);
    }

private:
    Database& database_;
    const std::int64_t region_;
    const std::string digest_;
    const std::uint64_t size_;
};

bool is_kept(Connection& connection, std::int64_t region, const std::string& digest) {
    return !connection
                .run("SELECT part FROM content WHERE region = $1 AND digest = $2 AND part = 0",
                     {region, digest})
                .empty();
}

}  // namespace

Result<std::string> ContentRows::keep(std::int64_t region, ByteSource& bytes) {
    GK_CHECK(check_size(bytes.size(), limit_));
    const std::string digest = digest_of(bytes);
    // Damaged bytes are put again in the place of those that are there.
    try {
        if (const auto known = open(region, digest); known && digest_of(*known) == digest)
            return digest;
    } catch (const Damaged&) {
    }
    database_.transaction([&](Connection& connection) {
        // An empty content has one part, which is empty.
        for (std::uint64_t at = 0; at == 0 || at < bytes.size(); at += part)
            connection.run(
                "INSERT INTO content (region, digest, part, bytes) VALUES ($1, $2, $3, $4) "
                "ON CONFLICT (region, digest, part) DO UPDATE SET bytes = excluded.bytes",
                {region, digest, std::int64_t(at / part), blob_of(full_part(bytes, at, part))});
    });
    return digest;
}

std::optional<std::string> ContentRows::get(std::int64_t region, std::string_view digest) const {
    if (!is_digest(digest)) return {};
    std::string bytes;
    bool any = false;
    database_.each("SELECT bytes FROM content WHERE region = $1 AND digest = $2 ORDER BY part",
                   {region, std::string(digest)}, [&](Row& row) {
                       any = true;
                       bytes += bytes_of(blob(row[0]));
                   });
    if (!any) return {};
    if (sha256(bytes) != digest) throw Damaged("内容被改动过或者已经损坏：" + std::string(digest));
    return bytes;
}

std::unique_ptr<ByteSource> ContentRows::open(std::int64_t region, std::string_view digest) const {
    if (!is_digest(digest)) return nullptr;
    // All parts but the last are full: nothing but that one has to be read for the size.
    const auto last = database_.run(
        "SELECT part, length(bytes) FROM content WHERE region = $1 AND digest = $2 "
        "ORDER BY part DESC LIMIT 1",
        {region, std::string(digest)});
    if (last.empty()) return nullptr;
    const auto size = std::uint64_t(whole(last[0][0])) * part + std::uint64_t(whole(last[0][1]));
    return proven(std::make_unique<RowSource>(database_, region, std::string(digest), size),
                  digest);
}

bool ContentRows::has(std::int64_t region, std::string_view digest) const {
    bool kept = false;
    if (is_digest(digest))
        database_.read([&](Connection& connection) {
            kept = is_kept(connection, region, std::string(digest));
        });
    return kept;
}

std::vector<std::string> ContentRows::damaged() const {
    std::vector<std::string> all;
    for (const Row& region : database_.run("SELECT region FROM region ORDER BY region", {})) {
        std::vector<std::string> digests;
        database_.each("SELECT DISTINCT digest FROM content WHERE region = $1", {region[0]},
                       [&](Row& row) { digests.push_back(text(row[0])); });
        for (const std::string& digest : digests) {
            try {
                (void)get(whole(region[0]), digest);
            } catch (const Damaged&) {
                all.push_back(digest);
            }
        }
    }
    std::ranges::sort(all);
    return all;
}

std::string ContentRows::name_of(std::string_view digest) const { return std::string(digest); }

}  // namespace gongkai::store
