#include "journal/log_name.h"

#include "base/whole_number.h"

namespace gongkai::journal {

std::string log_name(const LogKey& log) {
    return std::to_string(log.region) + "-" + std::to_string(log.organ);
}

std::optional<LogKey> log_named(std::string_view name) {
    const auto dash = name.find('-');
    if (dash == name.npos) return {};
    const auto region = whole_number(name.substr(0, dash));
    const auto organ = whole_number(name.substr(dash + 1));
    if (!region || !organ || *region < 0 || *organ < 0) return {};
    const LogKey log{*region, *organ};
    if (log_name(log) != name) return {};  // "900121-03" would be a second address of one body
    return log;
}

}  // namespace gongkai::journal
