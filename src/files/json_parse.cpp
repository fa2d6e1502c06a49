#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <optional>

#include "base/quoted.h"
#include "files/json_text.h"

namespace gongkai::files {

using boost::json::error_code;
using boost::json::string_view;

namespace {

// How many digits an exponent may move the point: what moves it further fits no figure.
constexpr int furthest_exponent = 30;

std::optional<int> exponent_of(std::string_view digits) {
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int exponent = 0;
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (fault != std::errc() || end != digits.data() + digits.size()) return {};
    if (std::abs(exponent) > furthest_exponent) return {};
    return exponent;
}

std::optional<Decimal> figure_of(std::string_view text) {
    const auto e = text.find_first_of("eE");
    const auto figure = Decimal::parse(text.substr(0, e));
    if (!figure || e == text.npos) return figure;
    const auto exponent = exponent_of(text.substr(e + 1));
    if (!exponent) return {};
    try {
        return figure->times_power_of_ten(*exponent);
    } catch (const std::overflow_error&) {
        return {};
    }
}

std::optional<json::Value> number_of(std::string_view text) {
    if (text.find_first_of(".eE") == text.npos) {
        std::int64_t whole = 0;
        const auto fault = std::from_chars(text.data(), text.data() + text.size(), whole).ec;
        return fault == std::errc() ? std::optional<json::Value>(whole) : std::nullopt;
    }
    const auto figure = figure_of(text);
    return figure ? std::optional<json::Value>(*figure) : std::nullopt;
}

// Whether letters, pages and Word files can hold all of a text's signs.
bool is_printable(std::string_view text) {
    const bool control = std::ranges::any_of(text, [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F';
    });
    return !control && text.find("\xEF\xBF\xBE") == text.npos &&
           text.find("\xEF\xBF\xBF") == text.npos;
}

// The name that stands twice; nothing where there is none.
const std::string* named_twice(const std::vector<json::Member>& members) {
    std::vector<const json::Member*> sorted;
    sorted.reserve(members.size());
    for (const json::Member& member : members)
        sorted.push_back(&member);
    const auto name = [](const json::Member* member) -> const std::string& { return member->name; };
    std::ranges::sort(sorted, {}, name);
    const auto twice = std::ranges::adjacent_find(sorted, {}, name);
    return twice == sorted.end() ? nullptr : &(*twice)->name;
}

// Builds the value from what Boost's parser meets, as its own would, but keeps the digits of
// numbers, which that one turns into doubles.
class Builder {
public:
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);

    explicit Builder(JsonLimits limits) : limits_(limits) {}

    const std::optional<Error>& refusal() const { return refusal_; }
    json::Value take() { return std::move(values_.back()); }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t size, error_code&) {
        const auto first = values_.end() - std::ptrdiff_t(size);
        json::Array list(std::make_move_iterator(first), std::make_move_iterator(values_.end()));
        values_.erase(first, values_.end());
        return add(std::move(list));
    }
    bool on_object_begin(error_code&) { return true; }
    bool on_object_end(std::size_t size, error_code& fault) {
        std::vector<json::Member> members(size);
        for (auto at = members.rbegin(); at != members.rend(); ++at) {
            *at = {std::move(names_.back()), std::move(values_.back())};
            names_.pop_back();
            values_.pop_back();
        }
        if (const auto* name = named_twice(members))
            return refuse(fault, "json.twice", "有两个字段都叫" + text::in_quotes(*name));
        return add(json::Object(std::move(members)));
    }
    bool on_string_part(string_view part, std::size_t, error_code&) { return put_by(part); }
    bool on_string(string_view rest, std::size_t, error_code& fault) {
        auto text = whole(rest);
        if (!limits_.control_signs && !is_printable(text))
            return refuse(fault, "json.control",
                          text::in_quotes(names_.empty() ? "内容" : names_.back()) +
                              "里有不能保存的控制字符");
        return add(std::move(text));
    }
    bool on_key_part(string_view part, std::size_t, error_code&) { return put_by(part); }
    bool on_key(string_view rest, std::size_t, error_code&) {
        names_.push_back(whole(rest));
        return true;
    }
    bool on_number_part(string_view part, error_code&) { return put_by(part); }
    bool on_int64(std::int64_t, string_view rest, error_code& fault) { return number(rest, fault); }
    bool on_uint64(std::uint64_t, string_view rest, error_code& fault) {
        return number(rest, fault);
    }
    bool on_double(double, string_view rest, error_code& fault) { return number(rest, fault); }
    bool on_bool(bool answer, error_code&) { return add(answer); }
    bool on_null(error_code&) { return add({}); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    bool put_by(string_view part) {
        begun_.append(part.data(), part.size());
        return true;
    }
    std::string whole(string_view rest) {
        std::string text = std::move(begun_);
        begun_.clear();
        return text.append(rest.data(), rest.size());
    }
    bool add(json::Value value) {
        values_.push_back(std::move(value));
        return true;
    }
    bool number(string_view rest, error_code& fault) {
        const auto text = whole(rest);
        auto value = number_of(text);
        if (value) return add(std::move(*value));
        return refuse(fault, "json.number", "数" + text::in_quotes(text) + "超过 18 位");
    }
    bool refuse(error_code& fault, const char* code, std::string message) {
        refusal_ = Error{ErrorKind::Invalid, code, std::move(message)};
        fault = boost::json::error::syntax;
        return false;
    }

    JsonLimits limits_;
    std::vector<json::Value> values_;  // of the lists and objects that are open
    std::vector<std::string> names_;   // of the values among them that stand in objects
    std::string begun_;                // the text, name or number that is being read
    std::optional<Error> refusal_;
};

}  // namespace

Result<json::Value> parse_json(std::string_view text, JsonLimits limits) {
    boost::json::parse_options how;
    how.max_depth = limits.depth;
    boost::json::basic_parser<Builder> parser(how, limits);
    error_code fault;
    const auto read = parser.write_some(false, text.data(), text.size(), fault);
    if (const auto& refusal = parser.handler().refusal()) return *refusal;
    if (fault == boost::json::error::too_deep)
        return Error{ErrorKind::Invalid, "json.malformed",
                     "JSON 嵌套超过 " + std::to_string(limits.depth) + " 层"};
    if (fault || read != text.size())
        return Error{ErrorKind::Invalid, "json.malformed", "不是 JSON"};
    return parser.handler().take();
}

}  // namespace gongkai::files
