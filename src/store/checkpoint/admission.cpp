#include "store/checkpoint/admission.h"

#include <ctime>

namespace gongkai::store {

namespace {

constexpr std::int64_t minute = 60'000, day = std::int64_t{24} * 60 * minute;
// Of two acts at a time the later one may be written first, and a clock that is steered goes back
// by seconds: such entries get the time of the one before them.
constexpr std::int64_t tolerated = minute;

// One that nobody sets goes on while the machine sleeps: CLOCK_BOOTTIME, unlike CLOCK_MONOTONIC.
template <clockid_t which>
std::int64_t milliseconds() {
    timespec now{};
    clock_gettime(which, &now);
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

Error moved() {
    return {ErrorKind::Unavailable, "clock.moved",
            "服务器的时钟被调动了一天以上，为避免期限算错，暂停办理，现在只能查阅；刚才的内容没有"
            "提交。请管理员核对系统时间：调错了就调回来，原来错而现在对了就重新启动程序。"};
}

Error behind() {
    return {ErrorKind::Unavailable, "clock.behind",
            "服务器的时钟比最近一条工作记录的时间还早，为避免期限算错，暂停办理，现在只能查阅；"
            "刚才的内容没有提交。请管理员核对系统时间，调正后即可继续。"};
}

}  // namespace

Error only_reads() {
    return {ErrorKind::Unavailable, "store.replica",
            "这台服务器只供查阅，刚才的内容没有提交。请管理员核对前置服务器的设置：提交的内容和"
            "办公台要转到主服务器。"};
}

Clock Clock::of_the_system() {
    return {milliseconds<CLOCK_REALTIME>, milliseconds<CLOCK_BOOTTIME>};
}

Admission::Admission(Clock clock)
    : clock_(std::move(clock)), ahead_(clock_.wall() - clock_.monotonic()) {}

bool Admission::is_moved() const {
    const auto by = clock_.wall() - clock_.monotonic() - ahead_;
    return by > day || by < -day;
}

Status Admission::may_write(std::int64_t at, std::int64_t last) const {
    if (const auto why = held_up()) return *why;
    if (at + tolerated < last) return behind();
    return Done{};
}

void Admission::hold_up(std::optional<Error> why) {
    const std::scoped_lock lock(mutex_);
    why_ = std::move(why);
}

std::optional<Error> Admission::held_up() const {
    {
        const std::scoped_lock lock(mutex_);
        if (why_) return why_;
    }
    if (is_moved()) return moved();
    return {};
}

}  // namespace gongkai::store
