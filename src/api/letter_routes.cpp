#include "api/fields.h"
#include "api/office_routes.h"
#include "desk/case_letter.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr std::size_t facts_body = 256u << 10;
constexpr std::string_view word_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

json::Value json_of(const std::optional<desk::Fact>& fact) {
    if (!fact) return {};
    if (const auto* day = std::get_if<Date>(&*fact)) return json::Value(iso(*day));
    if (const auto* number = std::get_if<std::int64_t>(&*fact))
        return json::Value(std::to_string(*number));
    return json::Value(std::get<std::string>(*fact));
}

json::Array facts_json(const std::vector<desk::KnownFact>& all) {
    json::Array out;
    for (const auto& it : all)
        out.push_back(json::Object{{"name", it.name}, {"value", json_of(it.value)}});
    return out;
}

Result<desk::Case> case_of(const site::Services& services, const Request& request,
                           const site::Caller& caller) {
    return services.desks->requests.open({caller.organ, std::string(request.parameter("number"))});
}

Response list(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto found = case_of(services, request, caller);
    if (!found.ok()) return refused(found.error());
    json::Array all;
    for (const auto& it : services.desks->letters.of_case(found.value(), caller.today))
        all.push_back(json::Object{{"id", desk::template_id(it.kind)},
                                   {"title", it.title},
                                   {"needed", facts_json(it.needed)},
                                   {"optional", facts_json(it.optional)}});
    return answer(200, {{"letters", std::move(all)}});
}

Result<desk::TypedFacts> typed_facts(const Fields& fields) {
    desk::TypedFacts typed;
    GK_TRY(given, fields.object("facts", "文书的内容"));
    for (const auto& name : given.names()) {
        if (!given.has(name)) continue;
        std::string value;
        GK_CHECK(given.take(name, name, value));
        typed[name] = std::move(value);
    }
    return typed;
}

Response print(const desk::Letter& letter, std::string_view format, std::string_view number) {
    if (format == "html") return http::html_answer(200, desk::letter_html(letter));
    if (format == "text")
        return {200, {{"Content-Type", "text/plain; charset=utf-8"}}, desk::letter_text(letter)};
    return download(word_type, letter.title + "（" + std::string(number) + "）.docx",
                    desk::letter_docx(letter));
}

Response make(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto format = request.query_value("format");
    if (!format.empty() && format != "docx" && format != "html" && format != "text")
        return refused({ErrorKind::Invalid, "fields.kind", "format 只能是 docx、html 或 text。"});
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    std::string number;
    const auto numbered = fields.value().take("number", "文号", number);
    if (!numbered.ok()) return refused(numbered.error());
    const auto typed = typed_facts(fields.value());
    if (!typed.ok()) return refused(typed.error());
    const auto found = case_of(services, request, caller);
    if (!found.ok()) return refused(found.error());
    const auto letter = services.desks->letters.write(found.value(), request.parameter("id"),
                                                      number, typed.value(), caller.today);
    if (!letter.ok()) return refused(letter.error());
    return print(letter.value(), format, request.parameter("number"));
}

}  // namespace

std::vector<Route> letter_routes(const site::Services& services) {
    return {
        work_route(services, "GET", "/api/organs/{organ}/requests/{number}/letters",
                   "一件申请现在的文书和已知的内容", Right::HandleRequests, list),
        work_route(services, "POST", "/api/organs/{organ}/requests/{number}/letters/{id}",
                   "制作文书", Right::HandleRequests, make)
            .taking(facts_body)
            .asking({{"format", "docx（不写即是）、html 或 text"}})
            .answering(word_type),
    };
}

}  // namespace gongkai::api
