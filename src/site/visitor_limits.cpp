#include "site/visitor_limits.h"

namespace gongkai::site {

namespace {

std::string in_words(std::int64_t seconds) {
    constexpr std::int64_t a_minute = 60;
    if (seconds <= a_minute) return std::to_string(seconds) + " 秒";
    return std::to_string((seconds + a_minute - 1) / a_minute) + " 分钟";
}

}  // namespace

Status VisitorLimits::take_application(const http::Request& request, std::int64_t now) {
    const auto seconds = applications_.take(request.client, now);
    if (seconds == 0) return Done{};
    return Error{ErrorKind::Unavailable, "request.too-often",
                 "从您这个网络地址连续提交的申请太多，这一件还没有收下。请在 " + in_words(seconds) +
                     "后返回上一页再提交；着急的，可以当面提交或者邮寄。"};
}

Status VisitorLimits::may_guess(const http::Request& request, std::int64_t now) const {
    const auto seconds = guesses_.seconds_left(request.client, now);
    if (seconds == 0) return Done{};
    return Error{ErrorKind::Unavailable, "tracking.shut",
                 "从您这个网络地址多次输错编号或者查询码，请在 " + in_words(seconds) +
                     "后再查。编号和查询码在申请回执上；回执丢失的，请联系受理申请的机关。"};
}

void VisitorLimits::tell_when(http::Response& response, const http::Request& request,
                              const Error& refusal, std::int64_t now) const {
    const auto& limit = refusal.code == "tracking.shut" ? guesses_ : applications_;
    response.set("Retry-After", std::to_string(limit.seconds_left(request.client, now)));
}

void VisitorLimits::note_wrong_guess(const http::Request& request, std::int64_t now) {
    guesses_.note(request.client, now);
}

}  // namespace gongkai::site
