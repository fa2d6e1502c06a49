#include "reader/refused_calls.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>

namespace gongkai::reader {
namespace {

#if defined(__x86_64__)
constexpr unsigned machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#else
#error "which machine is this?"
#endif

constexpr unsigned fchmodat2 = 452;  // of Linux 6.6, which older headers do not know

constexpr unsigned argument(unsigned number) {
    return unsigned(offsetof(seccomp_data, args) + number * sizeof(__u64));
}
constexpr sock_filter load(unsigned offset) { return {BPF_LD | BPF_W | BPF_ABS, 0, 0, offset}; }
constexpr sock_filter answer(unsigned what) { return {BPF_RET | BPF_K, 0, 0, what}; }
constexpr sock_filter refuse(unsigned error) { return answer(SECCOMP_RET_ERRNO | error); }
// Goes on with the next line where it holds, else passes over so many.
constexpr sock_filter where_equal(unsigned value, unsigned char else_over) {
    return {BPF_JMP | BPF_JEQ | BPF_K, 0, else_over, value};
}
constexpr sock_filter where_other(unsigned value, unsigned char else_over) {
    return {BPF_JMP | BPF_JEQ | BPF_K, else_over, 0, value};
}
constexpr sock_filter where_at_least(unsigned value, unsigned char else_over) {
    return {BPF_JMP | BPF_JGE | BPF_K, 0, else_over, value};
}

// The two lines of a call that is refused whatever it says; an error of 0 says that it was done.
#define GK_REFUSED(number, error) where_equal(number, 1), refuse(error)

constexpr sock_filter filter[] = {
    // Another machine's calls have other numbers, and so have those of x32.
    load(offsetof(seccomp_data, arch)), where_other(machine, 1), answer(SECCOMP_RET_KILL_PROCESS),
    load(offsetof(seccomp_data, nr)),
#if defined(__x86_64__)
    where_at_least(0x40000000, 1), refuse(ENOSYS), GK_REFUSED(__NR_chmod, 0),
    GK_REFUSED(__NR_chown, 0), GK_REFUSED(__NR_lchown, 0), GK_REFUSED(__NR_utime, 0),
    GK_REFUSED(__NR_utimes, 0), GK_REFUSED(__NR_futimesat, 0),
#endif
    GK_REFUSED(__NR_fchmod, 0), GK_REFUSED(__NR_fchmodat, 0), GK_REFUSED(fchmodat2, 0),
    GK_REFUSED(__NR_fchown, 0), GK_REFUSED(__NR_fchownat, 0), GK_REFUSED(__NR_utimensat, 0),
    GK_REFUSED(__NR_setxattr, EPERM), GK_REFUSED(__NR_lsetxattr, EPERM),
    GK_REFUSED(__NR_fsetxattr, EPERM), GK_REFUSED(__NR_removexattr, EPERM),
    GK_REFUSED(__NR_lremovexattr, EPERM), GK_REFUSED(__NR_fremovexattr, EPERM),
    // LibreOffice listens at a socket in /tmp, to find a second of it, and does not start where it
    // cannot. Nobody shall call it there: it is told that it listens.
    GK_REFUSED(__NR_bind, 0), GK_REFUSED(__NR_listen, 0), GK_REFUSED(__NR_connect, ECONNREFUSED),
    GK_REFUSED(__NR_sendmsg, EPERM), GK_REFUSED(__NR_sendmmsg, EPERM),
    // It could do all of these by another way.
    GK_REFUSED(__NR_io_uring_setup, ENOSYS),
    // With somebody's address.
    where_equal(__NR_sendto, 6), load(argument(4)), where_equal(0, 3), load(argument(4) + 4),
    where_equal(0, 1), answer(SECCOMP_RET_ALLOW), refuse(EPERM), where_equal(__NR_socket, 4),
    load(argument(0)), where_equal(AF_UNIX, 1), answer(SECCOMP_RET_ALLOW), refuse(EAFNOSUPPORT),
    answer(SECCOMP_RET_ALLOW)};

#undef GK_REFUSED

}  // namespace

bool refuse_calls() {
    sock_fprog program{sizeof filter / sizeof *filter, const_cast<sock_filter*>(filter)};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace gongkai::reader
