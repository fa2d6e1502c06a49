#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/json_value.h"
#include "base/result.h"

namespace gongkai::files {

// Writes JSON on one line. Figures keep every decimal, and bytes that are not UTF-8 become U+FFFD.
// It puts the commas itself; whoever writes with it closes what he has opened.
class JsonText {
public:
    JsonText& open_object();
    JsonText& close_object();
    JsonText& open_list();
    JsonText& close_list();
    // The name of the value that comes next.
    JsonText& key(std::string_view name);
    JsonText& null();
    JsonText& yes_or_no(bool answer);
    JsonText& number(std::int64_t number);
    JsonText& figure(const Decimal& figure);
    JsonText& text(std::string_view text);
    JsonText& value(const json::Value& value);
    JsonText& object(const json::Object& object);
    // All of an object's, into the one that is open.
    JsonText& members(const json::Object& members);

    std::string take() { return std::move(written_); }

private:
    void next();
    void quoted(std::string_view text);
    void plain(std::string_view text);
    void escaped(std::string_view text);

    std::string written_;
};

std::string json_text(const json::Value& value);

// What a JSON text from outside may be.
struct JsonLimits {
    std::size_t depth = 32;  // of objects and lists in one another
    // Whether its texts may hold signs that no letter, page or Word file can.
    bool control_signs = true;
};

// A number without point and exponent that std::int64_t holds is one; every other is a Decimal.
// Refusals: json.malformed; json.twice for a name that an object has twice; json.number where 18
// digits do not hold a figure; json.control. Messages are a clause without a full stop.
Result<json::Value> parse_json(std::string_view text, JsonLimits limits = {});

}  // namespace gongkai::files
