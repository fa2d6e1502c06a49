#include "store/uploads.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>
#include <vector>

#include "base/digest.h"
#include "engines.h"

using namespace gongkai;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t largest = 1000;
const std::string clerk = "900121/account/1", other = "900121/account/2";

template <class T>
std::string code(const Result<T>& it) {
    return it.ok() ? "" : it.error().code;
}

// A file of its own for each number.
std::string digest_of(int number) { return sha256(std::to_string(number)); }

std::size_t files_in(const fs::path& folder) {
    return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file in parts goes on where it stopped, also for a program that was begun anew") {
    const Folder folder;
    const std::string bytes = "第一段，第二段，第三段";
    std::string id;
    {
        store::Uploads uploads(folder.path, largest);
        const auto begun = uploads.begin(clerk, sha256(bytes), bytes.size());
        REQUIRE(begun.ok());
        id = begun.value().id;
        CHECK(begun.value().offset == 0);
        CHECK(uploads.add(clerk, id, 0, bytes.substr(0, 10)).value().offset == 10);
        CHECK(code(uploads.whole(clerk, id)) == "upload.unfinished");
        // Sent twice, or with one left out.
        CHECK(code(uploads.add(clerk, id, 0, bytes.substr(0, 10))) == "upload.offset");
        CHECK(code(uploads.add(clerk, id, 11, bytes.substr(11))) == "upload.offset");
        CHECK(code(uploads.add(clerk, id, 10, bytes.substr(10) + "x")) == "upload.size");
        CHECK(uploads.find(clerk, id).value().offset == 10);
    }
    store::Uploads uploads(folder.path, largest);
    const auto again = uploads.begin(clerk, sha256(bytes), bytes.size());
    CHECK(again.value().id == id);
    CHECK(again.value().offset == 10);
    CHECK(uploads.add(clerk, id, 10, bytes.substr(10)).value().offset == bytes.size());
    CHECK(uploads.whole(clerk, id).value()->read(0, bytes.size()) == bytes);
    uploads.drop(clerk, id);
    CHECK(code(uploads.find(clerk, id)) == "upload.not-found");
    CHECK(files_in(folder.path / "uploads") == 0);
}

TEST_CASE("nobody finds another's, and no name leads out of the folder") {
    const Folder folder;
    std::ofstream(folder.path / "secret") << "x";
    store::Uploads uploads(folder.path, largest);
    const auto id = uploads.begin(clerk, digest_of(1), 5).value().id;
    CHECK(code(uploads.find(other, id)) == "upload.not-found");
    CHECK(code(uploads.add(other, id, 0, "abc")) == "upload.not-found");
    uploads.drop(other, id);
    CHECK(uploads.find(clerk, id).ok());
    for (const std::string& bad :
         std::vector<std::string>{"", "../secret", id + "0", id + "/..", "+" + id, id + " "}) {
        CAPTURE(bad);
        CHECK(code(uploads.find(clerk, bad)) == "upload.not-found");
        CHECK(code(uploads.add(clerk, bad, 0, "y")) == "upload.not-found");
        uploads.drop(clerk, bad);
    }
    CHECK(fs::exists(folder.path / "secret"));
    CHECK(code(uploads.begin(clerk, "../secret", 5)) == "upload.digest");
    CHECK(code(uploads.begin(clerk, digest_of(1), 0)) == "upload.size");
    CHECK(code(uploads.begin(clerk, digest_of(1), largest + 1)) == "upload.size");
}

TEST_CASE("what came is what was promised, or it is gone") {
    const Folder folder;
    store::Uploads uploads(folder.path, largest);
    const auto id = uploads.begin(clerk, sha256("right"), 5).value().id;
    REQUIRE(uploads.add(clerk, id, 0, "wrong").ok());
    CHECK(code(uploads.whole(clerk, id)) == "upload.changed");
    CHECK(code(uploads.whole(clerk, id)) == "upload.not-found");
}

TEST_CASE("those that are not finished are few, by number and by size") {
    const Folder folder;
    store::Uploads uploads(folder.path, largest);
    for (int i = 0; i < organs::Uploads::most_of_one; ++i)
        CHECK(uploads.begin(clerk, digest_of(i), 10).ok());
    CHECK(code(uploads.begin(clerk, digest_of(9), 10)) == "upload.too-many");
    CHECK(uploads.begin(clerk, digest_of(3), 10).ok());  // it is there already
    CHECK(uploads.begin(other, digest_of(0), largest).ok());
    CHECK(uploads.begin(other, digest_of(1), largest).ok());
    CHECK(code(uploads.begin(other, digest_of(2), 1)) == "upload.too-many");
    for (int i = 0; i < 47; ++i)
        CHECK(uploads.begin("account/" + std::to_string(100 + i), digest_of(0), largest).ok());
    CHECK(uploads.begin("account/200", digest_of(0), largest - 50).ok());
    const auto full = uploads.begin("account/201", digest_of(0), 1);
    REQUIRE_FALSE(full.ok());
    CHECK(full.error().kind == ErrorKind::Unavailable);
}

TEST_CASE("what nobody goes on with is swept after a day") {
    const Folder folder;
    store::Uploads uploads(folder.path, largest);
    const auto old = uploads.begin(clerk, digest_of(1), 5).value().id;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& it : fs::directory_iterator(folder.path / "uploads"))
        fs::last_write_time(it.path(), now - std::chrono::hours{23});
    uploads.sweep();
    CHECK(uploads.find(clerk, old).ok());
    for (const auto& it : fs::directory_iterator(folder.path / "uploads"))
        fs::last_write_time(it.path(), now - std::chrono::hours{25});
    const auto fresh = uploads.begin(clerk, digest_of(2), 5).value().id;
    CHECK_FALSE(uploads.find(clerk, old).ok());
    CHECK(uploads.find(clerk, fresh).ok());
}

TEST_CASE("what one account has begun is dropped with it, and nobody else's") {
    const Folder folder;
    store::Uploads uploads(folder.path, largest);
    for (int i = 0; i < 3; ++i)
        REQUIRE(uploads.begin(clerk, digest_of(i), 10).ok());
    const auto kept = uploads.begin(other, digest_of(1), 10).value().id;
    uploads.drop_all(clerk);
    CHECK(files_in(folder.path / "uploads") == 1);
    CHECK(uploads.find(other, kept).ok());
}

TEST_CASE("while a program serves what was left is swept though nobody uploads any more") {
    const Folder folder;
    store::Uploads uploads(folder.path, largest);
    const auto old = uploads.begin(clerk, digest_of(1), 5).value().id;
    const store::UploadKeeper keeper(uploads, std::chrono::milliseconds{1});
    const auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours{25};
    for (const auto& it : fs::directory_iterator(folder.path / "uploads"))
        fs::last_write_time(it.path(), yesterday);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (uploads.find(clerk, old).ok() && std::chrono::steady_clock::now() < until)
        std::this_thread::yield();
    CHECK(code(uploads.find(clerk, old)) == "upload.not-found");
}

// A part that is on its way when its upload is dropped is refused or gone with it: it makes no file
// of its own, and no failure.
TEST_CASE("a part that races with the dropping of its upload leaves nothing") {
    const Folder folder;
    store::Uploads uploads(folder.path, largest);
    const std::string part(100, 'a');
    for (int round = 0; round < 200; ++round) {
        const auto id = uploads.begin(clerk, digest_of(round), part.size()).value().id;
        std::atomic<int> ready = 0;
        const auto at_once = [&](auto work) {
            return std::thread([&ready, work] {
                ++ready;
                while (ready < 2)
                    std::this_thread::yield();
                work();
            });
        };
        std::string said;
        std::thread adds = at_once([&] { said = code(uploads.add(clerk, id, 0, part)); });
        std::thread drops = at_once([&] { uploads.drop(clerk, id); });
        adds.join();
        drops.join();
        CHECK((said.empty() || said == "upload.not-found"));
        CHECK(code(uploads.find(clerk, id)) == "upload.not-found");
    }
    CHECK(files_in(folder.path / "uploads") == 0);
}

TEST_CASE("what was opened stays readable where it is dropped meanwhile") {
    const Folder folder;
    store::Uploads uploads(folder.path, largest);
    const auto id = uploads.begin(clerk, sha256("bytes"), 5).value().id;
    REQUIRE(uploads.add(clerk, id, 0, "bytes").ok());
    const auto opened = uploads.whole(clerk, id).value();
    uploads.drop(clerk, id);
    CHECK(opened->read(0, 5) == "bytes");
}
