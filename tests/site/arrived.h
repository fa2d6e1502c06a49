#pragma once

#include "http/message.h"

namespace gongkai::testing {

// An answer as it has come over the wire: what is streamed has been read.
inline http::Response arrived(http::Response response) {
    auto& streamed = response.streamed;
    while (streamed.from && response.body.size() < streamed.size)
        response.body += streamed.from->read(streamed.first + response.body.size(),
                                             std::size_t(streamed.size) - response.body.size());
    return response;
}

}  // namespace gongkai::testing
