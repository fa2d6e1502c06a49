#include "site/refusal.h"

namespace gongkai::site {

http::Response refusal(int status, const Error& error) {
    json::Object said{{"code", error.code}, {"message", error.message}};
    json::Array fields;
    for (const FieldFault& it : error.fields)
        fields.push_back(json::Object{{"name", it.name}, {"message", it.message}});
    if (!fields.empty()) said.set("fields", std::move(fields));
    return http::json_answer(status, {{"error", std::move(said)}});
}

}  // namespace gongkai::site
