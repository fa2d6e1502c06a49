#include "reader/cell.h"

#include <stdlib.h>
#include <unistd.h>

#include <string_view>

#include "reader/helper_program.h"

namespace gongkai::reader {
namespace {

namespace fs = std::filesystem;

constexpr const char* places[] = {
    "/etc/fonts",
    "/etc/libreoffice",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf.d",
    "/etc/localtime",
    "/var/cache/fontconfig",
    "/var/lib/libreoffice",
    "/var/spool/libreoffice",
};

// A program that the distribution did not bring: its own folder under /opt, else the file alone.
fs::path own_place(const std::string& program) {
    fs::path real = fs::weakly_canonical(program);
    const std::string text = real.string();
    if (text.starts_with("/usr/")) return {};
    if (text.starts_with("/opt/")) return fs::path("/opt") / *std::next(real.begin(), 2);
    return real;
}

void add(std::vector<std::string>& to, std::initializer_list<std::string_view> texts) {
    to.insert(to.end(), texts.begin(), texts.end());
}

Cell tried() {
    HelperCommand trial;
    trial.program = "true";
    for (const Cell each : {Cell::Bubblewrap, Cell::Landlock}) {
        trial.cell = each;
        const auto outcome = run_helper(trial, "");
        if (outcome.ok() && outcome.value().exit_status == 0) return each;
    }
    return Cell::None;
}

}  // namespace

bool may_do_without_cell() {
    const char* said = getenv("GONGKAI_CELL");
    return said != nullptr && std::string_view(said) == "none";
}

Cell cell_here() {
    static const Cell here = tried();
    return here;
}

std::span<const char* const> system_places() { return places; }

std::vector<std::string> in_bubblewrap(const std::string& program,
                                       const std::vector<std::string>& arguments,
                                       const fs::path& folder, bool one_process) {
    std::vector<std::string> all;
    add(all, {"bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--uid", "65534",
              "--gid", "65534", "--hostname", "cell", "--ro-bind", "/usr", "/usr"});
    for (const std::string_view top : {"/bin", "/sbin", "/lib", "/lib32", "/lib64"}) {
        std::error_code none;
        const auto target = fs::read_symlink(top, none);
        if (none)
            add(all, {"--ro-bind-try", top, top});
        else
            add(all, {"--symlink", target.string(), top});
    }
    for (const std::string_view each : places)
        add(all, {"--ro-bind-try", each, each});
    add(all, {"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"});
    if (const auto place = own_place(program); !place.empty())
        add(all, {"--ro-bind", place.string(), place.string()});
    if (!folder.empty()) add(all, {"--bind", folder.string(), folder.string()});
    add(all, {"--chdir", folder.empty() ? "/" : folder.string(), "--"});
    // Bubblewrap itself has to start processes, so the limit comes after it.
    if (one_process) add(all, {"prlimit", "--nproc=1", "--"});
    all.push_back(program);
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
}

}  // namespace gongkai::reader
