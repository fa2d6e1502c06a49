#include "store/ledger/serial_number.h"

#include <algorithm>

#include "base/whole_number.h"
#include "store/checkpoint/continuity.h"
#include "store/ledger/ledger.h"

namespace gongkai::store {

namespace {

// The greatest serial number that the order of texts still tells: 2026-9999 stands behind
// 2026-10000.
constexpr std::int64_t last_in_order = 9999;

std::string four_digits(std::int64_t serial) {
    const std::string digits = std::to_string(serial);
    return digits.size() < 4 ? std::string(4 - digits.size(), '0') + digits : digits;
}

std::int64_t serial_of(std::string_view subject) {
    const auto digits = subject.substr(subject.rfind('-') + 1);
    return whole_number(digits).value_or(0);
}

}  // namespace

std::int64_t handed_out(const journal::View& view, const journal::LogKey& log,
                        std::string_view series) {
    return last_handed_out(view.entries(log, std::string(log_subject)), series);
}

std::string next_serial_number(const journal::View& view, const journal::LogKey& log,
                               std::string_view table, std::string_view subject_prefix, int year) {
    const std::string number_prefix = std::to_string(year) + "-";
    const std::string first = std::string(subject_prefix) + number_prefix;
    const std::string behind = std::string(subject_prefix) + std::to_string(year) + ".";
    const std::string of_the_year = " FROM " + std::string(table) +
                                    " WHERE region = $1 AND organ = $2 AND subject >= $3 AND "
                                    "subject < $4";
    const std::vector<Value> parameters{log.region, log.organ, first, behind};
    auto& connection = connection_of(view);
    const auto last = connection.run(
        "SELECT subject" + of_the_year + " ORDER BY subject DESC LIMIT 1", parameters);
    std::int64_t serial = last.empty() ? 0 : serial_of(text(last[0][0]));
    if (serial >= last_in_order)
        serial = serial_of(text(connection
                                    .run("SELECT subject" + of_the_year +
                                             " ORDER BY length(subject) DESC, subject DESC LIMIT 1",
                                         parameters)
                                    .at(0)[0]));
    serial = std::max(serial, handed_out(view, log, first));
    return number_prefix + four_digits(serial + 1);
}

}  // namespace gongkai::store
