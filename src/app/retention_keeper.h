#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/office.h"
#include "base/date.h"
#include "base/rounds.h"
#include "base/said_once.h"

namespace gongkai::app {

// What a run over all bodies comes to, in a Chinese sentence; empty where there was nothing to do.
// Where acts are refused it says so, and what is left is done by the next run.
std::string keep_retention(Office& office);

// Lets what is sealed of closed cases go by rule while the program serves, on a thread of its own:
// at the start, so that what a restored backup brought back is gone again, and once a day.
class RetentionKeeper {
public:
    // `tell` gets the sentences for the administrator, each once. Both outlive it.
    RetentionKeeper(Office& office, std::function<void(const std::string&)> tell);

private:
    Office& office_;
    SaidOnce said_;
    std::optional<Date> done_on_;
    std::optional<Rounds> rounds_;  // last: it ends before what it uses

    void take_turn();
    bool run();
};

}  // namespace gongkai::app
