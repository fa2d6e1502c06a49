#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct zip;

namespace gongkai::reader {

// A zip package in memory, opened for reading. The bytes must outlive it.
//
// It takes part after part at a stated limit, so that an archive which unfolds to gigabytes costs
// no more than that limit; what the archive says about its own sizes is not believed.
class ZipArchive {
public:
    static Result<ZipArchive> open(std::string_view bytes);

    bool has(const std::string& part) const;
    bool any_encrypted() const { return any_encrypted_; }

    // The bytes of a part: reader.damaged when it is missing or broken, reader.bomb when it is
    // longer than the limit, reader.encrypted when it has a password.
    Result<std::string> read(const std::string& part, std::size_t limit) const;

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> archive_;
    bool any_encrypted_ = false;
};

}  // namespace gongkai::reader
