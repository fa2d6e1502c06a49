#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/timex.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>

#include "app/doctor.h"
#include "reader/cell.h"
#include "reader/helper_program.h"

// What the machine itself has to have: the time, helper programs, free ports.
namespace gongkai::app {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view of_clock = "时钟", of_helpers = "辅助程序", of_ports = "端口";

void diagnose_clock(const DoctorPlace& place, std::int64_t now, Diagnoses& all) {
    constexpr std::int64_t a_minute = 60'000;
    std::error_code none;
    const auto written = fs::last_write_time(place.office.data / "gongkai.sqlite", none);
    if (!none) {
        const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::file_clock::to_sys(written).time_since_epoch());
        if (at.count() > now + a_minute) {
            all.push_back({Health::Bad, of_clock, "系统时间比数据库最后一次写入还早",
                           "把系统时间调对，期限才算得对"});
            return;
        }
    }
    timex state{};
    const bool kept = ::adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
    if (kept)
        all.push_back({Health::Good, of_clock, "与时间服务器同步", ""});
    else
        all.push_back({Health::Note, of_clock, "没有与时间服务器同步，看不出准不准",
                       "装上 systemd-timesyncd 或者 chrony；动态口令只容半分钟的误差"});
}

void diagnose_helper(const std::string& program, const std::string& reads,
                     const std::string& package, Diagnoses& all) {
    if (reader::find_program(program))
        all.push_back({Health::Good, of_helpers, program + "，读" + reads, ""});
    else
        all.push_back({Health::Note, of_helpers, "没有 " + program + "，读不了" + reads,
                       "需要时 apt-get install " + package});
}

void diagnose_cell(Diagnoses& all) {
    const reader::Cell cell = reader::cell_here();
    if (cell == reader::Cell::Bubblewrap)
        all.push_back({Health::Good, of_helpers, "生人的文件在 bubblewrap 的隔离里读", ""});
    else if (cell == reader::Cell::Landlock)
        all.push_back({Health::Note, of_helpers,
                       "bubblewrap 用不了，生人的文件在内核 Landlock 的隔离里读",
                       "apt-get install bubblewrap；容器里可能不许"});
    else
        all.push_back({Health::Bad, of_helpers,
                       "bubblewrap 和 Landlock 都用不了，PDF 和旧格式的文件不会读",
                       "apt-get install bubblewrap，或者用 Linux 5.13 以上的内核"});
}

struct Socket {
    explicit Socket(int family) : number(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
    ~Socket() {
        if (number >= 0) ::close(number);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    int number;
};

struct Endpoint {
    sockaddr_storage bytes{};
    socklen_t size = 0;
    const sockaddr* address() const { return reinterpret_cast<const sockaddr*>(&bytes); }
};

// Size 0 where it is no address.
Endpoint endpoint(const std::string& address, std::uint16_t port) {
    Endpoint it;
    auto* four = reinterpret_cast<sockaddr_in*>(&it.bytes);
    auto* six = reinterpret_cast<sockaddr_in6*>(&it.bytes);
    if (::inet_pton(AF_INET, address.c_str(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        it.size = sizeof *four;
    } else if (::inet_pton(AF_INET6, address.c_str(), &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        it.size = sizeof *six;
    }
    return it;
}

bool can_listen(const Endpoint& at) {
    const Socket socket(at.bytes.ss_family);
    const int yes = 1;
    ::setsockopt(socket.number, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    return ::bind(socket.number, at.address(), at.size) == 0 || errno != EADDRINUSE;
}

// Whether this program answers there.
bool is_ours(const Endpoint& at, const std::string& base) {
    const Socket socket(at.bytes.ss_family);
    const timeval patience{2, 0};
    ::setsockopt(socket.number, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket.number, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(socket.number, at.address(), at.size) != 0) return false;
    const std::string asked =
        "GET " + base + "/healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    if (::send(socket.number, asked.data(), asked.size(), MSG_NOSIGNAL) != ssize_t(asked.size()))
        return false;
    std::string answer;
    std::array<char, 2048> part{};
    for (ssize_t got = 0; (got = ::recv(socket.number, part.data(), part.size(), 0)) > 0;)
        answer.append(part.data(), std::size_t(got));
    return answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n");
}

void diagnose_port(const DoctorPlace& place, Diagnoses& all) {
    const std::string where = place.address + " 的端口 " + std::to_string(place.port);
    const Endpoint at = endpoint(place.address, place.port);
    if (at.size == 0)
        all.push_back({Health::Bad, of_ports, "监听地址“" + place.address + "”不是 IP 地址",
                       "写 127.0.0.1，或者本机的一个地址"});
    else if (can_listen(at))
        all.push_back(
            {Health::Note, of_ports, where + " 空着，程序没有在运行", "systemctl start gongkai"});
    else if (is_ours(at, place.base))
        all.push_back({Health::Good, of_ports, where + "，程序正在运行", ""});
    else
        all.push_back({Health::Bad, of_ports, where + " 被别的程序占用",
                       "停掉那个程序（ss -ltnp 可以看到），或者在设置里换 port"});
    if (place.metrics_port != 0 && place.metrics_port == place.port)
        all.push_back({Health::Bad, of_ports, "metrics-port 和 port 是同一个端口", "换一个"});
}

}  // namespace

void diagnose_machine(const DoctorPlace& place, std::int64_t now, Diagnoses& all) {
    diagnose_clock(place, now, all);
    diagnose_helper("pdftotext", " PDF", "poppler-utils", all);
    diagnose_helper("soffice", " .doc、.wps 等旧格式",
                    "libreoffice-writer-nogui libreoffice-calc-nogui", all);
    diagnose_cell(all);
    diagnose_port(place, all);
}

}  // namespace gongkai::app
