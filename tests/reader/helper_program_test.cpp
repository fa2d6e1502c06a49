#include "reader/helper_program.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <future>
#include <vector>

#include "reader/private_folder.h"

namespace gongkai::reader {
namespace {

using Clock = std::chrono::steady_clock;
constexpr Cell cells[] = {Cell::Bubblewrap, Cell::Landlock};
using namespace std::chrono_literals;

// What a machine under load may need beside the deadline itself.
constexpr auto slack = 5s;

HelperCommand shell(const std::string& script, const std::string& with = "sh") {
    HelperCommand command;
    command.program = with;
    command.arguments = {"-c", script};
    command.one_process = false;
    return command;
}

std::string output_of(const HelperCommand& command) {
    const auto outcome = run_helper(command, "");
    return outcome.ok() ? outcome.value().output : outcome.error().code;
}

// A socket of this process that anybody on this machine can connect to: a port, or a file.
class Listener {
public:
    explicit Listener(const std::string& file) : socket_(socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(file.copy(address.sun_path, sizeof address.sun_path - 1) == file.size());
        REQUIRE(bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(listen(socket_, 8) == 0);
        REQUIRE(chmod(file.c_str(), 0777) == 0);
    }
    Listener() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(bind(socket_, plain, size) == 0);
        REQUIRE(listen(socket_, 8) == 0);
        REQUIRE(getsockname(socket_, plain, &size) == 0);
        port_ = ntohs(address.sin_port);
    }
    ~Listener() { close(socket_); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    int port() const { return port_; }
    bool was_called() const {
        pollfd waiting{socket_, POLLIN, 0};
        return poll(&waiting, 1, 0) > 0;
    }

private:
    int socket_;
    int port_ = 0;
};

// Whether all that has a pipe's other end open is gone.
bool all_writers_gone(int pipe) {
    for (const auto until = Clock::now() + slack; Clock::now() < until;) {
        char bytes[64];
        const auto got = ::read(pipe, bytes, sizeof bytes);
        if (got == 0) return true;
        if (got < 0) usleep(1000);
    }
    return false;
}

TEST_CASE("a helper program is ended at its deadline, neither sooner nor much later") {
    const std::pair<const char*, const char*> scripts[] = {
        {"it waits", "sleep 60"},
        {"it waits, and so does what it started", "sleep 60 & sleep 60"},
        {"it has closed its output", "exec >&- 2>&-; sleep 60"},
        {"it goes on talking", "while sleep 0.1; do echo 1; done"},
        {"it hears no friendly signal", "trap '' TERM INT HUP; sleep 60; sleep 60"},
    };
    struct Run {
        std::string code;
        Clock::duration took;
    };
    // All at once, since each takes its second.
    std::vector<std::future<Run>> runs;
    for (const auto& row : scripts)
        runs.push_back(std::async(std::launch::async, [script = row.second] {
            auto command = shell(script);
            command.seconds = 1;
            const auto from = Clock::now();
            auto code = output_of(command);
            return Run{std::move(code), Clock::now() - from};
        }));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        CAPTURE(std::string(scripts[i].first));
        const Run run = runs[i].get();
        CHECK(run.code == "reader.tool-slow");
        CHECK(run.took >= 900ms);  // it counts in whole milliseconds
        CHECK(run.took < 1s + slack);
    }
}

TEST_CASE("a helper program that calculates without end is ended as well") {
    auto command = shell("while :; do :; done");
    command.seconds = 1;
    const auto from = Clock::now();
    const auto outcome = run_helper(command, "");
    CHECK((outcome.ok() ? outcome.value().exit_status : -1) == -1);
    CHECK(Clock::now() - from < 1s + slack);
}

TEST_CASE("what a helper program leaves behind with its output is not waited for longer than it") {
    for (const Cell cell : cells) {
        auto command = shell("sleep 60 & exit 0");
        command.seconds = 1;
        command.cell = cell;
        CAPTURE(int(cell));
        // In bubblewrap's cell all ends with the program that was asked for.
        CHECK(output_of(command) == (cell == Cell::Bubblewrap ? "" : "reader.tool-slow"));
    }
}

TEST_CASE("what a helper program started ends with it, at the deadline and after its own end") {
    const PrivateFolder folder;
    const std::string fifo = folder.path() / "fifo";
    REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    for (const char* end : {"sleep 60", "sleep 0.2; exit 0"}) {
        CAPTURE(end);
        const int pipe = open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        REQUIRE(pipe >= 0);
        auto command = shell("(echo begun; exec sleep 60) >" + fifo + " 2>&1 </dev/null & " + end);
        command.seconds = 1;
        command.folder = folder.path();
        (void)run_helper(command, "");
        char begun[6] = {};
        CHECK(::read(pipe, begun, sizeof begun) == 6);
        CHECK(all_writers_gone(pipe));
        close(pipe);
    }
}

TEST_CASE("a helper program has no network, in either cell") {
    const Listener listener;
    const std::string call = "exec 3<>/dev/tcp/127.0.0.1/" + std::to_string(listener.port());
    for (const Cell cell : cells) {
        CAPTURE(int(cell));
        auto command = shell(call, "bash");
        command.cell = cell;
        const auto outcome = run_helper(command, "");
        REQUIRE(outcome.ok());
        CHECK(outcome.value().exit_status != 0);
        CHECK_FALSE(listener.was_called());
    }
    // The same call from here gets through, so it is the network that is missing there.
    CHECK(std::system(("bash -c '" + call + "'").c_str()) == 0);
    CHECK(listener.was_called());
}

// A key and a citizen's file as they lie beside the program, readable for everybody.
TEST_CASE(
    "a helper program cannot read a key, data, settings, or what this process is, in either cell") {
    const PrivateFolder data, own;
    const std::string key = data.path() / "data.key";
    std::ofstream(key) << "a secret key";
    std::ofstream(own.path() / "letter.doc") << "what was sent";
    for (const Cell cell : cells) {
        CAPTURE(int(cell));
        const auto said = [&](const std::string& script) {
            auto command = shell(script + " 2>&1");
            command.cell = cell;
            command.folder = own.path();
            return output_of(command);
        };
        CHECK(said("cat letter.doc") == "what was sent");
        CHECK(said("echo made > out; cat out") == "made\n");
        CHECK(said("cat " + key).find("secret") == std::string::npos);
        CHECK(said("cat " + own.path().string() + "/../*/data.key").find("secret") ==
              std::string::npos);
        CHECK(said("cat /etc/passwd").find("root:") == std::string::npos);
        CHECK(said("cat /proc/" + std::to_string(getpid()) + "/environ").find("PATH=") ==
              std::string::npos);
        CHECK(said("ls " GONGKAI_SOURCE_DIR).find("README") == std::string::npos);
        (void)said("echo x > " + key);
        CHECK(said("ln -s " + key + " k; cat k").find("secret") == std::string::npos);
    }
    std::string left;
    std::getline(std::ifstream(key) >> std::ws, left);
    CHECK(left == "a secret key");
    auto nobody = shell("id -u");
    nobody.cell = Cell::Bubblewrap;
    CHECK(output_of(nobody) == "65534\n");
}

TEST_CASE("a helper program cannot empty, open up or call what it cannot read, in either cell") {
    const PrivateFolder data, own;
    const std::string file = data.path() / "data.sqlite", place = data.path() / "server";
    std::ofstream(file) << "everything";
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_all | std::filesystem::perms::others_write);
    const Listener server(place);
    const std::string call =
        "perl -MIO::Socket::UNIX -e 'exit(IO::Socket::UNIX->new(Peer => $ARGV[0]) ? 0 : 1)' ";
    const auto mode = std::filesystem::status(file).permissions();
    for (const Cell cell : cells) {
        CAPTURE(int(cell));
        const auto status = [&](const std::string& script) {
            auto command = shell(script + " >/dev/null 2>&1");
            command.cell = cell;
            command.folder = own.path();
            const auto outcome = run_helper(command, "");
            REQUIRE(outcome.ok());
            return outcome.value().exit_status;
        };
        CHECK(status("truncate -s 0 " + file) != 0);
        CHECK(status("perl -e 'exit(truncate($ARGV[0], 0) ? 0 : 1)' " + file) != 0);
        (void)status("chmod 777 " + file);  // may say that it was done
        (void)status("touch -d 2001-01-01 " + file);
        CHECK(status(call + place) != 0);
        CHECK(status("truncate -s 0 mine && chmod 600 mine") == 0);
    }
    // Where no namespace takes the network away, the kernel gives no socket of one.
    auto socket = shell("perl -MSocket -e 'exit(socket(my $s, AF_INET, SOCK_STREAM, 0) ? 0 : 1)'");
    socket.cell = Cell::Landlock;
    CHECK(run_helper(socket, "").value().exit_status == 1);
    CHECK(std::filesystem::file_size(file) == 10);
    CHECK(std::filesystem::status(file).permissions() == mode);
    CHECK(std::filesystem::last_write_time(file) >
          std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    CHECK_FALSE(server.was_called());
    // The same call from here gets through.
    CHECK(std::system((call + place).c_str()) == 0);
    CHECK(server.was_called());
}

TEST_CASE("LibreOffice and pdftotext do their work in either cell") {
    if (std::system("command -v soffice >/dev/null") != 0) {
        MESSAGE("SKIP: LibreOffice is not there");
        return;
    }
    for (const Cell cell : cells) {
        CAPTURE(int(cell));
        const PrivateFolder own;
        const std::string folder = own.path().string();
        std::ofstream(own.path() / "it.rtf") << "{\\rtf1 annual report}";
        const auto run = [&](const std::string& script) {
            auto command = shell(script);
            command.cell = cell;
            command.folder = own.path();
            command.seconds = 60;
            command.memory = std::uint64_t{8} << 30;
            command.output = 32u << 20;
            return run_helper(command, "").value().exit_status;
        };
        CHECK(run("soffice --headless --norestore --nodefault -env:UserInstallation=file://" +
                  folder + "/profile --convert-to pdf it.rtf") == 0);
        CHECK(run("pdftotext it.pdf it.txt && grep -q 'annual report' it.txt") == 0);
    }
}

TEST_CASE("a helper program is in a session of its own: it cannot type into this one's terminal") {
    for (const Cell cell : cells) {
        CAPTURE(int(cell));
        auto command = shell("perl -e 'print syscall(" + std::to_string(SYS_getsid) + ", 0)'");
        command.cell = cell;
        const int session = std::stoi("0" + output_of(command));
        CHECK(session > 0);  // 0 is one outside, as those in bubblewrap's cell would see it
        CHECK(session != getsid(0));
    }
}

TEST_CASE("without a cell no helper program reads a file, unless it is said to be so") {
    CHECK(cell_here() == Cell::Bubblewrap);
    CHECK_FALSE(may_do_without_cell());
    setenv("GONGKAI_CELL", "none", 1);
    CHECK(may_do_without_cell());
    setenv("GONGKAI_CELL", "", 1);
    CHECK_FALSE(may_do_without_cell());
    unsetenv("GONGKAI_CELL");
}

TEST_CASE("a helper program is held to its limits and learns nothing of this one") {
    auto command = shell("ulimit -v; ulimit -d; ulimit -f; ulimit -t; ulimit -n; ulimit -c");
    command.seconds = 7;
    command.memory = 512u << 20;
    command.data = 256u << 20;
    command.output = 1u << 20;
    CHECK(output_of(command) == "524288\n262144\n2048\n7\n256\n0\n");
    command.program = "env";
    command.arguments.clear();
    CHECK(output_of(command) ==
          "PATH=/usr/local/bin:/usr/bin:/bin\nLC_ALL=C.UTF-8\nHOME=/\nTMPDIR=/tmp\nPWD=/\n");
    // An open file of this process, as a connection to the store is one.
    const int secret = open("/dev/null", O_RDONLY);  // without O_CLOEXEC
    CHECK(output_of(shell("ls /proc/$$/fd")) == "0\n1\n2\n");
    close(secret);
    CHECK(output_of(shell("grep NoNewPrivs /proc/$$/status")) == "NoNewPrivs:\t1\n");
    CHECK(output_of(shell("pwd")) == "/\n");
}

TEST_CASE("a helper program gets its input, and no more output is taken than allowed") {
    HelperCommand command;
    command.program = "cat";
    command.arguments = {"/dev/stdin"};
    command.input = "公开";
    CHECK(run_helper(command, "").value().output == "公开");
    command.output = 3;
    CHECK(run_helper(command, "").error().code == "reader.bomb");
    command.program = "no-such-program";
    CHECK(run_helper(command, "").error().code == "reader.tool-missing");
}

TEST_CASE("a private folder is gone with all that was in it") {
    std::filesystem::path path;
    {
        const PrivateFolder folder;
        path = folder.path();
        std::filesystem::create_directories(path / "a" / "b");
    }
    CHECK(!std::filesystem::exists(path));
}

}  // namespace
}  // namespace gongkai::reader
