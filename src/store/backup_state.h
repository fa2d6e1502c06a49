#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/backup.h"

// Where things lie in a backup, and what state.json says.
namespace gongkai::store::backup {

inline constexpr std::string_view database_file = "gongkai.sqlite";
inline constexpr std::string_view contents_folder = "sha256";
inline constexpr std::string_view settings_folder = "settings";

std::filesystem::path mark_file(const std::filesystem::path& target);
std::filesystem::path state_folder(const std::filesystem::path& target, const std::string& state);
// Of a content, below a folder of contents.
std::filesystem::path content_file(const std::filesystem::path& folder, const std::string& digest);
inline std::filesystem::path contents_of(const std::filesystem::path& target) {
    return target / "files";
}

// A file of a state beside its contents, by its path in the data folder.
struct OwnFile {
    std::string path, digest;
};

// How long a log is, and its root.
struct LogHead {
    std::string organ;  // "900121-3"
    std::int64_t size = 0;
    std::string root;

    friend bool operator==(const LogHead&, const LogHead&) = default;
};

struct State {
    std::vector<OwnFile> own;
    std::vector<std::string> contents;  // digests, in order
    std::vector<LogHead> logs;
};

std::string text_of(const State& state);
// Refusal backup.damaged where the file is not there or does not say what it should.
Result<State> state_in(const std::filesystem::path& target, const std::string& name);

// The heads that a copied database names, and those that its entries give.
std::vector<LogHead> named_heads(const std::filesystem::path& database);
std::vector<LogHead> counted_heads(const std::filesystem::path& database);

// The digests of the texts and files that its records name, in order.
std::vector<std::string> named_files(const std::filesystem::path& database);

// The digest of a file's bytes, read in parts. Throws StoreError.
std::string digest_of(const std::filesystem::path& file);
// Copies a file in parts and gives the digest of what was read. Throws StoreError.
std::string copied_file(const std::filesystem::path& from, const std::filesystem::path& to);

// What a state lacks or has otherwise than it should, its logs among it.
std::vector<std::string> faults_of(const State& state, const std::filesystem::path& own,
                                   const std::filesystem::path& contents, const Progress& told);

Error refused(std::string_view code, std::string message);

}  // namespace gongkai::store::backup
