#include "server_for_tests.h"

namespace gongkai::testing {

Router routes() {
    const auto route = [](std::string_view method, std::string_view path, std::size_t limit,
                          auto handler) {
        return Route::open(method, path, "", "text/plain", handler).taking(limit);
    };
    return Router({
        route("GET", "/hello", usual_body,
              [](const Request&) {
                  return Response{200, {}, "hi"};
              }),
        route("POST", "/echo", usual_body,
              [](const Request& it) {
                  return Response{200, {}, it.body};
              }),
        route("POST", "/upload", upload_body,
              [](const Request& it) {
                  return Response{200, {}, std::to_string(it.body.size())};
              }),
        route("GET", "/slow", usual_body,
              [](const Request&) {
                  std::this_thread::sleep_for(300ms);
                  return Response{200, {}, "done"};
              }),
        route("GET", "/client", usual_body,
              [](const Request& it) {
                  return Response{200, {}, "[" + it.client + "]"};
              }),
        // What comes from outside, put into headers as it is.
        route("GET", "/echo-header", usual_body,
              [](const Request& it) {
                  Response response = see_other(it.query_value("to"));
                  return response.set("X-Name", it.query_value("name")).set("X-Last", "kept");
              }),
        route("GET", "/large", usual_body,
              [](const Request&) {
                  return Response{200, {}, std::string(large_body, 'a')};
              }),
        route("GET", "/broken", usual_body,
              [](const Request&) -> Response { throw std::runtime_error("secret detail"); }),
    });
}

std::string answer(const Running& to, const std::string& bytes) {
    Client client(to);
    client.send(bytes);
    client.no_more_sending();
    return client.all();
}

std::string status(const std::string& text) {
    return text.starts_with("HTTP/1.1 ") ? text.substr(9, 3) : "none";
}

}  // namespace gongkai::testing
