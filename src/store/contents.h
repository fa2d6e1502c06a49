#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "disclosure/contents.h"
#include "store/database.h"

namespace gongkai::store {

// The largest that is kept; what may be handed in is a setting of the site.
inline constexpr std::size_t largest_content = std::size_t{2} << 30;

// Contents that can be held against their digests as a whole.
class KeptContents : public disclosure::Contents {
public:
    virtual bool has(std::int64_t region, std::string_view digest) const = 0;
    // The digests of those whose bytes are no longer theirs, in order.
    virtual std::vector<std::string> damaged() const = 0;
    // What a person calls one that is missing or damaged.
    virtual std::string name_of(std::string_view digest) const = 0;
};

// Where a database has its contents: on SQLite in the data folder, on PostgreSQL in itself, so that
// several servers see them and one dump is one state. The database outlives them.
std::unique_ptr<KeptContents> contents_of(Database& database, const std::filesystem::path& data,
                                          std::size_t limit = largest_content);

// Contents as files of a folder: sha256/ab/cdef… by the digits of the digest, of all regions
// together. A file is never half there; on reading its bytes are held against its name.
class ContentFolder : public KeptContents {
public:
    explicit ContentFolder(const std::filesystem::path& data_folder, std::size_t limit);

    Result<std::string> keep(std::int64_t region, ByteSource& bytes) override;
    // Throws StoreError where the bytes are no longer those of the digest.
    std::optional<std::string> get(std::int64_t region, std::string_view digest) const override;
    std::unique_ptr<ByteSource> open(std::int64_t region, std::string_view digest) const override;
    bool has(std::int64_t region, std::string_view digest) const override;
    std::vector<std::string> damaged() const override;
    std::string name_of(std::string_view digest) const override;

private:
    std::filesystem::path file_of(std::string_view digest) const;

    std::filesystem::path folder_;
    std::size_t limit_;
};

// Contents as rows of the database, each in parts of at most a quarter of a megabyte.
class ContentRows : public KeptContents {
public:
    ContentRows(Database& database, std::size_t limit) : database_(database), limit_(limit) {}

    Result<std::string> keep(std::int64_t region, ByteSource& bytes) override;
    // Throws StoreError where the bytes are no longer those of the digest.
    std::optional<std::string> get(std::int64_t region, std::string_view digest) const override;
    std::unique_ptr<ByteSource> open(std::int64_t region, std::string_view digest) const override;
    bool has(std::int64_t region, std::string_view digest) const override;
    std::vector<std::string> damaged() const override;
    std::string name_of(std::string_view digest) const override;

private:
    Database& database_;
    std::size_t limit_;
};

// Refusal content.too-large.
Status check_size(std::uint64_t bytes, std::size_t limit);

}  // namespace gongkai::store
