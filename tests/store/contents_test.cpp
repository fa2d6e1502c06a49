#include "store/contents.h"

#include <doctest/doctest.h>

#include <fstream>
#include <thread>

#include "base/digest.h"
#include "engines.h"
#include "store/database.h"

using namespace gongkai;
using namespace gongkai::store;
using gongkai::testing::Folder;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t limit = 1 << 20;

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
        const auto digest = contents.put(it);
        REQUIRE(digest.ok());
        CHECK(digest.value() == sha256(it));
        CHECK(contents.get(digest.value()) == it);
    }
    CHECK(files(folder.path) == 2);
    CHECK_FALSE(contents.get(sha256("another")));
    CHECK(ContentFolder(folder.path, limit).get(sha256(bytes)) == bytes);
}

TEST_CASE("a name that is no digest opens nothing") {
    const Folder folder;
    std::ofstream(folder.path / "secret") << "x";
    const ContentFolder contents(folder.path, limit);
    for (const char* name : {"", "../secret", "..", "/etc/passwd", "AB", "secret"})
        CHECK_FALSE(contents.get(name));
}

TEST_CASE("what is too large is refused and leaves nothing") {
    const Folder folder;
    ContentFolder contents(folder.path, limit);
    const auto refusal = contents.put(std::string(limit + 1, 'x'));
    CHECK(refusal.error().code == "content.too-large");
    CHECK(refusal.error().kind == ErrorKind::TooLarge);
    CHECK(contents.put(std::string(limit, 'x')).ok());
    CHECK(files(folder.path) == 1);
}

TEST_CASE("damage is found on reading and mended by putting the bytes again") {
    const Folder folder;
    ContentFolder contents(folder.path, limit);
    CHECK(contents.damaged().empty());
    const std::string digest = contents.put("正文").value();
    std::ofstream(file_of(folder, digest)) << "别的";
    CHECK_THROWS_AS((void)contents.get(digest), StoreError);
    CHECK(contents.put("别的正文").ok());
    CHECK(contents.has(digest));
    CHECK_FALSE(contents.has(sha256("没有放进来的")));
    CHECK_FALSE(contents.has("../../etc/passwd"));
    CHECK(contents.damaged() == std::vector{digest});
    CHECK(contents.put("正文").value() == digest);
    CHECK(contents.damaged().empty());
    CHECK(contents.get(digest) == "正文");
}

TEST_CASE("many put the same at once") {
    const Folder folder;
    ContentFolder contents(folder.path, limit);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 10; ++n)
                    CHECK(contents.put(std::to_string(n)).ok());
            });
    }
    CHECK(files(folder.path) == 10);
}
