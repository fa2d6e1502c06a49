#include "api/json_parts.h"

#include <chrono>
#include <cstdio>

#include "desk/subjects.h"

namespace gongkai::api {

json::Value day_or_null(const std::optional<Date>& day) {
    return day ? json::Value(iso(*day)) : json::Value();
}

json::Value deletion_json(const desk::OpenedData& data) {
    const auto& it = data.deletion();
    if (!it) return {};
    return json::Object{
        {"on", day_or_null(it->deleted_on)}, {"years", it->years}, {"data", it->data}};
}

json::Object place_in_journal(const journal::Entry& entry, const journal::TreeHead& head) {
    return {{"sequence", entry.sequence},
            {"leaf", hex(bytes(leaf(entry)))},
            {"size", head.size},
            {"root", hex(bytes(head.root))}};
}

std::string moment(std::int64_t milliseconds) {
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> china{std::chrono::milliseconds{milliseconds} +
                                                    hours{8}};
    const auto day = floor<days>(china);
    const hh_mm_ss time{china - day};
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03d+08:00", int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()),
                  int(time.subseconds().count()));
    return iso(day) + text;
}

json::Array events_json(const std::vector<desk::AccountEvent>& events) {
    json::Array all;
    for (const auto& event : events)
        all.push_back(json::Object{{"at", moment(event.at)},
                                   {"account", event.account},
                                   {"login", event.login},
                                   {"by", event.by},
                                   {"kind", event.kind},
                                   {"title", desk::title_of_entry(event.kind)}});
    return all;
}

}  // namespace gongkai::api
