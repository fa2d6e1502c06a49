#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/rounds.h"
#include "base/said_once.h"
#include "desk/cosigning.h"

namespace gongkai::app {

// Has the logs of a program that serves cosigned, on a thread of its own: every few seconds
// whatever has grown. Does nothing where no witness is set.
class Cosigner {
public:
    // `tell` gets what did not come off, once. Both outlive it.
    Cosigner(desk::Cosigning& cosigning, bool has_witnesses,
             std::function<void(const std::string&)> tell);

private:
    desk::Cosigning& cosigning_;
    SaidOnce said_;
    std::optional<Rounds> rounds_;  // last: it ends before what it uses

    void run();
};

}  // namespace gongkai::app
