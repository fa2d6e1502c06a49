#include "law/fee.h"

#include <algorithm>
#include <stdexcept>

namespace gongkai::law {

namespace {

constexpr std::int64_t most = 10'000'000;

void check(std::int64_t count) {
    if (count > most) throw std::out_of_range("no such number of requests or pages");
}

std::int64_t stepped(std::int64_t count, const std::vector<FeeStep>& steps) {
    std::int64_t sum = 0, before = 0;
    for (const auto& [above, price] : steps) {
        sum += std::max<std::int64_t>(0, count - above) * (price - before);
        before = price;
    }
    return sum;
}

}  // namespace

std::int64_t fee_by_item(std::int64_t requests, const Tariff& tariff) {
    check(requests);
    const auto plain = stepped(requests, tariff.by_item);
    const auto rising = std::max<std::int64_t>(0, requests - tariff.rising_above);
    const auto full = rising / tariff.rising_by, rest = rising % tariff.rising_by;
    // The first ten above cost one rise more than the step, the next ten two.
    return plain + tariff.rise * (tariff.rising_by * full * (full + 1) / 2 + rest * (full + 1));
}

std::int64_t item_price(std::int64_t nth, const Tariff& tariff) {
    return fee_by_item(nth, tariff) - fee_by_item(nth - 1, tariff);
}

std::int64_t fee_by_page(std::int64_t pages, const Tariff& tariff) {
    check(pages);
    return stepped(pages, tariff.by_page);
}

}  // namespace gongkai::law
