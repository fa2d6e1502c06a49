#include "journal/acts.h"

#include <string>

namespace gongkai::journal {

namespace {

Error invalid(std::string_view prefix, std::string_view code, std::string message) {
    return {ErrorKind::Invalid, std::string(prefix) + std::string(code), std::move(message)};
}

}  // namespace

Status check_days(std::string_view prefix, Date on, Date recorded_on, Date latest) {
    if (on > recorded_on)
        return invalid(
            prefix, "act.future",
            "“办理日期”" + chinese(on) + "还没有到。请填写实际发生的日期，不能晚于今天。");
    if (on < latest)
        return invalid(prefix, "act.out-of-order",
                       "“办理日期”" + chinese(on) + "早于上一环节的" + chinese(latest) +
                           "。如果上一环节登记有误，请先更正它。");
    return Done{};
}

Status no_such_act(std::string_view prefix) {
    return invalid(prefix, "annul.which", "请选择要更正的登记；已经更正过的不能再次更正。");
}

Status no_reason(std::string_view prefix) {
    return invalid(prefix, "annul.reason", "请写明原登记错在哪里。");
}

}  // namespace gongkai::journal
