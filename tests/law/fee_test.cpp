#include "law/fee.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace gongkai::law {
namespace {

TEST_CASE("the fee by item is that of the month") {
    const std::pair<int, int> cases[] = {
        {0, 0},     {1, 0},     {10, 0},    {11, 100},  {20, 1000},  {30, 2000},  {31, 2200},
        {40, 4000}, {41, 4300}, {50, 7000}, {51, 7400}, {60, 11000}, {100, 37000}};
    for (const auto& [requests, fee] : cases) {
        CAPTURE(requests);
        CHECK(fee_by_item(requests) == fee);
    }
}

TEST_CASE("the fee by page") {
    const std::pair<int, int> cases[] = {{0, 0},      {30, 0},     {31, 10},
                                         {100, 700},  {101, 720},  {200, 2700},
                                         {201, 2740}, {250, 4700}, {1000, 34700}};
    for (const auto& [pages, fee] : cases) {
        CAPTURE(pages);
        CHECK(fee_by_page(pages) == fee);
    }
}

TEST_CASE("the price of one request rises by steps") {
    const std::pair<int, int> cases[] = {{1, 0},    {10, 0},   {11, 100}, {30, 100}, {31, 200},
                                         {40, 200}, {41, 300}, {50, 300}, {51, 400}};
    for (const auto& [nth, price] : cases) {
        CAPTURE(nth);
        CHECK(item_price(nth) == price);
    }
    std::int64_t sum = 0;
    for (std::int64_t nth = 1; nth <= 300; ++nth) {
        sum += item_price(nth);
        CHECK(fee_by_item(nth) == sum);
    }
}

TEST_CASE("another tariff is another result, and no number is too much for it") {
    Tariff cheap;
    cheap.by_item = {{10, 50}};
    cheap.by_page = {{0, 1}};
    CHECK(fee_by_item(20, cheap) == 500);
    CHECK(fee_by_page(7, cheap) == 7);
    CHECK(fee_by_item(-5) == 0);
    CHECK(fee_by_item(10'000'000) > 0);
    CHECK_THROWS_AS(fee_by_item(10'000'001), std::out_of_range);
    CHECK_THROWS_AS(fee_by_page(10'000'001), std::out_of_range);
}

}  // namespace
}  // namespace gongkai::law
