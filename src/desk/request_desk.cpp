#include "desk/request_desk.h"

#include <algorithm>
#include <utility>

#include "base/secrets.h"
#include "base/text.h"
#include "desk/request_contents.h"
#include "requests/record.h"
#include "requests/transition.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::Signature;
using journal::View;
using requests::Act;
using requests::ActKind;
using requests::Request;
using requests::RequestKey;

namespace {

constexpr std::size_t code_signs = 8;

Act registration(const NewRequest& asked, const Signature& by, Change& change,
                 const std::string& code) {
    Act act;
    act.kind = ActKind::Register;
    act.recorded_on = china_day(by.at);
    act.by = by.actor;
    act.application = {asked.channel,
                       asked.kind,
                       asked.submitted_on,
                       asked.received_on,
                       asked.items,
                       asked.wished,
                       asked.needs_help,
                       change.seal(packed(asked.applicant)),
                       change.seal(asked.content),
                       change.seal(code)};
    return act;
}

journal::Draft draft(const RequestKey& key, const Act& act) {
    return {subject(key), requests::entry_kind(act.kind), requests::record(act)};
}

Error not_found() {
    return {ErrorKind::NotFound, "request.not-found",
            "没有找到这件申请。请核对申请编号和查询码，都在回执上。"};
}

}  // namespace

std::string packed(const Applicant& it) {
    return canonical(journal::Record{}
                         .set("address", it.address)
                         .set("agent", it.agent)
                         .set("email", it.email)
                         .set("id_number", it.id_number)
                         .set("name", it.name)
                         .set("phone", it.phone));
}

Applicant applicant_of(const std::string& packed) {
    const auto it = journal::parse_canonical(packed);
    if (!it.ok()) return {};
    const auto text = [&](std::string_view name) { return it.value().text_of(name); };
    return {text("name"),  text("id_number"), text("phone"),
            text("email"), text("address"),   text("agent")};
}

Result<Receipt> register_request(Office& office, const Signature& by, const LogKey& organ,
                                 const NewRequest& asked) {
    if (auto missing = missing_contents(asked); !missing.empty()) return std::move(missing.front());
    std::optional<Receipt> receipt;
    const auto recorded = office.ledger.change(by, organ, [&](Change& change) -> Status {
        GK_TRY(body, office.organs.find(change, organ));
        if (!exists_on(body, china_day(by.at)))
            return Error{ErrorKind::NotAllowed, "organ.ended",
                         "“" + body.name + "”已经不再受理申请。"};
        const std::string code = random_code(code_signs);
        const RequestKey key{organ,
                             office.requests.next_number(change, organ, year_of(china_day(by.at)))};
        GK_TRY(request, Request::begin(key, registration(asked, by, change, code)));
        auto entry = change.append(draft(key, request.acts().front()));
        auto answer = answer_clock(request, office.rules(), china_day(by.at));
        receipt = Receipt{request, code, std::move(answer), std::move(entry), change.head(organ)};
        return Done{};
    });
    if (!recorded.ok()) return recorded.error();
    return std::move(*receipt);
}

Result<Request> act_on(Office& office, const Signature& by, const RequestKey& key, NewAct asked,
                       std::size_t seen) {
    std::optional<Request> result;
    const auto recorded = office.ledger.change(by, key.log, [&](Change& change) -> Status {
        GK_TRY(before, office.requests.find(change, key));
        if (before.acts().size() != seen)
            return Error{ErrorKind::Conflict, "request.changed",
                         "这件申请刚由他人办理，请刷新后再试。"};
        Act act = asked.act;
        act.recorded_on = china_day(by.at);
        act.by = by.actor;
        if (!text::is_blank(asked.words)) act.words = change.seal(asked.words);
        if (!text::is_blank(asked.evidence)) act.evidence = change.seal(asked.evidence);
        GK_TRY(after, before.after(act, office.rules()));
        change.append(draft(key, act));
        result = after;
        return Done{};
    });
    if (!recorded.ok()) return recorded.error();
    return std::move(*result);
}

Result<Request> track(const Office& office, const RequestKey& key, const std::string& query_code) {
    Result<Request> result = not_found();
    office.ledger.look([&](const View& view) {
        auto found = office.requests.find(view, key);
        if (!found.ok()) return;
        const auto code = view.open(key.log, found.value().application().query_code);
        if (code && same_secret(*code, query_code)) result = std::move(found);
    });
    return result;
}

Result<Case> open_case(const Office& office, const RequestKey& key) {
    Result<Case> result = not_found();
    office.ledger.look([&](const View& view) {
        const auto found = office.requests.find(view, key);
        if (!found.ok()) {
            result = found.error();
            return;
        }
        const Request& request = found.value();
        Case it{request, {}, view.open(key.log, request.application().content), {}};
        if (const auto who = view.open(key.log, request.application().applicant))
            it.applicant = applicant_of(*who);
        for (const Act& act : request.acts())
            it.words.push_back(view.open(key.log, act.words));
        result = std::move(it);
    });
    return result;
}

std::vector<Duty> duties(const Office& office, const LogKey& organ, Date today) {
    std::vector<Duty> all;
    office.ledger.look([&](const View& view) {
        for (const Request& it : office.requests.open(view, organ)) {
            Duty duty{it.key(), it.progress(today).state, answer_clock(it, office.rules(), today),
                      0};
            if (duty.answer && duty.answer->due)
                duty.working_days_left =
                    law::working_days(office.calendar, today, *duty.answer->due);
            all.push_back(std::move(duty));
        }
    });
    // Without a day to answer by, a request waits for somebody else.
    std::ranges::stable_sort(all, {}, [](const Duty& it) {
        return it.answer && it.answer->due ? *it.answer->due : Date::max();
    });
    return all;
}

}  // namespace gongkai::desk
