#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace gongkai::http {

// The bytes of a request's body: in memory, or in an unnamed file that is seen as memory.
class Body {
public:
    Body() = default;
    Body(std::string bytes) : held_(std::move(bytes)) {}
    Body(const char* text) : held_(text) {}
    // Bytes that are there for as long as `keeper` is.
    Body(std::shared_ptr<const void> keeper, std::string_view bytes)
        : keeper_(std::move(keeper)), elsewhere_(bytes) {}

    std::string_view view() const { return keeper_ ? elsewhere_ : std::string_view(held_); }
    operator std::string_view() const { return view(); }
    bool empty() const { return view().empty(); }
    std::size_t size() const { return view().size(); }

private:
    std::string held_;
    std::shared_ptr<const void> keeper_;
    std::string_view elsewhere_;
};

}  // namespace gongkai::http
