#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "desk/applicant_desk.h"

namespace gongkai::portal {

// The counter at which applications come in by the web. The same form sent twice - a double click,
// a page loaded again - makes one request: by the form's own token, for which the receipt is shown
// again while this program runs and few others have come; by the contents, which the records of
// today tell for good. Two programs on one store know of each other only by the records.
class Counter {
public:
    // What was given for the form's token, where it is still known.
    std::optional<desk::Receipt> given(const journal::LogKey& organ, const std::string& token);
    // Refusals: request.twice, which names the number; those of desk::register_request().
    Result<desk::Receipt> take(desk::ApplicantDesk& desk, std::int64_t now,
                               const journal::LogKey& organ, const desk::NewRequest& asked,
                               const std::string& token);

private:
    void keep(const std::string& key, const desk::Receipt& receipt);

    class Turn;
    static constexpr std::size_t most_kept = 1000;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::set<std::string> in_hand_;                  // forms that are being registered
    std::map<std::string, desk::Receipt> receipts_;  // by token
    std::deque<std::string> order_;
};

}  // namespace gongkai::portal
