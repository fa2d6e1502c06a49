#include "store/drafts.h"

#include "base/damaged.h"
#include "base/secrets.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

using organs::Draft;
using organs::DraftPlace;

// What the box is sealed for, so that one that is moved to another account or subject does not
// open.
std::string about(const DraftPlace& it) {
    return "draft/" + std::to_string(it.region) + "/" + std::to_string(it.organ) + "/" +
           it.account + "/" + it.subject;
}

constexpr std::string_view there = "region = $1 AND account = $2 AND organ = $3 AND subject = $4";

std::vector<Value> named(const DraftPlace& it) {
    return {it.region, it.account, it.organ, it.subject};
}

std::string with_place(std::string_view statement) {
    return std::string(statement) + std::string(there);
}

}  // namespace

std::optional<Draft> Drafts::find(const DraftPlace& place) const {
    const auto rows =
        database_.run(with_place("SELECT changed, box FROM draft WHERE "), named(place));
    if (rows.empty()) return {};
    const auto plain = opened_box(key_.key(), about(place), bytes_of(blob(rows[0][1])));
    if (!plain) throw Damaged("加密的草稿打不开：密钥不对，或内容被改动过");
    return Draft{*plain, whole(rows[0][0])};
}

std::vector<Drafts::Begun> Drafts::begun(const DraftPlace& place) const {
    std::vector<Begun> all;
    for (const auto& row : database_.run(
             "SELECT subject, changed FROM draft WHERE region = $1 AND account = $2 AND organ = $3 "
             "ORDER BY subject",
             {place.region, place.account, place.organ}))
        all.push_back({text(row[0]), whole(row[1])});
    return all;
}

std::int64_t Drafts::count(std::int64_t region, const std::string& account) const {
    const auto rows = database_.run("SELECT count(*) FROM draft WHERE region = $1 AND account = $2",
                                    {region, account});
    return whole(rows.at(0).at(0));
}

bool Drafts::put(const DraftPlace& place, const Draft& draft, std::optional<std::int64_t> seen) {
    const Blob box = blob_of(sealed_box(key_.key(), about(place), draft.content));
    auto arguments = named(place);
    arguments.emplace_back(draft.changed);
    arguments.emplace_back(box);
    bool kept = false;
    database_.transaction([&](Connection& connection) {
        if (!seen) {
            kept = !connection
                        .run(
                            "INSERT INTO draft (region, account, organ, subject, changed, box) "
                            "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING "
                            "RETURNING changed",
                            arguments)
                        .empty();
            return;
        }
        arguments.emplace_back(*seen);
        kept = !connection
                    .run(
                        "UPDATE draft SET changed = $5, box = $6 WHERE region = $1 AND account = "
                        "$2 AND organ = $3 AND subject = $4 AND changed = $7 RETURNING changed",
                        arguments)
                    .empty();
    });
    return kept;
}

void Drafts::drop(const DraftPlace& place) {
    database_.transaction([&](Connection& connection) {
        connection.run(with_place("DELETE FROM draft WHERE "), named(place));
    });
}

void Drafts::drop_all(std::int64_t region, const std::string& account) {
    database_.transaction([&](Connection& connection) {
        connection.run("DELETE FROM draft WHERE region = $1 AND account = $2", {region, account});
    });
}

void Drafts::drop_older(std::int64_t region, std::int64_t than) {
    database_.transaction([&](Connection& connection) {
        connection.run("DELETE FROM draft WHERE region = $1 AND changed < $2", {region, than});
    });
}

}  // namespace gongkai::store
