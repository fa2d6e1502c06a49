#include "http/crowd.h"

#include <algorithm>
#include <utility>

namespace gongkai::http {

std::optional<Crowd::Place> Crowd::enter(std::string address, bool has_share,
                                         std::function<void()> close) {
    const auto mine = of_.find(address);
    if (has_share && mine != of_.end() && mine->second >= most_of_one_ && !make_way(&address))
        return {};
    if (staying_ >= most_) {
        const std::string from = busiest();
        if (!make_way(&from) && !make_way(nullptr)) return {};
    }
    ++of_[address];
    ++staying_;
    guests_.push_back({std::move(address), has_share, std::move(close), Stage::Asks, ++moves_});
    return std::prev(guests_.end());
}

void Crowd::move(Place place, Stage stage) {
    place->stage = stage;
    place->since = ++moves_;
}

void Crowd::leave(Place place) {
    if (!place->gives_way) count_out(*place);
    guests_.erase(place);
}

// Somebody of that address, or of any.
bool Crowd::make_way(const std::string* address) {
    const auto may = [&](const Guest& it) {
        return !it.gives_way && it.stage != Stage::IsServed &&
               (it.has_share || it.stage == Stage::Rests) && (!address || it.address == *address);
    };
    const auto sooner = [](const Guest& a, const Guest& b) {
        return std::pair(a.stage, a.since) < std::pair(b.stage, b.since);
    };
    auto chosen = guests_.end();
    for (auto it = guests_.begin(); it != guests_.end(); ++it)
        if (may(*it) && (chosen == guests_.end() || sooner(*it, *chosen))) chosen = it;
    if (chosen == guests_.end()) return false;
    chosen->gives_way = true;
    count_out(*chosen);
    chosen->close();
    return true;
}

void Crowd::count_out(const Guest& guest) {
    --staying_;
    const auto of = of_.find(guest.address);
    if (--of->second == 0) of_.erase(of);
}

std::string Crowd::busiest() const {
    const auto most =
        std::ranges::max_element(of_, {}, [](const auto& each) { return each.second; });
    return most == of_.end() ? std::string() : most->first;
}

bool BytesInFlight::has_room_for(const std::string& who) const {
    const auto of = of_.find(who);
    return all_ < most_ && (of == of_.end() || of->second < most_of_one_);
}

void BytesInFlight::Part::add(std::uint64_t bytes) {
    bytes_ += bytes;
    all_.all_ += bytes;
    all_.of_[who_] += bytes;
}

BytesInFlight::Part::~Part() {
    all_.all_ -= bytes_;
    const auto of = all_.of_.find(who_);
    if (of == all_.of_.end()) return;
    of->second -= bytes_;
    if (of->second == 0) all_.of_.erase(of);
}

}  // namespace gongkai::http
