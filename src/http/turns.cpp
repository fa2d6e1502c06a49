#include "http/turns.h"

#include <algorithm>
#include <utility>

namespace gongkai::http {

namespace {

constexpr std::size_t most_remembered = 1000;

}  // namespace

Turns::Room Turns::room_for(const std::string& who) const {
    const auto it = of_.find(who);
    if (it != of_.end() && it->second.here >= limits_.waiting_of_one) return Room::ShareIsUsed;
    return here_ < limits_.waiting ? Room::Enough : Room::LaneIsFull;
}

void Turns::enter(const std::string& who, std::function<void()> go) {
    if (of_.size() > most_remembered)
        std::erase_if(of_, [this](const auto& each) {
            return each.second.here == 0 && each.second.next_round <= round_;
        });
    One& one = of_[who];
    ++one.here;
    ++here_;
    const auto round = std::max(one.next_round, round_);
    one.next_round = round + 1;
    waiting_.emplace(round, Waiting{who, std::move(go)});
    start_some();
}

void Turns::leave(const std::string& who) {
    One& one = of_.at(who);
    --one.at_work;
    --at_work_;
    --one.here;
    // Whoever comes back at once has had his turn of this round, as long as there are others.
    if (--here_ == 0) {
        of_.clear();
        round_ = 0;
    }
    start_some();
}

void Turns::start_some() {
    for (auto it = waiting_.begin(); it != waiting_.end() && at_work_ < limits_.workers;) {
        One& one = of_.at(it->second.who);
        if (one.at_work >= limits_.workers_for_one) {
            ++it;
            continue;
        }
        ++one.at_work;
        ++at_work_;
        round_ = std::max(round_, it->first);
        const auto go = std::move(it->second.go);
        it = waiting_.erase(it);
        go();
    }
}

}  // namespace gongkai::http
