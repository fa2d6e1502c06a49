#include "base/sm2.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <stdexcept>

namespace gongkai {

namespace {

constexpr char group_name[] = "SM2", digest_name[] = "SM3";
constexpr std::string_view identity = "1234567812345678";

struct Free {
    void operator()(EVP_PKEY* it) const { EVP_PKEY_free(it); }
    void operator()(EVP_PKEY_CTX* it) const { EVP_PKEY_CTX_free(it); }
    void operator()(EVP_MD_CTX* it) const { EVP_MD_CTX_free(it); }
    void operator()(EC_GROUP* it) const { EC_GROUP_free(it); }
    void operator()(EC_POINT* it) const { EC_POINT_free(it); }
    void operator()(BIGNUM* it) const { BN_clear_free(it); }
    void operator()(OSSL_PARAM_BLD* it) const { OSSL_PARAM_BLD_free(it); }
    void operator()(OSSL_PARAM* it) const { OSSL_PARAM_free(it); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

void check(bool done) {
    if (!done) throw std::runtime_error("SM2 is not available");
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

// A scalar from 1 to n - 2, as the standard wants it: 32 bytes for the next few tries are beyond it
// with a chance of 2^-32 each.
Owned<BIGNUM> scalar_of(const BoxKey& key, std::string_view use, const EC_GROUP* group) {
    Owned<BIGNUM> most(BN_dup(EC_GROUP_get0_order(group)));
    check(most && BN_sub_word(most.get(), 2) == 1);
    for (char again = '0';; ++again) {
        BIGNUM* made = nullptr;
        const std::string digits = keyed_digest(key, use, std::string("sm2") + again);
        check(BN_hex2bn(&made, digits.c_str()) > 0);
        Owned<BIGNUM> scalar(made);
        if (!BN_is_zero(scalar.get()) && BN_cmp(scalar.get(), most.get()) <= 0) return scalar;
    }
}

Owned<EVP_PKEY> key_of(const BIGNUM* scalar, std::string_view point) {
    const Owned<OSSL_PARAM_BLD> made(OSSL_PARAM_BLD_new());
    check(made && OSSL_PARAM_BLD_push_utf8_string(made.get(), OSSL_PKEY_PARAM_GROUP_NAME,
                                                  group_name, 0) == 1);
    check(OSSL_PARAM_BLD_push_octet_string(made.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                           point.size()) == 1);
    check(!scalar || OSSL_PARAM_BLD_push_BN(made.get(), OSSL_PKEY_PARAM_PRIV_KEY, scalar) == 1);
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(made.get()));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
    check(parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1);
    EVP_PKEY* key = nullptr;
    const int kind = scalar ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY;
    if (EVP_PKEY_fromdata(context.get(), &key, kind, parameters.get()) != 1) return {};
    return Owned<EVP_PKEY>(key);
}

// What signs and verifies takes the key through a context that knows the identity.
struct Signing {
    Owned<EVP_PKEY_CTX> key;
    Owned<EVP_MD_CTX> digest{EVP_MD_CTX_new()};

    explicit Signing(EVP_PKEY* of) : key(EVP_PKEY_CTX_new_from_pkey(nullptr, of, nullptr)) {
        check(key && digest &&
              EVP_PKEY_CTX_set1_id(key.get(), identity.data(), int(identity.size())) == 1);
        EVP_MD_CTX_set_pkey_ctx(digest.get(), key.get());
    }
};

}  // namespace

struct Sm2Key::State {
    Owned<EVP_PKEY> key;
};

Sm2Key::Sm2Key(const BoxKey& key, std::string_view use) : state_(std::make_unique<State>()) {
    const Owned<EC_GROUP> group(EC_GROUP_new_by_curve_name(NID_sm2));
    check(group != nullptr);
    const auto scalar = scalar_of(key, use, group.get());
    const Owned<EC_POINT> point(EC_POINT_new(group.get()));
    check(point &&
          EC_POINT_mul(group.get(), point.get(), scalar.get(), nullptr, nullptr, nullptr) == 1);
    constexpr std::size_t point_size = 65;
    public_.resize(point_size);
    check(EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                             reinterpret_cast<unsigned char*>(public_.data()), public_.size(),
                             nullptr) == point_size);
    state_->key = key_of(scalar.get(), public_);
    check(state_->key != nullptr);
}

Sm2Key::~Sm2Key() = default;

std::string Sm2Key::sign(std::string_view text) const {
    const Signing it(state_->key.get());
    std::size_t size = 0;
    check(EVP_DigestSignInit_ex(it.digest.get(), nullptr, digest_name, nullptr, nullptr,
                                state_->key.get(), nullptr) == 1);
    check(EVP_DigestSign(it.digest.get(), nullptr, &size, raw(text), text.size()) == 1);
    std::string signature(size, '\0');
    check(EVP_DigestSign(it.digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                         raw(text), text.size()) == 1);
    signature.resize(size);
    return signature;
}

bool is_sm2_signed(std::string_view text, std::string_view signature,
                   std::string_view public_point) {
    const auto key = key_of(nullptr, public_point);
    if (!key) return false;
    const Signing it(key.get());
    check(EVP_DigestVerifyInit_ex(it.digest.get(), nullptr, digest_name, nullptr, nullptr,
                                  key.get(), nullptr) == 1);
    return EVP_DigestVerify(it.digest.get(), raw(signature), signature.size(), raw(text),
                            text.size()) == 1;
}

}  // namespace gongkai
