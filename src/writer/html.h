#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai::writer {

// Markup written in this program's own source. Only a string literal makes one, at compile time,
// so nothing that comes from outside can pass for markup.
class Markup {
public:
    template <std::size_t size>
    consteval Markup(const char (&literal)[size]) : text_(literal, size - 1) {}

    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

// HTML in the making. raw() takes markup of the source code and nothing else; text() escapes
// whatever it is given, so that it stands as well between tags as inside a quoted attribute.
class Html {
public:
    Html& raw(Markup markup);
    Html& text(std::string_view text);
    Html& number(std::int64_t number);
    Html& add(const Html& part);

    bool empty() const { return out_.empty(); }
    const std::string& string() const& { return out_; }
    std::string string() && { return std::move(out_); }

private:
    std::string out_;
};

}  // namespace gongkai::writer
