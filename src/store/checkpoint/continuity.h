#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/checkpoint/checkpoint.h"
#include "store/database.h"

// Whether the logs of a database go on from what they were.
namespace gongkai::store {

// A log that does not: shorter, or other below its size.
struct SetBack {
    journal::LogKey log;
    Mark was;
    journal::TreeHead found;
};
// For the administrator: which log, what it was and what it is.
std::string sentence(const SetBack& it, std::int64_t written_at);

// The marks of all logs of the database, and those that are set back, with their old marks. A log
// that is other is accepted where its journal has an entry log.resume of a greater turn with this
// key's signature: so every server learns that an administrator went on. Costs one digest for each
// entry since the marks.
struct Held {
    std::map<journal::LogKey, Mark> marks;
    std::vector<SetBack> set_back;
};
Held hold(Connection& connection, const SigningKey& key,
          const std::map<journal::LogKey, Mark>& marks);

// The subject and the kind of the entry by which an administrator went on.
inline constexpr std::string_view log_subject = "log", resume_kind = "log.resume";

// What it records: the reason, what the log was and what it was found to be, the numbers that are
// not to be handed out again, and a signature of all this. `was` is nothing where no checkpoint
// could be read.
struct Resume {
    std::string reason;
    std::optional<Mark> was;
    std::int64_t turn = 1;
    journal::TreeHead found;
};
journal::Record resume_record(const Resume& it, const journal::LogKey& log, const SigningKey& key);
// The turn of a log by its last entry log.resume that this key signed; 0 where it has none.
std::int64_t turn_of(Connection& connection, const SigningKey& key, const journal::LogKey& log);

// The last number of a series that was handed out before the log was set back; 0 mostly.
std::int64_t last_handed_out(const std::vector<journal::Entry>& of_the_log,
                             std::string_view series);

}  // namespace gongkai::store
