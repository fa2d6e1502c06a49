#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "http/message.h"
#include "site/services.h"

namespace gongkai::site {

// What kept answers rest on (docs/decisions/0023): a text that is another one once anything changed
// of what a page reads, and on the next day in China. Asked for each request, so it is read from
// the store only where something was committed since it was read last. May be used from many
// threads.
class Grounds {
public:
    explicit Grounds(const Services& services) : services_(services) {}

    // The whole store.
    std::string of_store() const;
    // The log of the body that the path names with {organ}, and the one that says which bodies its
    // region has.
    std::string of_body(const http::Request& request);
    // The kept reports.
    std::string of_reports();
    std::string of_body_and_reports(const http::Request& request) {
        return of_body(request) + "/" + of_reports();
    }

private:
    struct Read {
        std::string state, ground;
    };

    std::string read_once(const std::string& key, const std::function<std::string()>& read);

    const Services& services_;
    std::mutex mutex_;
    std::map<std::string, Read> read_;  // by what was asked for, with the state at that time
};

}  // namespace gongkai::site
