#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_value.h"
#include "files/json_text.h"

namespace gongkai::http {

struct Field {
    std::string name;
    std::string value;
};

// A request as it came over the wire, already strictly checked, its body within the route's limit.
struct Request {
    std::string method;
    std::string path;  // decoded, without the query
    std::vector<Field> query;
    std::vector<Field> headers;
    std::string body;
    std::map<std::string, std::string, std::less<>> parameters;  // of the route's path
    std::string client;  // whose address it is, to count by: client_address.h; in no log

    // All are empty where there is none.
    std::string_view header(std::string_view name) const;  // name in any case
    std::string_view query_value(std::string_view name) const;
    std::string_view cookie(std::string_view name) const;
    std::string_view parameter(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::vector<Field> headers;
    std::string body;

    // Adds a header, or replaces the one of that name.
    Response& set(std::string_view name, std::string_view value);
    std::string_view header(std::string_view name) const;
};

Response html_answer(int status, std::string body);
// As one line.
Response json_answer(int status, const json::Object& answer);
Response json_answer(int status, files::JsonText written);
Response see_other(std::string_view location);

// Percent signs decoded; nothing where they are malformed or hide a NUL.
std::optional<std::string> decoded(std::string_view written, bool plus_is_space);
// The same for a path, which is UTF-8 or none: nothing of ours has another name.
std::optional<std::string> decoded_path(std::string_view written);
std::string encoded(std::string_view text);  // for a part of a path or query
// The fields of a query or of an application/x-www-form-urlencoded body; malformed ones are left
// out.
std::vector<Field> form_fields(std::string_view text);

bool same_name(std::string_view a, std::string_view b);  // ASCII, in any case

}  // namespace gongkai::http
