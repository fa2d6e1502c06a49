#include "api/witness_routes.h"
#include "desk/cosigning.h"
#include "http/dispatch.h"
#include "site_for_tests.h"
#include "store/tiles/witnessed.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr std::int64_t now = 1'767'225'600'000;

http::Response plain(int status, std::string_view, const Error& error) {
    http::Response response;
    response.status = status;
    response.body = error.message;
    return response;
}

// A site with a witness elsewhere, on the same database.
struct Cosigned {
    explicit Cosigned(TestSite& site)
        : it(site),
          log(site.town),
          key(tlog::LogSigner(site.it.key.key(), site.public_log.origin(log)).ed25519()),
          follows{{site.public_log.origin(log), {key}}},
          signer({7}, "county.example/witness"),
          book(site.it.database),
          witness(signer, follows, book),
          dispatch(http::Router(api::witness_routes(witness, [] { return now; })), plain,
                   site.log) {
        asked.push_back({signer.key(), "https://county.example/witness"});
        act();
    }

    void act() {
        (void)read(it.call("POST", it.path("/requests", it.town), question(), it.sign_in("clerk")));
        it.make_tiles();
    }
    http::Response post(const std::string& body) {
        http::Request request;
        request.method = "POST";
        request.path = "/witness/add-checkpoint";
        request.body = body;
        return dispatch.answer(std::move(request));
    }
    Status ask(std::int64_t from = 0) {
        desk::Cosigning cosigning(
            it.public_log, it.shelf, asked,
            [this](const std::string& url, const std::string& body) {
                CHECK(url == "https://county.example/witness/add-checkpoint");
                const auto answer = post(body);
                return Result<desk::PostAnswer>(desk::PostAnswer{answer.status, answer.body});
            });
        return cosigning.ask(log, asked[0], from);
    }
    tlog::AddCheckpoint offer(std::int64_t old) {
        const auto head = *it.shelf.head(log);
        tlog::AddCheckpoint asked_for;
        asked_for.old = old;
        if (old <= head.size) asked_for.proof = it.shelf.tree(log, head.size).consistency(old);
        asked_for.note = it.public_log.signed_head(log, head);
        asked_for.checkpoint = {it.public_log.origin(log), head};
        return asked_for;
    }

    TestSite& it;
    journal::LogKey log;
    tlog::VerifierKey key;
    std::vector<tlog::FollowedLog> follows;
    tlog::WitnessSigner signer;
    store::WitnessBook book;
    tlog::Witness witness;
    http::Dispatch dispatch;
    std::vector<tlog::AskedWitness> asked;
};

}  // namespace

TEST_CASE("a log is cosigned as it grows, and the cosignature is published with it") {
    on_each_site([](TestSite& site) {
        Cosigned it(site);
        CHECK(it.ask().ok());
        const auto first = site.call("GET", "/log/900121-1/cosigned", {}, {});
        REQUIRE(first.status == 200);
        const auto note = tlog::parse_note(first.body).value();
        CHECK(signers(note, std::vector{it.key, it.signer.key()}).value().size() == 2);
        CHECK(cosigned_at(note.signatures.back()) == now / 1000);
        // The newest checkpoint has it too, for as long as it is the same.
        const auto newest = site.call("GET", "/log/900121-1/checkpoint", {}, {}).body;
        CHECK(newest.find("county.example/witness") != newest.npos);
        it.act();
        const auto grown = site.call("GET", "/log/900121-1/checkpoint", {}, {}).body;
        CHECK(grown.find("county.example/witness") == grown.npos);
        // Whoever does not know any more where the witness is asks from nothing, and is told.
        CHECK(it.ask(0).ok());
        CHECK(it.book.last(site.public_log.origin(it.log)) == site.shelf.head(it.log));
        CHECK(site.shelf.grown_since_cosigned("county.example/witness").size() > 0);  // other logs
        for (const auto& [log, size] : site.shelf.grown_since_cosigned("county.example/witness"))
            CHECK(log != it.log);
    });
}

TEST_CASE("a witness answers what the protocol says") {
    on_each_site([](TestSite& site) {
        Cosigned it(site);
        const auto status = [&](const tlog::AddCheckpoint& asked) {
            return it.post(written(asked)).status;
        };
        const auto size = site.shelf.head(it.log)->size;
        CHECK(it.post("").status == 400);
        CHECK(it.post("old 0\n\nno note").status == 400);
        CHECK(status(it.offer(size + 1)) == 400);
        auto unsigned_one = it.offer(0);
        unsigned_one.note.signatures.erase(unsigned_one.note.signatures.begin());
        CHECK(status(unsigned_one) == 403);
        auto forged = it.offer(0);
        forged.note.signatures[0].bytes[0] ^= 1;
        CHECK(status(forged) == 403);
        it.follows[0].origin = "other.example/log/1-1";
        CHECK(status(it.offer(0)) == 404);
        it.follows[0].origin = site.public_log.origin(it.log);
        CHECK(status(it.offer(1)) == 409);  // nothing was cosigned yet
        CHECK(status(it.offer(0)) == 200);
        CHECK(status(it.offer(size)) == 200);  // the same once more
        it.act();
        const auto behind = it.post(written(it.offer(0)));
        CHECK(behind.status == 409);
        CHECK(behind.header("Content-Type") == "text/x.tlog.size");
        CHECK(behind.body == std::to_string(size) + "\n");
        auto unproved = it.offer(size);
        unproved.proof.clear();
        unproved.proof.push_back(Digest{});
        CHECK(status(unproved) == 422);
        CHECK(status(it.offer(size)) == 200);
        CHECK(it.dispatch.router().routes().size() == 2);
    });
}

TEST_CASE("what a witness answers is kept only where it is its signature") {
    on_each_site([](TestSite& site) {
        Cosigned it(site);
        const auto answered = [&](int status, const std::string& body) {
            desk::Cosigning cosigning(
                site.public_log, site.shelf, it.asked, [&](const std::string&, const std::string&) {
                    return Result<desk::PostAnswer>(desk::PostAnswer{status, body});
                });
            const auto done = cosigning.ask(it.log, it.asked[0], 0);
            return done.ok() ? "" : done.error().code;
        };
        CHECK(answered(200, "") == "cosigning.refused");
        CHECK(answered(200, "— county.example/witness AAAAAAA=\n") == "cosigning.refused");
        CHECK(answered(200, written(it.signer.cosign("another text\n", 5))) == "note.signature");
        CHECK(answered(500, "") == "cosigning.refused");
        CHECK(answered(409, "99\n") == "cosigning.other-history");
        CHECK(answered(409, "0\n") == "cosigning.other-history");
        CHECK(site.shelf.cosigned(it.log).empty());
    });
}
