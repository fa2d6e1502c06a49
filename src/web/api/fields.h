#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "web/http/message.h"

namespace gongkai::web::api {

// The fields of a request's JSON body. What a field should have been and was not is a refusal that
// names it: fields.malformed, fields.missing, fields.kind.
class Fields {
public:
    static Result<Fields> of(const http::Request& request);
    explicit Fields(boost::json::object object) : object_(std::move(object)) {}

    bool has(std::string_view name) const;
    std::vector<std::string> names() const;
    // `label` is what the field is called on the screen.
    Result<std::string> text(std::string_view name, std::string_view label) const;
    Result<Date> day(std::string_view name, std::string_view label) const;
    Result<std::int64_t> whole(std::string_view name, std::string_view label) const;
    std::string text_or_empty(std::string_view name) const;
    std::optional<Date> day_if_any(std::string_view name) const;
    std::optional<std::int64_t> whole_if_any(std::string_view name) const;
    bool flag(std::string_view name) const;
    std::optional<Fields> object(std::string_view name) const;
    // Empty where there is no such list of objects.
    std::vector<Fields> objects(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;

    // Take over a field that is there and leave `into` alone where it is not; refusal fields.kind
    // where it is something else. A day may be null: none.
    Status take(std::string_view name, std::string_view label, std::string& into) const;
    Status take(std::string_view name, std::string_view label,
                std::vector<std::string>& into) const;
    Status take(std::string_view name, std::string_view label, std::optional<Date>& into) const;

private:
    boost::json::object object_;
};

// One of the named words, such as a channel; refusal fields.kind where it is none of them.
template <class Kind>
Result<Kind> word(const Fields& fields, std::string_view name, std::string_view label,
                  std::optional<Kind> (*kind_of)(std::string_view)) {
    GK_TRY(text, fields.text(name, label));
    const auto kind = kind_of(text);
    if (!kind)
        return Error{ErrorKind::Invalid, "fields.kind",
                     "“" + std::string(label) + "”不能是“" + text + "”。"};
    return *kind;
}

}  // namespace gongkai::web::api
