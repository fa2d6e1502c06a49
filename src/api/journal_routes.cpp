#include "api/json_parts.h"
#include "api/listing.h"
#include "api/office_routes.h"
#include "desk/subjects.h"
#include "journal/log_name.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using journal::LogKey;
using organs::Right;

namespace {

json::Object head_json(const journal::TreeHead& head) {
    return {{"size", head.size}, {"root", hex(bytes(head.root))}};
}

json::Object entry_json(const journal::KeptEntry& it) {
    return {{"sequence", it.entry.sequence}, {"at", moment(it.entry.recorded_at)},
            {"by", it.entry.actor},          {"subject", it.entry.subject},
            {"kind", it.entry.kind},         {"title", desk::title_of_entry(it.entry.kind)},
            {"leaf", hex(it.leaf)}};
}

Response account_log(const site::Services& services, const Request&, const site::Caller& caller) {
    return answer(200,
                  {{"events", events_json(services.desks->account_log.of_body(caller.organ))}});
}

Response wrong_number(std::string_view name) {
    return refused(
        {ErrorKind::Invalid, "fields.kind", "网址里的 " + std::string(name) + " 应是整数。"});
}

Response list(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = services.desks->journal.page(caller.organ, ask.value());
    if (!page.ok()) return refused(page.error());
    auto all = page_json("entries", page.value().shown(entry_json));
    all.prepend({"size", services.desks->journal.head(caller.organ).size});
    return answer(200, all);
}

Response verify(const site::Services& services, const Request&, const site::Caller& caller) {
    const auto it = services.desks->journal.audit().verify(caller.organ);
    json::Array faults;
    for (const auto& fault : it.faults)
        faults.push_back(json::Object{{"sequence", fault.sequence}, {"what", fault.what}});
    return answer(200, {{"entries", it.entries},
                        {"root", hex(bytes(it.head.root))},
                        {"faults", std::move(faults)}});
}

std::optional<LogKey> log_of(const Request& request) {
    return journal::log_named(request.parameter("organ"));
}

Response no_log() {
    return refused({ErrorKind::NotFound, "organ.not-found", "没有这个机关。请核对网址或编号。"});
}

Response tree_head(const site::Services& services, const Request& request) {
    const auto log = log_of(request);
    const auto last = log ? services.desks->journal.audit().entries(*log, {}, 1)
                          : std::vector<journal::KeptEntry>();
    if (last.empty()) return no_log();
    auto head = head_json(services.desks->journal.head(*log));
    head.set("at", moment(last.front().entry.recorded_at));
    return answer(200, head);
}

Response proof(const site::Services& services, const Request& request) {
    const auto log = log_of(request);
    if (!log) return no_log();
    const auto sequence = site::plain_number(request.parameter("sequence"));
    if (!sequence) return wrong_number("sequence");
    const auto size = site::plain_number(request.query_value("size"));
    if (!size && !request.query_value("size").empty()) return wrong_number("size");
    const auto proof = services.desks->journal.audit().prove(*log, *sequence, size);
    if (!proof.ok()) return refused(proof.error());
    json::Array path;
    for (const auto& it : proof.value().path)
        path.emplace_back(hex(bytes(it)));
    auto out = head_json(proof.value().head);
    out.set("index", proof.value().index);
    out.set("leaf", hex(bytes(proof.value().leaf)));
    out.set("path", std::move(path));
    return answer(200, out);
}

}  // namespace

std::vector<Route> journal_routes(const site::Services& services) {
    return {
        work_route(services, "GET", "/api/organs/{organ}/journal", "工作记录，新的在前",
                   Right::ReadJournal, list)
            .asking({{"after", "上一页给出的 next"}, {"limit", "每页条数，1 到 200，不写为 50"}})
            .refusing({422}),
        work_route(services, "GET", "/api/organs/{organ}/journal/verify", "核对工作记录",
                   Right::ReadJournal, verify),
        work_route(services, "GET", "/api/organs/{organ}/account-log", "本机关账号的变动，新的在前",
                   Right::ReadJournal, account_log),
        public_route(services, "GET", "/api/public/organs/{organ}/tree-head",
                     "工作记录的条数和树根", tree_head),
        // Digests alone: nothing of what is recorded.
        public_route(services, "GET", "/api/public/organs/{organ}/proofs/{sequence}",
                     "一条工作记录在树中的证明", proof)
            .asking({{"size", "在前多少条记录的树中，不写为全部"}})
            .refusing({422}),
    };
}

}  // namespace gongkai::api
