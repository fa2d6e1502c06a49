#include "base/sha256.h"

namespace gongkai {

Digest sha256_of(std::initializer_list<std::string_view> parts) {
    thread_local const DigestEngine engine("SHA256");
    return engine.of(parts);
}

}  // namespace gongkai
