#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json_value.h"
#include "base/quoted.h"
#include "base/result.h"
#include "base/text.h"
#include "http/message.h"

namespace gongkai::api {

using text::in_quotes;

// The least and the greatest value of a whole number.
struct Within {
    std::int64_t least, most;
};

// The fields of a request's JSON body. What a field should have been and was not is a refusal that
// names it: fields.missing, fields.kind. Nothing that was sent is passed over because it is of the
// wrong kind; null is as good as not sent.
class Fields {
public:
    // Refusals fields.malformed, fields.twice, fields.number and fields.control: files/json_text.h.
    static Result<Fields> of(const http::Request& request);
    explicit Fields(json::Object object) : object_(std::move(object)) {}

    const json::Object& all() const { return object_; }
    bool has(std::string_view name) const;
    std::vector<std::string> names() const;
    // `label` is what the field is called on the screen.
    Result<std::string> text(std::string_view name, std::string_view label) const;
    Result<Date> day(std::string_view name, std::string_view label) const;
    Result<std::int64_t> whole(std::string_view name, std::string_view label) const;
    // Without fields, or an empty list, where there is none.
    Result<Fields> object(std::string_view name, std::string_view label) const;
    Result<std::vector<Fields>> objects(std::string_view name, std::string_view label) const;

    // Take over a field that is there and leave `into` alone where it is not; refusal fields.kind
    // where it is something else. A day may be null: none.
    Status take(std::string_view name, std::string_view label, std::string& into) const;
    Status take(std::string_view name, std::string_view label, bool& into) const;
    Status take(std::string_view name, std::string_view label, Within range, int& into) const;
    Status take(std::string_view name, std::string_view label,
                std::vector<std::string>& into) const;
    Status take(std::string_view name, std::string_view label, std::optional<Date>& into) const;

private:
    // What was sent under a name; nothing where it is null or was not.
    const json::Value* given(std::string_view name) const;

    json::Object object_;
};

// One of the named words, such as a channel; refusal fields.kind where it is none of them.
template <class Kind>
Result<Kind> word(const Fields& fields, std::string_view name, std::string_view label,
                  std::optional<Kind> (*kind_of)(std::string_view)) {
    GK_TRY(text, fields.text(name, label));
    const auto kind = kind_of(text);
    if (!kind)
        return Error{ErrorKind::Invalid, "fields.kind",
                     "“" + std::string(label) + "”不能是" + in_quotes(text) + "。"};
    return *kind;
}

// The same for a word that need not be there.
template <class Kind>
Status take_word(const Fields& fields, std::string_view name, std::string_view label,
                 std::optional<Kind> (*kind_of)(std::string_view), Kind& into) {
    if (!fields.has(name)) return Done{};
    GK_TRY(kind, word(fields, name, label, kind_of));
    into = kind;
    return Done{};
}

}  // namespace gongkai::api
