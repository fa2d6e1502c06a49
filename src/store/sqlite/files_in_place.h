#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace gongkai::store {

// Whether the files that an open SQLite connection writes to still lie where they were opened. What
// was moved away, replaced or restored under a running program goes on taking commits unseen, and
// all of them would be gone at the next start.
class FilesInPlace {
public:
    // Of a database that is open already.
    explicit FilesInPlace(std::filesystem::path database);

    // Throws StoreFailure (store.replaced), which names the file, where another or none is there.
    void check_database() const;
    // The same of the write-ahead log as well, which is there inside a transaction; used by one
    // thread. Two looks at the file system: some millionths of a second.
    void check();

private:
    struct Which {
        dev_t device = 0;
        ino_t number = 0;
        friend bool operator==(const Which&, const Which&) = default;
    };
    static std::optional<Which> found(const std::filesystem::path& file);

    const std::filesystem::path database_, log_;
    const std::optional<Which> opened_;
    std::optional<Which> log_opened_;  // as it was in the first transaction
};

}  // namespace gongkai::store
