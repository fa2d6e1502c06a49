#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

// What a helper program sees of the machine: system programs and fonts to read, its own folder to
// write, and nothing else; no network, no data folder, no key, no home, no variable of this
// process.
namespace gongkai::reader {

enum class Cell {
    Bubblewrap,  // a file tree, users, processes and network of its own, set up by bubblewrap
    Landlock,    // the kernel refuses it every file but those above, and all sockets of others
    None,        // with limits alone
};

// The best that this machine allows, found by trying once.
Cell cell_here();

// Whether GONGKAI_CELL=none says that files may be read without a cell where there is none.
bool may_do_without_cell();

// What programs, their libraries and fonts need of the system to read, beside /usr and the names of
// old for parts of it. None of it is of one office.
std::span<const char* const> system_places();

// The whole command, program first, that runs a program found at an absolute path in bubblewrap's
// cell. `folder` is the one that it may write; empty for none. `one_process`: it may start no
// other.
std::vector<std::string> in_bubblewrap(const std::string& program,
                                       const std::vector<std::string>& arguments,
                                       const std::filesystem::path& folder, bool one_process);

// The kernel's rules of a cell (landlock(7)), made before fork() and entered in the child.
class LandlockRules {
public:
    LandlockRules(const std::string& program, const std::filesystem::path& folder);
    ~LandlockRules();
    LandlockRules(const LandlockRules&) = delete;
    LandlockRules& operator=(const LandlockRules&) = delete;

    bool made() const { return rules_ >= 0; }
    // Shuts this process in, for good. A system call only; false where the kernel refuses.
    bool enter() const;

private:
    int rules_ = -1;
};

}  // namespace gongkai::reader
