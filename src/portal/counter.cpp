#include "portal/counter.h"

namespace gongkai::portal {

namespace {

std::string key_of(const journal::LogKey& organ, const std::string& token) {
    return std::to_string(organ.region) + "-" + std::to_string(organ.organ) + "/" + token;
}

}  // namespace

std::optional<desk::Receipt> Counter::given(const journal::LogKey& organ,
                                            const std::string& token) {
    const std::scoped_lock lock(mutex_);
    const auto found = receipts_.find(key_of(organ, token));
    return found == receipts_.end() ? std::nullopt : std::optional(found->second);
}

// The second of two clicks waits here for the first; other forms do not.
class Counter::Turn {
public:
    Turn(Counter& counter, std::string key) : counter_(counter), key_(std::move(key)) {
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
    Counter& counter_;
    std::string key_;
};

Result<desk::Receipt> Counter::take(desk::ApplicantDesk& desk, std::int64_t now,
                                    const journal::LogKey& organ, const desk::NewRequest& asked,
                                    const std::string& token) {
    if (token.empty()) return desk.apply(now, organ, asked);
    const std::string key = key_of(organ, token);
    const Turn turn(*this, key);
    if (auto known = given(organ, token)) return std::move(*known);
    auto receipt = desk.apply(now, organ, asked);
    if (receipt.ok()) keep(key, receipt.value());
    return receipt;
}

void Counter::keep(const std::string& key, const desk::Receipt& receipt) {
    const std::scoped_lock lock(mutex_);
    receipts_.emplace(key, receipt);
    order_.push_back(key);
    if (order_.size() > most_kept) {
        receipts_.erase(order_.front());
        order_.pop_front();
    }
}

}  // namespace gongkai::portal
