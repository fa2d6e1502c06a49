#include "store/contents.h"

#include <doctest/doctest.h>

#include <fstream>
#include <thread>

#include "base/damaged.h"
#include "base/digest.h"
#include "engines.h"
#include "store/database.h"
#include "store/migrations.h"
#include "store/regions.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t limit = 1 << 20;
constexpr std::int64_t region = 330302, other_region = 330303;

int files(const fs::path& folder) {
    int count = 0;
    for (const auto& it : fs::recursive_directory_iterator(folder))
        count += it.is_regular_file() ? 1 : 0;
    return count;
}

fs::path file_of(const Folder& folder, const std::string& digest) {
    return folder.path / "sha256" / digest.substr(0, 2) / digest.substr(2);
}

}  // namespace

TEST_CASE("what is put is there, once, by its digest") {
    const Folder folder;
    ContentFolder contents(folder.path, limit);
    const std::string bytes("正文\0尾", 11);
    for (const std::string& it : {bytes, bytes, std::string()}) {
        const auto digest = contents.put(region, it);
        REQUIRE(digest.ok());
        CHECK(digest.value() == sha256(it));
        CHECK(contents.get(region, digest.value()) == it);
    }
    CHECK(files(folder.path) == 2);
    CHECK_FALSE(contents.get(region, sha256("another")));
    CHECK(ContentFolder(folder.path, limit).get(region, sha256(bytes)) == bytes);
}

TEST_CASE("a name that is no digest opens nothing") {
    const Folder folder;
    std::ofstream(folder.path / "secret") << "x";
    const ContentFolder contents(folder.path, limit);
    for (const char* name : {"", "../secret", "..", "/etc/passwd", "AB", "secret"})
        CHECK_FALSE(contents.get(region, name));
}

TEST_CASE("what is too large is refused and leaves nothing") {
    const Folder folder;
    ContentFolder contents(folder.path, limit);
    const auto refusal = contents.put(region, std::string(limit + 1, 'x'));
    CHECK(refusal.error().code == "content.too-large");
    CHECK(refusal.error().kind == ErrorKind::TooLarge);
    CHECK(contents.put(region, std::string(limit, 'x')).ok());
    CHECK(files(folder.path) == 1);
}

TEST_CASE("damage is found on reading and mended by putting the bytes again") {
    const Folder folder;
    ContentFolder contents(folder.path, limit);
    CHECK(contents.damaged().empty());
    const std::string digest = contents.put(region, "正文").value();
    std::ofstream(file_of(folder, digest)) << "别的";
    CHECK_THROWS_AS((void)contents.get(region, digest), Damaged);
    CHECK(contents.put(region, "别的正文").ok());
    CHECK(contents.has(region, digest));
    CHECK_FALSE(contents.has(region, sha256("没有放进来的")));
    CHECK_FALSE(contents.has(region, "../../etc/passwd"));
    CHECK(contents.damaged() == std::vector{digest});
    CHECK(contents.put(region, "正文").value() == digest);
    CHECK(contents.damaged().empty());
    CHECK(contents.get(region, digest) == "正文");
}

TEST_CASE("on each engine contents are kept where the database has them") {
    on_each_engine([](const Place& place) {
        const auto database = place.open();
        migrate(*database);
        database->transaction([](Connection& it) { note_region(it, region); });
        const auto contents = contents_of(*database, place.folder.path, limit);
        // Of no part, of one, of exactly one, and of several.
        for (const std::size_t size : {0U, 3U, 262'144U, 600'000U}) {
            CAPTURE(size);
            std::string bytes(size, 'x');
            if (size > 0) bytes[size / 2] = '\0';
            const auto digest = contents->put(region, bytes);
            REQUIRE(digest.ok());
            CHECK(digest.value() == sha256(bytes));
            CHECK(contents->get(region, digest.value()) == bytes);
            CHECK(contents->has(region, digest.value()));
        }
        CHECK(contents->put(region, std::string(limit + 1, 'x')).error().code ==
              "content.too-large");
        CHECK_FALSE(contents->get(region, sha256("another")));
        CHECK_FALSE(contents->has(region, "../../etc/passwd"));
        CHECK(contents->damaged().empty());
    });
}

TEST_CASE("rows that are damaged are found on reading and mended by putting the bytes again") {
    on_each_database([](Database& database) {
        migrate(database);
        database.transaction([](Connection& it) { note_region(it, region); });
        ContentRows contents(database, limit);
        const std::string digest = contents.put(region, "正文").value();
        CHECK_FALSE(contents.get(other_region, digest));
        database.transaction([](Connection& it) {
            it.run("UPDATE content SET bytes = $1 WHERE region = $2", {Blob(3), region});
        });
        CHECK_THROWS_AS((void)contents.get(region, digest), Damaged);
        CHECK(contents.damaged() == std::vector{digest});
        CHECK(contents.put(region, "正文").value() == digest);
        CHECK(contents.get(region, digest) == "正文");
        CHECK(contents.damaged().empty());
    });
}

TEST_CASE("many put the same at once") {
    const Folder folder;
    ContentFolder contents(folder.path, limit);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 10; ++n)
                    CHECK(contents.put(region, std::to_string(n)).ok());
            });
    }
    CHECK(files(folder.path) == 10);
}

TEST_CASE("a content is read by parts, its size first, and ends well only where it is whole") {
    on_each_engine([](const Place& place) {
        const auto database = place.open();
        migrate(*database);
        database->transaction([](Connection& it) { note_region(it, region); });
        const auto contents = contents_of(*database, place.folder.path, limit);
        std::string bytes;
        for (int i = 0; bytes.size() < 700'000; ++i)
            bytes += std::to_string(i) + ",";
        const auto digest = contents->put(region, bytes).value();
        const auto source = contents->open(region, digest);
        REQUIRE(source);
        CHECK(source->size() == bytes.size());
        CHECK(source->read(300'000, 7) == bytes.substr(300'000, 7));
        // Across the end of a row, and beyond the end.
        std::string all;
        while (all.size() < bytes.size()) {
            const auto part = source->read(all.size(), 100'000);
            REQUIRE_FALSE(part.empty());
            REQUIRE(part.size() <= 100'000);
            all += part;
        }
        CHECK(all == bytes);
        CHECK(source->read(bytes.size(), 10).empty());
        CHECK_FALSE(contents->open(region, sha256("another")));
        CHECK_FALSE(contents->open(region, "../secret"));
        // Changed in the middle, it is not told from the start, but never to the end.
        bytes[350'000] = 'x';
        if (place.engine == Database::Engine::Sqlite)
            std::ofstream(file_of(place.folder, digest)) << bytes;
        else
            database->transaction([](Connection& it) {
                it.run("UPDATE content SET bytes = $1 WHERE region = $2 AND part = 1",
                       {Blob(262'144), region});
            });
        const auto damaged = contents->open(region, digest);
        const auto read_to_the_end = [&] {
            for (std::size_t at = 0; at < bytes.size();)
                at += damaged->read(at, 100'000).size();
        };
        CHECK_THROWS_AS(read_to_the_end(), Damaged);
        CHECK(damaged->read(0, 10) == bytes.substr(0, 10));
        CHECK_THROWS_AS(read_to_the_end(), Damaged);
    });
}

namespace {

// Bytes that come in parts of an odd size, and how much of them was asked for at once.
class InSmallParts : public ByteSource {
public:
    explicit InSmallParts(std::string bytes) : bytes_(std::move(bytes)) {}
    std::uint64_t size() const override { return bytes_.size(); }
    std::string read(std::uint64_t from, std::size_t most) override {
        most_asked = std::max(most_asked, most);
        return bytes_.substr(std::size_t(from), std::min<std::size_t>(most, 70'001));
    }
    std::size_t most_asked = 0;

private:
    const std::string bytes_;
};

}  // namespace

TEST_CASE("bytes that come in parts are kept by parts, and are the same") {
    on_each_database([](Database& database) {
        store::migrate(database);
        const Folder folder;
        const auto contents = contents_of(database, folder.path, limit);
        std::string bytes;
        for (int i = 0; bytes.size() < 900'000; ++i)
            bytes += std::to_string(i) + " ";
        InSmallParts source(bytes);
        const auto digest = contents->keep(region, source);
        REQUIRE(digest.ok());
        CHECK(digest.value() == sha256(bytes));
        CHECK(contents->get(region, digest.value()) == bytes);
        CHECK(contents->keep(region, source).value() == digest.value());
        CHECK(contents->damaged().empty());
        CHECK(source.most_asked <= std::size_t{256} << 10);
        InSmallParts large(std::string(limit + 1, 'x'));
        CHECK(contents->keep(region, large).error().code == "content.too-large");
        CHECK(large.most_asked == 0);
    });
}
