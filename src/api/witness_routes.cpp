#include "api/witness_routes.h"

#include "site/log_addresses.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;

namespace {

constexpr std::string_view text_type = "text/plain; charset=utf-8", size_type = "text/x.tlog.size";
constexpr int malformed = 400, unsigned_note = 403, unknown = 404, conflict = 409, no_proof = 422,
              held_up = 503;
constexpr std::int64_t milliseconds = 1000;

Response text(int status, std::string_view type, std::string body) {
    Response response;
    response.status = status;
    response.set("Content-Type", type);
    response.set("Cache-Control", "no-store");
    response.body = std::move(body);
    return response;
}

// The protocol has a status for each.
int status_of(const Error& error) {
    if (error.code == "witness.unknown-log") return unknown;
    if (error.code == "witness.unsigned" || error.code == "note.signature") return unsigned_note;
    if (error.code == "witness.conflict") return conflict;
    if (error.code == "witness.proof") return no_proof;
    if (error.kind == ErrorKind::Unavailable) return held_up;
    return malformed;
}

// Who is told the size asks again from there.
Response refused(const Error& error, const tlog::AddCheckpoint* it, const tlog::Witness& witness) {
    const int status = status_of(error);
    if (status != conflict || !it) return text(status, text_type, error.message + "\n");
    const auto last = witness.book().last(it->checkpoint.origin);
    return text(status, size_type, std::to_string(last ? last->size : 0) + "\n");
}

Response add_checkpoint(tlog::Witness& witness, const Request& request, std::int64_t now) {
    const auto it = tlog::parse_add_checkpoint(request.body.view());
    if (!it.ok()) return refused(it.error(), nullptr, witness);
    const auto cosigned = witness.add(it.value(), now / milliseconds);
    if (!cosigned.ok()) return refused(cosigned.error(), &it.value(), witness);
    return text(200, text_type, written(cosigned.value()));
}

}  // namespace

std::vector<Route> witness_routes(tlog::Witness& witness, std::function<std::int64_t()> now) {
    namespace pattern = address::pattern;
    return {
        Route::open("POST", pattern::witness, "请求共同签名一个检查点", text_type,
                    [&witness, now](const Request& request) {
                        return add_checkpoint(witness, request, now());
                    })
            .refusing({400, 403, 404, 409, 422}),
        Route::open("GET", pattern::witness_key, "见证方的公钥", text_type,
                    [&witness](const Request&) {
                        return text(200, text_type, witness.signer().key().written() + "\n");
                    }),
    };
}

}  // namespace gongkai::api
