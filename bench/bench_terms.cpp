// What the clocks of 100,000 open cases cost on one core: each a term of 20 or 40 working days,
// every third with a pause, and the days left until today.
#include <chrono>
#include <cstdio>
#include <vector>

#include "files/holiday_files.h"
#include "law/term.h"

using namespace gongkai;

int main() {
    constexpr int cases = 100'000;
    const auto calendar = files::load_calendar().value();
    const Date first{std::chrono::year{2025} / 1 / 1}, today{std::chrono::year{2026} / 6 / 1};
    const auto begun = std::chrono::steady_clock::now();
    long long sum = 0;
    for (int i = 0; i < cases; ++i) {
        const Date received = first + std::chrono::days{i % 500};
        const law::Pause pause{received + std::chrono::days{3}, received + std::chrono::days{12}};
        const auto pauses = std::span(&pause, i % 3 == 0 ? 1u : 0u);
        const auto term = law::term(calendar, received, i % 5 ? 20 : 40, pauses);
        sum += law::working_days(calendar, today, *term.last_day);
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    std::printf("%d clocks: %.1f ms (checksum %lld)\n", cases, took.count(), sum);
}
