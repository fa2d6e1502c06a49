#include "server_for_tests.h"

namespace gongkai::testing {

namespace {

// Bytes that say where they stand; how often they were read is told by the log of the process.
class Counted : public ByteSource {
public:
    explicit Counted(std::uint64_t breaks_at) : breaks_at_(breaks_at) {}
    std::uint64_t size() const override { return streamed_body; }
    std::string read(std::uint64_t from, std::size_t most) override {
        if (from >= breaks_at_) throw std::runtime_error("the disk is gone");
        reads_of_streams += 1;
        return streamed_bytes().substr(std::size_t(from), most);
    }

private:
    const std::uint64_t breaks_at_;
};

}  // namespace

std::atomic<int> reads_of_streams{0};

const std::string& streamed_bytes() {
    static const std::string bytes = [] {
        std::string all;
        for (int i = 0; all.size() < streamed_body; ++i)
            all += std::to_string(i) + ",";
        all.resize(streamed_body);
        return all;
    }();
    return bytes;
}

Router routes(Gate& gate) {
    const auto route = [](std::string_view method, std::string_view path, std::size_t limit,
                          auto handler) {
        return Route::open(method, path, "", "text/plain", handler).taking(limit);
    };
    const auto staff = [](std::string_view method, std::string_view path, auto handler) {
        return Route::open(method, path, "", "text/plain", handler).needing(Right::SignedIn);
    };
    return Router({
        // As a guarded route: whoever is nobody is refused before anything of his is looked at.
        staff("POST", "/staff",
              [](const Request& it) {
                  if (it.header("Cookie") != "clerk") return Response{401, {}, "no"};
                  return Response{200, {}, std::to_string(it.body.size())};
              })
            .uploading(upload_limit),
        staff("GET", "/staff-page",
              [](const Request& it) {
                  if (it.header("Cookie") != "clerk") return Response{401, {}, "no"};
                  return Response{200, {}, "at work"};
              }),
        route("GET", "/held", usual_body,
              [&gate](const Request&) {
                  std::unique_lock lock(gate.mutex);
                  ++gate.held;
                  gate.changed.notify_all();
                  gate.changed.wait(lock, [&] { return gate.is_open; });
                  return Response{200, {}, "hi\x01"};
              }),
        route("GET", "/streamed", usual_body,
              [](const Request&) {
                  return streamed_answer(std::make_shared<Counted>(streamed_body),
                                         "of-these-bytes");
              }),
        route("GET", "/breaks-off", usual_body,
              [](const Request&) {
                  return streamed_answer(std::make_shared<Counted>(streamed_body / 2),
                                         "of-those-bytes");
              }),
        route("GET", "/hello", usual_body,
              [](const Request&) {
                  return Response{200, {}, "hi"};
              }),
        route("POST", "/echo", usual_body,
              [](const Request& it) {
                  return Response{200, {}, std::string(it.body.view())};
              }),
        Route::open("POST", "/upload", "上传", "text/plain",
                    [](const Request& it) {
                        return Response{200, {}, std::to_string(it.body.size())};
                    })
            .uploading(upload_limit),
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
        route("GET", "/broken/{name...}", usual_body,
              [](const Request&) -> Response { throw std::runtime_error("secret detail"); }),
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
