#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/rounds.h"
#include "organs/incident.h"
#include "store/database.h"

namespace gongkai::store {

// Those that were noted wait in memory, 200 kinds of them at most, until keep() writes them.
class Incidents : public organs::Incidents {
public:
    explicit Incidents(Database& database) : database_(database) {}

    void note(const organs::NewIncident& it, std::int64_t now) noexcept override;
    std::vector<organs::Incident> told_to(std::int64_t region) const override;
    std::int64_t open_for(std::int64_t region) const override;
    bool acknowledge(std::int64_t region, const std::string& id, std::int64_t seen,
                     const std::string& by) override;

    // Writes what was noted. Where the store throws, all of it waits on.
    void keep();

private:
    using Noted = std::map<std::pair<std::int64_t, std::string>, organs::Incident>;  // region, id

    Database& database_;
    std::mutex mutex_;
    Noted noted_;

    void add(organs::Incident it);
};

// Keeps what was noted once a second while a program serves, and once more at its end.
class IncidentKeeper {
public:
    explicit IncidentKeeper(Incidents& incidents);
    ~IncidentKeeper();
    IncidentKeeper(const IncidentKeeper&) = delete;
    IncidentKeeper& operator=(const IncidentKeeper&) = delete;

private:
    Incidents& incidents_;
    std::optional<Rounds> rounds_;

    void keep();
};

}  // namespace gongkai::store
