#pragma once

#include <cstdint>
#include <vector>

// The processing fee (信息处理费) of 国办函〔2020〕109号, in 元.
namespace gongkai::law {

// What each unit costs above a number of them, up to the next step.
struct FeeStep {
    std::int64_t above;
    std::int64_t price;
};

// Both ways of charging are progressive: a step's price holds for the units above it alone.
// A request is charged in one way or the other, never both (art. 3).
struct Tariff {
    // Art. 4: requests of one applicant to one body in a calendar month.
    std::vector<FeeStep> by_item = {{10, 100}};
    std::int64_t rising_above = 30;  // from here on every `rising_by` requests cost `rise` more
    std::int64_t rising_by = 10;
    std::int64_t rise = 100;
    // Art. 5: pages of one request, where paper, e-mail or copies are asked for.
    std::vector<FeeStep> by_page = {{30, 10}, {100, 20}, {200, 40}};
};

// The price of the nth request of the month alone; what all of them cost; what the pages cost.
// Numbers above ten million are refused with std::out_of_range, as no such bill is meant.
std::int64_t item_price(std::int64_t nth, const Tariff& tariff = {});
std::int64_t fee_by_item(std::int64_t requests, const Tariff& tariff = {});
std::int64_t fee_by_page(std::int64_t pages, const Tariff& tariff = {});

}  // namespace gongkai::law
