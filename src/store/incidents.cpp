#include "store/incidents.h"

#include <algorithm>
#include <chrono>

#include "base/digest.h"
#include "base/text.h"

namespace gongkai::store {

namespace {

using organs::Incident;

constexpr std::chrono::seconds between{1};
constexpr std::size_t most_noted = 200;
// An office has a handful; a thousand are an attack, or a disk that dies.
constexpr std::int64_t most_kept = 1000;
constexpr std::size_t most_told = 200;
constexpr std::size_t longest_place = 200, longest_said = 500;  // in signs
constexpr std::size_t id_digits = 16;
constexpr std::int64_t of_installation = 0;

constexpr std::string_view columns =
    "region, id, code, place, said, first_at, last_at, times, seen_by, seen_at";

Incident incident_of(const Row& row) {
    return {whole(row[0]), text(row[1]),  text(row[2]),  text(row[3]), text(row[4]),
            whole(row[5]), whole(row[6]), whole(row[7]), text(row[8]), whole(row[9])};
}

std::string id_of(const organs::NewIncident& it) {
    return sha256(std::to_string(it.region) + " " + it.code + " " + it.place).substr(0, id_digits);
}

// Neither store keeps a NUL in a text, or bytes that are no UTF-8.
std::string cut(const std::string& text, std::size_t signs) {
    std::string kept;
    for (const char32_t sign : text::points(text::trim(text))) {
        if (signs == 0) break;
        --signs;
        text::append(kept, sign == 0 ? U' ' : sign);
    }
    return kept;
}

void add_times(Incident& to, const Incident& it) {
    to.times += it.times;
    to.first_at = std::min(to.first_at, it.first_at);
    if (it.last_at < to.last_at) return;
    to.last_at = it.last_at;
    to.said = it.said;
}

void write(Connection& connection, const Incident& it) {
    connection.run(
        "INSERT INTO incident (region, id, code, place, said, first_at, last_at, times) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (region, id) DO UPDATE SET "
        "times = incident.times + excluded.times, said = excluded.said, "
        "last_at = excluded.last_at",
        {it.region, it.id, it.code, it.place, it.said, it.first_at, it.last_at, it.times});
}

// The oldest give way.
void trim(Connection& connection, std::int64_t region) {
    const auto oldest = connection.run(
        "SELECT last_at FROM incident WHERE region = $1 ORDER BY last_at DESC LIMIT 1 OFFSET $2",
        {region, most_kept});
    if (oldest.empty()) return;
    connection.run("DELETE FROM incident WHERE region = $1 AND last_at <= $2",
                   {region, oldest[0][0]});
}

std::vector<std::int64_t> regions_told_to(std::int64_t region) {
    if (region == of_installation) return {region};
    return {of_installation, region};
}

}  // namespace

void Incidents::add(Incident it) {
    const auto found = noted_.find({it.region, it.id});
    if (found != noted_.end()) {
        add_times(found->second, it);
        return;
    }
    if (noted_.size() >= most_noted) return;
    std::pair key(it.region, it.id);
    noted_.emplace(std::move(key), std::move(it));
}

void Incidents::note(const organs::NewIncident& it, std::int64_t now) noexcept {
    try {
        Incident noted{it.region,
                       {},
                       it.code,
                       cut(it.place, longest_place),
                       cut(it.said, longest_said),
                       now,
                       now,
                       1,
                       {},
                       0};
        noted.id = id_of({it.region, it.code, noted.place, {}});
        const std::lock_guard lock(mutex_);
        add(std::move(noted));
    } catch (const std::exception&) {
        // Only memory can be short here; the log has it all the same.
    }
}

std::vector<Incident> Incidents::told_to(std::int64_t region) const {
    std::vector<Incident> all;
    for (const std::int64_t of : regions_told_to(region))
        for (const Row& row : database_.run("SELECT " + std::string(columns) +
                                                " FROM incident WHERE region = $1 ORDER BY "
                                                "last_at DESC, id LIMIT $2",
                                            {of, std::int64_t(most_told)}))
            all.push_back(incident_of(row));
    std::ranges::stable_sort(all, std::ranges::greater(), &Incident::last_at);
    if (all.size() > most_told) all.resize(most_told);
    return all;
}

std::int64_t Incidents::open_for(std::int64_t region) const {
    std::int64_t open = 0;
    for (const std::int64_t of : regions_told_to(region))
        open += whole(database_
                          .run("SELECT count(*) FROM incident WHERE region = $1 AND last_at > "
                               "seen_at",
                               {of})
                          .at(0)[0]);
    return open;
}

bool Incidents::acknowledge(std::int64_t region, const std::string& id, std::int64_t seen,
                            const std::string& by) {
    bool found = false;
    database_.transaction([&](Connection& connection) {
        for (const std::int64_t of : regions_told_to(region))
            found = found || !connection
                                  .run(
                                      "UPDATE incident SET seen_by = $3, seen_at = $4 WHERE "
                                      "region = $1 AND id = $2 RETURNING id",
                                      {of, id, by, seen})
                                  .empty();
    });
    return found;
}

void Incidents::keep() {
    Noted noted;
    {
        const std::lock_guard lock(mutex_);
        noted.swap(noted_);
    }
    if (noted.empty()) return;
    try {
        database_.transaction([&](Connection& connection) {
            for (const auto& [key, it] : noted)
                write(connection, it);
            for (const auto& [key, it] : noted)
                trim(connection, key.first);
        });
    } catch (const StoreError&) {
        const std::lock_guard lock(mutex_);
        for (auto& [key, it] : noted)
            add(std::move(it));
        throw;
    }
}

IncidentKeeper::IncidentKeeper(Incidents& incidents) : incidents_(incidents) {
    rounds_.emplace(between, Rounds::First::AfterAPause, [this] { keep(); });
}

IncidentKeeper::~IncidentKeeper() {
    rounds_.reset();
    keep();
}

void IncidentKeeper::keep() {
    try {
        incidents_.keep();
    } catch (const std::exception&) {
        // Whoever asks for something meanwhile is told that the store is away, and so is the log.
    }
}

}  // namespace gongkai::store
