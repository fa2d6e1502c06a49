#include "app/metrics.h"

#include <chrono>
#include <map>
#include <optional>
#include <system_error>

#include "http/metrics_text.h"
#include "journal/log_name.h"
#include "store/backup.h"
#include "store/ledger/log_sizes.h"

namespace gongkai::app {

namespace fs = std::filesystem;
using http::MetricsText;

namespace {

// Of more bodies the sum says enough: a province has too many to look at one by one.
constexpr std::size_t most_bodies = 500;
constexpr std::string_view status_names[http::Tally::status_classes] = {"1xx", "2xx", "3xx", "4xx",
                                                                        "5xx"};
constexpr double microseconds = 1e6;

struct OfRoute {
    std::string_view method, route, lane;
    http::Tally::Counted counted;
};

std::vector<OfRoute> of_routes(const http::Dispatch& site) {
    std::vector<OfRoute> all;
    const auto& routes = site.router().routes();
    for (std::size_t i = 0; i < routes.size(); ++i)
        all.push_back({routes[i].method, routes[i].path,
                       http::lane_names[std::size_t(http::lane_of(routes[i]))],
                       site.tally().of(i)});
    all.push_back({"", "(none)", http::lane_names[std::size_t(http::Lane::Pages)],
                   site.tally().of(routes.size())});
    return all;
}

void requests(MetricsText& text, const Watched& it) {
    const auto all = of_routes(it.site);
    text.metric("gongkai_requests_total", "counter", "Requests answered.");
    for (const OfRoute& each : all)
        for (std::size_t i = 0; i < http::Tally::status_classes; ++i)
            if (each.counted.answered[i] > 0)
                text.sample({{"route", each.route},
                             {"method", each.method},
                             {"lane", each.lane},
                             {"status", status_names[i]}},
                            each.counted.answered[i]);
    text.metric("gongkai_request_seconds_total", "counter",
                "Seconds that making the answers took, without waiting in a lane.");
    for (const OfRoute& each : all)
        if (each.counted.took.count() > 0)
            text.seconds({{"route", each.route}, {"method", each.method}, {"lane", each.lane}},
                         double(each.counted.took.count()) / microseconds);
}

void lanes(MetricsText& text, const Watched& it) {
    const auto load = it.load();
    text.metric("gongkai_lane_requests", "gauge", "Requests that are at work or wait in a lane.");
    for (std::size_t lane = 0; lane < http::lane_count; ++lane) {
        text.sample({{"lane", http::lane_names[lane]}, {"state", "working"}},
                    std::uint64_t(load[lane].at_work));
        text.sample({{"lane", http::lane_names[lane]}, {"state", "waiting"}},
                    std::uint64_t(load[lane].waiting));
    }
}

void commits(MetricsText& text, const Watched& it) {
    const auto counted = it.commits.counted();
    const auto& steps = store::CommitTimes::steps;
    text.metric("gongkai_commit_seconds", "histogram",
                "Seconds from asking for a commit until it was durable, waiting with it.");
    std::uint64_t so_far = 0;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        so_far += counted.in_step[step];
        const auto end = http::seconds_text(double(steps[step].count()) / microseconds);
        text.sample({{"le", end}}, so_far, "_bucket");
    }
    so_far += counted.in_step[steps.size()];
    text.sample({{"le", "+Inf"}}, so_far, "_bucket");
    text.seconds({}, double(counted.all.count()) / microseconds, "_sum");
    text.sample({}, so_far, "_count");
}

using LogSizes = std::map<journal::LogKey, std::int64_t>;

// Nothing where the store is away, which the figures say and nobody is refused for.
std::optional<LogSizes> log_sizes(store::Database& database) {
    std::optional<LogSizes> sizes;
    try {
        database.read([&](store::Connection& connection) { sizes = store::log_sizes(connection); });
    } catch (const store::StoreError&) {
        return {};
    }
    return sizes;
}

void logs(MetricsText& text, const Watched& it) {
    const auto sizes = log_sizes(it.database);
    text.metric("gongkai_database_up", "gauge", "Whether the database answers.");
    text.sample({}, sizes ? 1 : 0);
    if (!sizes) return;
    std::int64_t sum = 0;
    for (const auto& [log, size] : *sizes)
        sum += size;
    text.metric("gongkai_logs", "gauge", "Logs of bodies and regions.");
    text.sample({}, sizes->size());
    text.metric("gongkai_entries", "gauge", "Entries of all logs.");
    text.sample({}, std::uint64_t(sum));
    if (sizes->size() > most_bodies) return;
    text.metric("gongkai_log_entries", "gauge", "Entries of a log, by the body's code.");
    for (const auto& [log, size] : *sizes)
        text.sample({{"organ", journal::log_name(log)}}, std::uint64_t(size));
}

void age(MetricsText& text, std::string_view name, std::string_view help, std::int64_t made,
         std::int64_t now) {
    constexpr double milliseconds = 1000;
    text.metric(name, "gauge", help);
    text.seconds({}, double(now - made) / milliseconds);
}

std::optional<std::int64_t> written_at(const fs::path& file) {
    std::error_code none;
    const auto written = fs::last_write_time(file, none);
    if (none) return {};
    const auto since = std::chrono::file_clock::to_sys(written).time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

void safety(MetricsText& text, const Watched& it, std::int64_t now) {
    text.metric("gongkai_takes_acts", "gauge",
                "0 while acts are refused because of checkpoints or the clock.");
    text.sample({}, it.admission.held_up() ? 0 : 1);
    if (const auto written = written_at(it.checkpoint))
        age(text, "gongkai_checkpoint_age_seconds",
            "Seconds since the checkpoint was written; it is where something was recorded.",
            *written, now);
    if (it.backup.empty()) return;
    if (const auto made = store::backup::newest_at(it.backup))
        age(text, "gongkai_backup_age_seconds", "Seconds since the newest backup.", *made, now);
}

void disk(MetricsText& text, const Watched& it) {
    std::error_code none;
    const auto space = fs::space(it.data, none);
    if (none) return;
    text.metric("gongkai_disk_free_bytes", "gauge", "Bytes that are left for the data folder.");
    text.sample({}, space.available);
}

}  // namespace

std::string metrics(const Watched& it, std::int64_t now) {
    MetricsText text;
    text.metric("gongkai_build_info", "gauge", "The version of the program.");
    text.sample({{"version", it.version}}, 1);
    requests(text, it);
    lanes(text, it);
    commits(text, it);
    logs(text, it);
    safety(text, it, now);
    disk(text, it);
    return text.text();
}

}  // namespace gongkai::app
