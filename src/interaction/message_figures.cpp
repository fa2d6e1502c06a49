#include "interaction/message_figures.h"

namespace gongkai::interaction::messages {

std::string rate(int part, int whole) {
    if (whole == 0) return "无";
    // Half is rounded up. Whoever has not done all has not done 100.0 %.
    auto thousandths = (std::int64_t{part} * 2000 + whole) / (std::int64_t{whole} * 2);
    if (thousandths == 1000 && part < whole) thousandths = 999;
    return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + "%";
}

}  // namespace gongkai::interaction::messages
