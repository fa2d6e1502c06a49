#include "site/shared_answers.h"

#include <algorithm>

#include "base/unavailable.h"
#include "http/dispatch.h"
#include "site/preferences.h"

namespace gongkai::site {

using http::Request;
using http::Response;
using http::Route;

namespace {

constexpr std::size_t about_an_entry = 512;  // what list, map and headers take
constexpr std::size_t smallest_share = 16;   // no answer takes more than this part of the whole

// What everybody who asks for the same page has in common.
Request common_part(const Route& route, const Request& request) {
    Request seen;
    seen.method = route.method;
    seen.path = request.path;
    seen.parameters = request.parameters;
    for (const auto& field : request.query)
        if (std::ranges::find(route.parameters, field.name, &http::Parameter::name) !=
            route.parameters.end())
            seen.query.push_back(field);
    seen.headers = {{"Cookie", "view=" + view_value(preferences(request))}};
    return seen;
}

// NUL is in no path and in no field of a query.
std::string key_of(const Request& seen) {
    std::string key = seen.path;
    for (const auto& [name, value] : seen.query)
        key.append(1, '\0').append(name).append(1, '\0').append(value);
    return key.append(2, '\0').append(seen.headers.front().value);
}

bool may_be_kept(const Response& it) {
    return it.status == 200 && !it.streamed.from && it.header("Set-Cookie").empty() &&
           it.header("Cache-Control").empty();
}

}  // namespace

Route SharedAnswers::shared(Route route) {
    const Route made = route;
    route.handler = [this, made](const Request& request) { return answer(made, request); };
    return route;
}

std::size_t SharedAnswers::bytes() const {
    const std::scoped_lock lock(mutex_);
    return bytes_;
}

Response SharedAnswers::answer(const Route& route, const Request& request) {
    const Request seen = common_part(route, request);
    std::string key = key_of(seen), ground;
    try {
        ground = route.ground ? route.ground(seen) : ground_();
    } catch (const std::exception& fault) {
        // The store is away: what it said last is better than nothing.
        const auto kept =
            dynamic_cast<const Unavailable*>(&fault) ? find(key, std::nullopt) : nullptr;
        if (!kept) throw;
        return *kept;
    }
    if (const auto kept = find(key, ground)) return *kept;
    Response made = route.handler(seen);
    if (!may_be_kept(made)) return made;
    made.set("ETag", http::strong_tag(made.body));
    const auto bytes = key.size() + ground.size() + made.body.size() + about_an_entry;
    if (bytes <= most_bytes_ / smallest_share)
        keep({std::move(key), std::move(ground), std::make_shared<const Response>(made), bytes});
    return made;
}

std::shared_ptr<const Response> SharedAnswers::find(const std::string& key,
                                                    const std::optional<std::string>& ground) {
    const std::scoped_lock lock(mutex_);
    const auto it = places_.find(key);
    if (it == places_.end() || (ground && it->second->ground != *ground)) return nullptr;
    kept_.splice(kept_.begin(), kept_, it->second);
    return it->second->answer;
}

void SharedAnswers::keep(Kept fresh) {
    const std::scoped_lock lock(mutex_);
    if (const auto it = places_.find(fresh.key); it != places_.end()) drop(it->second);
    bytes_ += fresh.bytes;
    kept_.push_front(std::move(fresh));
    places_.emplace(kept_.front().key, kept_.begin());
    while (bytes_ > most_bytes_)
        drop(std::prev(kept_.end()));
}

void SharedAnswers::drop(Place place) {
    bytes_ -= place->bytes;
    places_.erase(place->key);
    kept_.erase(place);
}

}  // namespace gongkai::site
