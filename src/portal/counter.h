#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "desk/applicant_desk.h"
#include "journal/log_name.h"

namespace gongkai::portal {

// What was given for forms. The same form sent twice - a double click, a page loaded again - gets
// the same receipt: by the form's own token, while this program runs and few others have come.
template <class Receipt>
class GivenReceipts {
public:
    // What was given for the form's token, where it is still known.
    std::optional<Receipt> given(const journal::LogKey& organ, const std::string& token) {
        const std::scoped_lock lock(mutex_);
        const auto found = receipts_.find(key_of(organ, token));
        return found == receipts_.end() ? std::nullopt : std::optional(found->second);
    }

    // That, or what `make` gives now. Without a token each form is a new one.
    template <class Make>
    Result<Receipt> take(const journal::LogKey& organ, const std::string& token, Make make) {
        if (token.empty()) return make();
        const std::string key = key_of(organ, token);
        const Turn turn(*this, key);
        if (auto known = given(organ, token)) return std::move(*known);
        Result<Receipt> receipt = make();
        if (receipt.ok()) keep(key, receipt.value());
        return receipt;
    }

private:
    static std::string key_of(const journal::LogKey& organ, const std::string& token) {
        return journal::log_name(organ) + "/" + token;
    }

    void keep(const std::string& key, const Receipt& receipt) {
        const std::scoped_lock lock(mutex_);
        receipts_.emplace(key, receipt);
        order_.push_back(key);
        if (order_.size() > most_kept) {
            receipts_.erase(order_.front());
            order_.pop_front();
        }
    }

    // The second of two clicks waits here for the first; other forms do not.
    class Turn {
    public:
        Turn(GivenReceipts& counter, std::string key) : counter_(counter), key_(std::move(key)) {
            std::unique_lock lock(counter_.mutex_);
            counter_.freed_.wait(lock, [&] { return counter_.in_hand_.insert(key_).second; });
        }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn() {
            {
                const std::scoped_lock lock(counter_.mutex_);
                counter_.in_hand_.erase(key_);
            }
            counter_.freed_.notify_all();
        }

    private:
        GivenReceipts& counter_;
        std::string key_;
    };

    static constexpr std::size_t most_kept = 1000;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::set<std::string> in_hand_;            // forms that are being registered
    std::map<std::string, Receipt> receipts_;  // by token
    std::deque<std::string> order_;
};

// The counter at which applications come in by the web: one form makes one request, by its token
// or by the contents, which the records of today tell for good. Two programs on one store know of
// each other only by the records.
class Counter {
public:
    // What was given for the form's token, where it is still known.
    std::optional<desk::Receipt> given(const journal::LogKey& organ, const std::string& token);
    // Refusals: request.twice, which names the number; those of desk::register_request().
    Result<desk::Receipt> take(desk::ApplicantDesk& desk, std::int64_t now,
                               const journal::LogKey& organ, const desk::NewRequest& asked,
                               const std::string& token);

private:
    GivenReceipts<desk::Receipt> receipts_;
};

}  // namespace gongkai::portal
