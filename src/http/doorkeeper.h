#pragma once

#include <string>

#include "http/message.h"

namespace gongkai::http {

// Tells the requests of those who are signed in from those that only say so: a cookie can be made
// up by anybody. May be used from many threads.
class Doorkeeper {
public:
    virtual ~Doorkeeper() = default;

    // Whose request it is, as a text to count by, where that was seen to a while ago; empty
    // otherwise. Tells it at once, without the store.
    virtual std::string known(const Request& head) const = 0;
    // Whether it is somebody's, by the store; known from then on.
    virtual bool vouch(const Request& head) = 0;
    // It is nobody's any more.
    virtual void forget(const Request& head) = 0;
};

}  // namespace gongkai::http
