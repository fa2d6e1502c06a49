#include "base/digest_engine.h"

#include <openssl/evp.h>

#include <stdexcept>
#include <string>

namespace gongkai {

namespace {

struct Free {
    void operator()(EVP_MD* it) const { EVP_MD_free(it); }
    void operator()(EVP_MD_CTX* it) const { EVP_MD_CTX_free(it); }
};

}  // namespace

struct DigestEngine::State {
    std::unique_ptr<EVP_MD, Free> algorithm;
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

DigestEngine::DigestEngine(const char* algorithm)
    : name_(algorithm), state_(std::make_unique<State>()) {
    state_->algorithm.reset(EVP_MD_fetch(nullptr, algorithm, nullptr));
}

DigestEngine::~DigestEngine() = default;

Digest DigestEngine::of(std::initializer_list<std::string_view> parts) const {
    EVP_MD_CTX* context = state_->context.get();
    const EVP_MD* algorithm = state_->algorithm.get();
    Digest digest{};
    bool good = algorithm && context && EVP_MD_get_size(algorithm) == int(digest.size()) &&
                EVP_DigestInit_ex2(context, algorithm, nullptr) == 1;
    for (const std::string_view part : parts)
        good = good && EVP_DigestUpdate(context, part.data(), part.size()) == 1;
    if (!good || EVP_DigestFinal_ex(context, digest.data(), nullptr) != 1)
        throw std::runtime_error(std::string(name_) + " is not available");
    return digest;
}

}  // namespace gongkai
