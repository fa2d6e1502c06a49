#include "http/spool.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <system_error>

using namespace gongkai::http;

TEST_CASE("a body is what was added, in memory or beyond it, and leaves nothing behind") {
    const auto folder = std::filesystem::temp_directory_path() / "gongkai-spool-test";
    std::filesystem::create_directories(folder);
    const auto nothing_lies_there = [&] { return std::filesystem::is_empty(folder); };
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, Spool::in_memory,
                                   Spool::in_memory + 1, 5 * Spool::in_memory + 7}) {
        CAPTURE(size);
        std::string all;
        Body body;
        {
            Spool spool(folder);
            for (std::size_t at = 0; at < size; at += 50'000) {
                const std::string part(std::min<std::size_t>(50'000, size - at),
                                       char('a' + at / 50'000 % 26));
                spool.add(part);
                all += part;
            }
            CHECK(spool.size() == size);
            CHECK(nothing_lies_there());
            body = spool.take();
        }
        const Body copy = body;
        body = {};
        CHECK(copy.size() == size);
        CHECK(copy.view() == all);
        CHECK(nothing_lies_there());
    }
    std::filesystem::remove_all(folder);
    Spool lost(folder);
    lost.add(std::string(Spool::in_memory, 'a'));
    CHECK_THROWS_AS(lost.add("b"), std::system_error);
}
