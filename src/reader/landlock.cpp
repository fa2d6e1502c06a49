#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "reader/cell.h"

// Debian 12's C library has no functions for these calls yet.
namespace gongkai::reader {
namespace {

namespace fs = std::filesystem;

// What came after the headers of Debian 12: the kernel says how far its own rules go.
struct Ruleset {
    std::uint64_t files, network, beyond;
};
constexpr std::uint64_t truncating = 1 << 14, commanding_devices = 1 << 15;  // from 3 and 5 on
constexpr std::uint64_t tcp = 3;                                             // from 4 on
constexpr std::uint64_t abstract_sockets_and_signals = 3;                    // from 6 on

constexpr std::uint64_t reading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                  LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                  LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                  LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                  LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

// Of a file that is no folder only these can be allowed.
constexpr std::uint64_t of_files = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE |
                                   LANDLOCK_ACCESS_FS_WRITE_FILE | truncating | commanding_devices;

constexpr const char* top_places[] = {"/usr",   "/bin",      "/sbin",       "/lib",        "/lib32",
                                      "/lib64", "/dev/zero", "/dev/random", "/dev/urandom"};

// What is not there cannot be seen either, so that a path that does not open is passed over.
void allow(int rules, const fs::path& path, std::uint64_t what) {
    const int place = open(path.c_str(), O_PATH | O_CLOEXEC);
    if (place < 0) return;
    std::error_code none;
    landlock_path_beneath_attr rule{};
    rule.parent_fd = place;
    rule.allowed_access = fs::is_directory(path, none) ? what : what & of_files;
    (void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(place);
}

}  // namespace

LandlockRules::LandlockRules(const std::string& program, const fs::path& folder) {
    const auto version =
        int(syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    Ruleset all{reading | writing, 0, 0};
    if (version >= 3) all.files |= truncating;
    if (version >= 4) all.network = tcp;
    if (version >= 5) all.files |= commanding_devices;
    if (version >= 6) all.beyond = abstract_sockets_and_signals;
    // An older kernel takes the parts that it does not know as long as they are empty.
    rules_ = int(syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
    if (rules_ < 0) return;
    fcntl(rules_, F_SETFD, FD_CLOEXEC);
    for (const auto* each : top_places)
        allow(rules_, each, reading);
    for (const auto* each : system_places())
        allow(rules_, each, reading);
    allow(rules_, "/dev/null", all.files);
    allow(rules_, fs::weakly_canonical(program), reading);
    if (!folder.empty()) allow(rules_, folder, all.files);
}

LandlockRules::~LandlockRules() {
    if (rules_ >= 0) close(rules_);
}

bool LandlockRules::enter() const { return syscall(SYS_landlock_restrict_self, rules_, 0) == 0; }

}  // namespace gongkai::reader
