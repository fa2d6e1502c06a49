#pragma once

#include "base/result.h"

namespace gongkai {

// What an exception is besides, where something that everything stands on is away for a while: a
// full disk, a database that is locked or gone. Its text is for the log and names places; this is
// for whoever asked.
class Unavailable {
public:
    virtual ~Unavailable() = default;
    virtual Error refusal() const = 0;
};

}  // namespace gongkai
