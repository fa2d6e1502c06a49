#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "base/json_value.h"
#include "files/json_text.h"
#include "http/body.h"

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
    Body body;
    std::map<std::string, std::string, std::less<>> parameters;  // of the route's path
    std::string client;          // whose address it is, to count by: client_address.h; in no log
    bool query_is_whole = true;  // else a part of it could not be read, and is left out

    // All are empty where there is none.
    std::string_view header(std::string_view name) const;  // name in any case
    std::string_view query_value(std::string_view name) const;
    std::string_view cookie(std::string_view name) const;
    std::string_view parameter(std::string_view name) const;
};

// What is sent in the place of a body, as it is read.
struct Streamed {
    std::shared_ptr<ByteSource> from;   // none: the body is sent
    std::uint64_t first = 0, size = 0;  // which bytes of it
};

struct Response {
    int status = 200;
    std::vector<Field> headers;
    std::string body;
    Streamed streamed{};

    // Adds a header, or replaces the one of that name.
    Response& set(std::string_view name, std::string_view value);
    std::string_view header(std::string_view name) const;
};

Response html_answer(int status, std::string body);
// As one line.
Response json_answer(int status, const json::Object& answer);
Response json_answer(int status, files::JsonText written);
// Bytes that are sent as they are read. `tag` is their ETag without its quotes: the same for the
// same bytes alone.
Response streamed_answer(std::shared_ptr<ByteSource> bytes, std::string_view tag);
Response see_other(std::string_view location);

// Percent signs decoded; nothing where they are malformed or hide a NUL.
std::optional<std::string> decoded(std::string_view written, bool plus_is_space);
// The same for a path, which is UTF-8 or none: nothing of ours has another name.
std::optional<std::string> decoded_path(std::string_view written);
std::string encoded(std::string_view text);  // for a part of a path or query
// The value of Content-Disposition with which a file is saved and never shown. A header may hold
// ASCII alone: RFC 6266 has the name percent-encoded.
std::string as_download(std::string_view file_name);
// The fields of a query or of an application/x-www-form-urlencoded body; malformed ones are left
// out.
std::vector<Field> form_fields(std::string_view text);

// Takes over the query as it was written, behind the question mark.
void take_query(Request& request, std::string_view written);

bool same_name(std::string_view a, std::string_view b);  // ASCII, in any case

}  // namespace gongkai::http
