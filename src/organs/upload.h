#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/result.h"

namespace gongkai::organs {

// A file that comes in parts (分段上传), so that a connection that breaks costs one part and not
// all of it.
struct Upload {
    std::string id;          // made of its digest and size: the same file goes on where it stopped
    std::uint64_t size = 0;  // when it is whole
    std::uint64_t offset = 0;  // how much of it has come
};

// Those that are not whole yet, or not named in an act yet. Each belongs to one account, and nobody
// else finds it. They are gone a day after their last part.
class Uploads {
public:
    // Of one account at a time; together they take no more than twice the largest file.
    static constexpr int most_of_one = 5;
    // Of one part, in bytes.
    static constexpr std::size_t largest_part = std::size_t{4} << 20;

    virtual ~Uploads() = default;
    // Begins a file of that SHA-256, or goes on with it. Refusals upload.digest, upload.size (none,
    // or too large), upload.too-many.
    virtual Result<Upload> begin(const std::string& owner, std::string_view digest,
                                 std::uint64_t size) = 0;
    // Refusal upload.not-found.
    virtual Result<Upload> find(const std::string& owner, std::string_view id) const = 0;
    // One more part, which begins where the last one ended. Refusals upload.not-found,
    // upload.offset (ask again how much has come), upload.size (more than the whole).
    virtual Result<Upload> add(const std::string& owner, std::string_view id, std::uint64_t offset,
                               std::string_view bytes) = 0;
    // Its bytes, which stay readable where it is dropped meanwhile. Refusals upload.not-found,
    // upload.unfinished, and upload.changed where they are not those of the digest; it is gone
    // then.
    virtual Result<std::shared_ptr<ByteSource>> whole(const std::string& owner,
                                                      std::string_view id) = 0;
    virtual void drop(const std::string& owner, std::string_view id) = 0;
    // What one account has begun, whose owner has gone or works for another body.
    virtual void drop_all(const std::string& owner) = 0;
};

// Whose they are: the account and not the session, so that whoever has to sign in anew goes on with
// what he began.
inline std::string upload_owner(std::int64_t region, const std::string& account) {
    return std::to_string(region) + "/" + account;
}

}  // namespace gongkai::organs
