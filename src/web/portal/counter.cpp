#include "web/portal/counter.h"

namespace gongkai::web::portal {

namespace {

std::string key_of(const journal::LogKey& organ, const std::string& token) {
    return std::to_string(organ.region) + "-" + std::to_string(organ.organ) + "/" + token;
}

}  // namespace

std::optional<desk::Receipt> Counter::given(const journal::LogKey& organ,
                                            const std::string& token) {
    const std::scoped_lock lock(mutex_);
    const auto it = receipts_.find(key_of(organ, token));
    return it == receipts_.end() ? std::nullopt : std::optional(it->second);
}

Result<desk::Receipt> Counter::take(desk::Office& office, std::int64_t now,
                                    const journal::LogKey& organ, const desk::NewRequest& asked,
                                    const std::string& token) {
    // One at a time: the second of two clicks waits here for the receipt of the first.
    const std::scoped_lock lock(mutex_);
    const std::string key = key_of(organ, token);
    if (const auto it = receipts_.find(key); it != receipts_.end()) return it->second;
    if (const auto number = desk::same_request_of_today(office, organ, asked, china_day(now)))
        return Error{ErrorKind::Conflict, "request.twice",
                     "内容完全相同的申请今天已经提交过，编号是 " + *number +
                         "，没有再登记一次。查询码在那一次的回执上。"};
    GK_TRY(receipt, desk::register_request(office, {"public", now}, organ, asked));
    if (token.empty()) return receipt;
    receipts_.emplace(key, receipt);
    order_.push_back(key);
    if (order_.size() > most_kept) {
        receipts_.erase(order_.front());
        order_.pop_front();
    }
    return receipt;
}

}  // namespace gongkai::web::portal
