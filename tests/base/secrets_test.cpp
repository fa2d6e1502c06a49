#include "base/secrets.h"

#include <doctest/doctest.h>

#include <set>

using namespace gongkai;

TEST_CASE("a box opens with its key and subject, unchanged, and not otherwise") {
    const BoxKey key = random_box_key();
    const std::string box = sealed_box(key, "a", "王小明");
    CHECK(opened_box(key, "a", box) == "王小明");
    CHECK_FALSE(opened_box(key, "b", box));
    CHECK_FALSE(opened_box(random_box_key(), "a", box));
    CHECK_FALSE(opened_box(key, "a", box.substr(1)));
    CHECK_FALSE(opened_box(key, "a", ""));
    CHECK(box.find("王") == std::string::npos);
    CHECK(sealed_box(key, "a", "王小明") != box);
    CHECK(opened_box(key, "", sealed_box(key, "", "")) == "");
}

TEST_CASE("a password is known by its hash, which differs each time") {
    const std::string hash = password_hash("春眠不觉晓，处处闻啼鸟");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(is_password("春眠不觉晓，处处闻啼鸟", hash));
    CHECK_FALSE(is_password("春眠不觉晓", hash));
    CHECK_FALSE(is_password("春眠不觉晓，处处闻啼鸟", "no hash"));
    CHECK(password_hash("春眠不觉晓，处处闻啼鸟") != hash);
}

TEST_CASE("codes are of the length asked for and do not repeat") {
    std::set<std::string> codes;
    for (int i = 0; i < 500; ++i)
        codes.insert(random_code(8));
    CHECK(codes.size() == 500);
    CHECK(codes.begin()->size() == 8);
    // Read out over the telephone: none of the signs that are taken for another.
    for (const std::string& code : codes)
        CHECK(code.find_first_of("01OIL") == std::string::npos);
    CHECK(same_secret("abc", "abc"));
    CHECK_FALSE(same_secret("abc", "abd"));
    CHECK_FALSE(same_secret("abc", "ab"));
}
