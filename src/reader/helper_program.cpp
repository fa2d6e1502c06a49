#include "reader/helper_program.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <optional>
#include <system_error>

#include "reader/refusal.h"
#include "reader/refused_calls.h"

namespace gongkai::reader {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_complaints = 4096;
constexpr rlim_t most_open_files = 256;
constexpr int exit_not_executable = 127;
constexpr int exit_no_cell = 126;

// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        close();
        number_ = std::exchange(other.number_, -1);
        return *this;
    }
    int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

struct Pipe {
    Descriptor read_end, write_end;
};

[[noreturn]] void break_down(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

Pipe make_pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) break_down("pipe2");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// The input as a file in memory, which can be read from any place and leaves nothing on disk.
Descriptor input_file(std::string_view bytes) {
    Descriptor file(memfd_create("input", MFD_CLOEXEC));
    if (file.number() < 0) break_down("memfd_create");
    while (!bytes.empty()) {
        const auto written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) break_down("write");
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    lseek(file.number(), 0, SEEK_SET);
    return file;
}

// Everything that the child needs, made before fork(): after it only system calls are safe.
struct Prepared {
    std::string program;
    Cell cell = Cell::None;
    std::unique_ptr<LandlockRules> rules;
    std::vector<std::string> texts;
    std::vector<char*> arguments;
    std::vector<std::string> variables;
    std::vector<char*> environment;
    std::string folder;
};

Prepared prepare(const HelperCommand& command, const std::string& program, Cell cell) {
    Prepared made;
    made.program = program;
    made.cell = cell;
    made.folder = command.folder.empty() ? "/" : command.folder.string();
    if (cell == Cell::Bubblewrap) {
        made.texts = in_bubblewrap(program, command.arguments, command.folder, command.one_process);
        made.program = find_program(made.texts.front()).value_or("");
    } else {
        made.texts.push_back(program);
        made.texts.insert(made.texts.end(), command.arguments.begin(), command.arguments.end());
    }
    if (cell == Cell::Landlock)
        made.rules = std::make_unique<LandlockRules>(program, command.folder);
    made.variables = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + made.folder,
                      "TMPDIR=" + (command.folder.empty() ? "/tmp" : made.folder)};
    for (auto& text : made.texts) {
        made.arguments.push_back(text.data());
    }
    for (auto& variable : made.variables) {
        made.environment.push_back(variable.data());
    }
    made.arguments.push_back(nullptr);
    made.environment.push_back(nullptr);
    return made;
}

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    setrlimit(resource, &both);
}

// In the child, between fork() and exec: system calls only.
[[noreturn]] void become(const Prepared& made, const HelperCommand& command, int input, int output,
                         int complaints) {
    setsid();  // a terminal of this program's is not its own: it could type into it
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // A document may name pictures on the network; whoever sent it shall not learn that it was
    // read. Bubblewrap takes the network away itself; where the kernel forbids it here, a cell has
    // the calls refused, below.
    if (made.cell != Cell::Bubblewrap && unshare(CLONE_NEWNET) != 0)
        (void)unshare(CLONE_NEWUSER | CLONE_NEWNET);

    limit(RLIMIT_CPU, static_cast<rlim_t>(command.seconds));
    limit(RLIMIT_AS, command.memory);
    limit(RLIMIT_DATA, command.data);
    limit(RLIMIT_FSIZE, command.output);
    limit(RLIMIT_NOFILE, most_open_files);
    limit(RLIMIT_CORE, 0);
    if (command.one_process && made.cell != Cell::Bubblewrap) limit(RLIMIT_NPROC, 0);

    if (chdir(made.folder.c_str()) != 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 ||
        dup2(complaints, 2) < 0) {
        _exit(exit_not_executable);
    }
    close_range(3, ~0u, CLOSE_RANGE_CLOEXEC);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (made.rules && !(made.rules->enter() && refuse_calls())) _exit(exit_no_cell);
    execve(made.program.c_str(), made.arguments.data(), made.environment.data());
    _exit(exit_not_executable);
}

// A started session of processes, killed and reaped whatever happens.
class Child {
public:
    explicit Child(pid_t pid) : pid_(pid) {}
    ~Child() { end(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void end() {
        if (pid_ <= 0) return;
        kill(-pid_, SIGKILL);
        kill(pid_, SIGKILL);
        wait();
    }
    // The exit status, or -1 after a signal.
    int wait() {
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        kill(-pid_, SIGKILL);  // what it may have left behind in its group
        pid_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    // The same where it has ended already.
    std::optional<int> poll_end() {
        int status = 0;
        if (waitpid(pid_, &status, WNOHANG) != pid_) return std::nullopt;
        kill(-pid_, SIGKILL);
        pid_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t pid_;
};

enum class Drained { Whole, TooMuch, TooSlow };

int milliseconds_until(Clock::time_point deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::max<long long>(left, 0));
}

// Reads once what a pipe has; closes it at its end.
std::string_view some_of(Descriptor& from, std::vector<char>& buffer) {
    const auto got = ::read(from.number(), buffer.data(), buffer.size());
    if (got > 0) return {buffer.data(), static_cast<std::size_t>(got)};
    if (got == 0 || (errno != EINTR && errno != EAGAIN)) from.close();
    return {};
}

// The first lines of what it complains of; the rest is read and forgotten.
void hear(std::string_view said, HelperOutcome& outcome) {
    if (outcome.complaints.size() < most_complaints) outcome.complaints += said;
}

// Reads both pipes until both are closed.
Drained drain(Descriptor& output, Descriptor& complaints, HelperOutcome& outcome,
              std::size_t most_output, Clock::time_point deadline) {
    std::vector<char> buffer(1 << 16);
    while (output.number() >= 0 || complaints.number() >= 0) {
        pollfd waiting[2] = {{output.number(), POLLIN, 0}, {complaints.number(), POLLIN, 0}};
        const int left = milliseconds_until(deadline);
        if (left == 0) return Drained::TooSlow;
        if (poll(waiting, 2, left) < 0 && errno != EINTR) break_down("poll");
        if (waiting[0].revents != 0) {
            const auto said = some_of(output, buffer);
            if (outcome.output.size() + said.size() > most_output) return Drained::TooMuch;
            outcome.output += said;
        }
        if (waiting[1].revents != 0) hear(some_of(complaints, buffer), outcome);
    }
    return Drained::Whole;
}

Result<Cell> cell_for(const HelperCommand& command) {
    if (command.cell) return *command.cell;
    const Cell best = cell_here();
    if (best == Cell::None && !may_do_without_cell()) return refuse_no_cell();
    return best;
}

}  // namespace

std::optional<std::string> find_program(const std::string& name) {
    if (name.find('/') != name.npos) {
        return access(name.c_str(), X_OK) == 0 ? std::optional(name) : std::nullopt;
    }
    const char* path = getenv("PATH");
    std::string_view rest = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
    while (!rest.empty()) {
        const auto colon = rest.find(':');
        std::string candidate = std::string(rest.substr(0, colon)) + "/" + name;
        if (candidate[0] == '/' && access(candidate.c_str(), X_OK) == 0) return candidate;
        rest = colon == rest.npos ? std::string_view{} : rest.substr(colon + 1);
    }
    return std::nullopt;
}

Result<HelperOutcome> run_helper(const HelperCommand& command, std::string_view purpose) {
    auto program = find_program(command.program);
    if (!program) return refuse_tool_missing(command.program, purpose);

    GK_TRY(cell, cell_for(command));
    const auto prepared = prepare(command, *program, cell);
    if (prepared.rules && !prepared.rules->made()) return refuse_no_cell();
    const Descriptor input = input_file(command.input);
    Pipe output = make_pipe();
    Pipe complaints = make_pipe();
    const auto deadline = Clock::now() + std::chrono::seconds(command.seconds);

    const pid_t pid = fork();
    if (pid < 0) break_down("fork");
    if (pid == 0) {
        become(prepared, command, input.number(), output.write_end.number(),
               complaints.write_end.number());
    }
    Child child(pid);
    output.write_end.close();
    complaints.write_end.close();

    HelperOutcome outcome;
    switch (drain(output.read_end, complaints.read_end, outcome, command.output, deadline)) {
        case Drained::TooSlow: return refuse_tool_slow(command.seconds);
        case Drained::TooMuch: return refuse_bomb();
        case Drained::Whole: break;
    }
    // It closed its pipes; a well-behaved program ends now.
    while (Clock::now() < deadline) {
        if (const auto status = child.poll_end()) {
            // Bubblewrap tells of a signal as shells do.
            outcome.exit_status = cell == Cell::Bubblewrap && *status > 128 ? -1 : *status;
            return outcome;
        }
        usleep(500);
    }
    return refuse_tool_slow(command.seconds);
}

}  // namespace gongkai::reader
