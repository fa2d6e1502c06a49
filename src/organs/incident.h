#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::organs {

// What broke down (系统故障), told to administrators: a damaged text, a full disk, checkpoints that
// do not hold, a backup that failed. One for each code and place however often it happened. It
// names no person and repeats nothing that anybody wrote.
struct Incident {
    std::int64_t region = 0;  // 0: of the installation
    std::string id;           // by which it is acknowledged
    std::string code;         // "http.damaged"
    std::string place;        // an address or a file; empty where the code says it all
    std::string said;         // the number of the last request, or what the program told the log
    std::int64_t first_at = 0, last_at = 0;  // milliseconds since 1970 UTC
    std::int64_t times = 0;
    std::string seen_by;  // the account that acknowledged it last; empty: none yet
    std::int64_t seen_at = 0;

    // It happened again after it was acknowledged last.
    bool is_open() const { return last_at > seen_at; }
};

// One that happens now. Texts that are too long are cut.
struct NewIncident {
    std::int64_t region = 0;
    std::string code, place, said;
};

class Incidents {
public:
    virtual ~Incidents() = default;
    // Takes it at once and keeps it a little later: waits for no store and throws nothing, since
    // the store may be what broke down. From any thread.
    virtual void note(const NewIncident& it, std::int64_t now) noexcept = 0;
    // Of a region and of the installation, the last first.
    virtual std::vector<Incident> told_to(std::int64_t region) const = 0;
    virtual std::int64_t open_for(std::int64_t region) const = 0;
    // Whether there is such a one among those that are told to the region. What happens after the
    // moment that was `seen` is open again.
    virtual bool acknowledge(std::int64_t region, const std::string& id, std::int64_t seen,
                             const std::string& by) = 0;
};

// What an incident's code means and what there is to do, for the administrator.
struct IncidentWords {
    std::string_view what, advice;
};
IncidentWords incident_words(std::string_view code);

}  // namespace gongkai::organs
