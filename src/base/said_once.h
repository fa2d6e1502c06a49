#pragma once

#include <functional>
#include <string>
#include <utility>

namespace gongkai {

// Passes on what is to be told, but not the same twice in a row: what happens every half second is
// told when it begins. An empty text says that all is well again.
class SaidOnce {
public:
    explicit SaidOnce(std::function<void(const std::string&)> tell) : tell_(std::move(tell)) {}

    void say(std::string said) {
        if (said != last_ && !said.empty()) tell_(said);
        last_ = std::move(said);
    }

private:
    const std::function<void(const std::string&)> tell_;
    std::string last_;
};

}  // namespace gongkai
