#include "base/sm2.h"

#include <doctest/doctest.h>

#include "base/sm3.h"

using namespace gongkai;

namespace {

std::string from_hex(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at < digits.size(); at += 2)
        bytes += char(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16));
    return bytes;
}

}  // namespace

TEST_CASE("SM2 verifies the example of GB/T 32918.5") {
    // "message digest" under the recommended curve and the default identity, r and s in ASN.1.
    const std::string key = from_hex(
        "04"
        "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
        "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    const std::string signature = from_hex(
        "3046"
        "022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
        "022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    CHECK(is_sm2_signed("message digest", signature, key));
    CHECK_FALSE(is_sm2_signed("message digests", signature, key));
}

TEST_CASE("what a key signs is verified by its public point, and by no other") {
    const BoxKey secret{1, 2, 3};
    const Sm2Key key(secret, "test"), other(secret, "other");
    CHECK(key.public_point().size() == 65);
    CHECK(key.public_point() == Sm2Key(secret, "test").public_point());
    CHECK(key.public_point() != other.public_point());
    const std::string signature = key.sign("公开");
    CHECK(is_sm2_signed("公开", signature, key.public_point()));
    CHECK_FALSE(is_sm2_signed("公開", signature, key.public_point()));
    CHECK_FALSE(is_sm2_signed("公开", signature, other.public_point()));
    CHECK_FALSE(is_sm2_signed("公开", "", key.public_point()));
    CHECK_FALSE(is_sm2_signed("公开", signature, ""));
    CHECK_FALSE(is_sm2_signed("公开", signature, std::string(65, 'x')));
}
