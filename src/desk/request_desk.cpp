#include "desk/request_desk.h"

#include <algorithm>
#include <utility>

#include "base/secrets.h"
#include "desk/recording.h"
#include "desk/request_contents.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::Signature;
using journal::View;
using requests::Act;
using requests::Request;
using requests::RequestKey;
using requests::Subject;

namespace {

constexpr std::size_t code_signs = 8;

Act registration(const NewRequest& asked, const Signature& by, const std::string& code) {
    Act act;
    sign(act, records::row_for<Subject, requests::Register>(), by);
    act.on = asked.received_on;
    const requests::Application& in_the_clear = asked;
    requests::Application application = in_the_clear;
    application.applicant.clear = packed(asked.who);
    application.query_code.clear = code;
    act.what = requests::Register{std::move(application)};
    return act;
}

Error not_found() {
    return {ErrorKind::NotFound, "request.not-found",
            "没有找到这件申请。请核对申请编号和查询码，都在回执上。"};
}

}  // namespace

std::string packed(const Applicant& applicant) {
    return canonical(records::entry_record(records::fields_of<Applicant>, &applicant));
}

Applicant applicant_of(const std::string& packed) {
    Applicant applicant;
    const auto record = journal::parse_canonical(packed);
    const bool whole =
        record.ok() &&
        records::read_entry_record(record.value(), records::fields_of<Applicant>, &applicant);
    return whole ? applicant : Applicant{};
}

Result<Receipt> register_request(Office& office, const Signature& by, const LogKey& organ,
                                 const NewRequest& asked, const Hindrance& hindrance) {
    if (auto missing = missing_contents(asked); !missing.empty()) return std::move(missing.front());
    std::optional<Receipt> receipt;
    const auto recorded = office.ledger.change(by, organ, [&](Change& change) -> Status {
        GK_TRY(body, office.organs.current(change, organ));
        if (!exists_on(body, china_day(by.at)))
            return Error{ErrorKind::NotAllowed, "organ.ended",
                         "“" + body.name + "”已经不再受理申请。"};
        if (hindrance) GK_CHECK(hindrance(change));
        const std::string code = random_code(code_signs);
        const RequestKey key{organ,
                             office.requests.next_number(change, organ, year_of(china_day(by.at)))};
        Act act = registration(asked, by, code);
        seal<Subject>(change, act);
        GK_TRY(request, Request::begin(key, std::move(act), office.rules()));
        auto entry = append<Subject>(change, key, request.acts().front());
        auto answer = answer_clock(request, office.rules(), china_day(by.at));
        receipt = Receipt{request, code, std::move(answer), std::move(entry), change.head(organ)};
        return Done{};
    });
    if (!recorded.ok()) return recorded.error();
    return std::move(*receipt);
}

Result<Request> act_on(Office& office, const Signature& by, const RequestKey& key, Act act,
                       std::size_t seen) {
    return record_act<Subject>(office.ledger, office.requests, by, key, std::move(act),
                               office.rules(), seen);
}

Result<Request> track(const Office& office, const RequestKey& key, const std::string& query_code) {
    Result<Request> result = not_found();
    office.ledger.look([&](const View& view) {
        auto found = office.requests.find(view, key);
        if (!found.ok()) return;
        const auto code = view.open(key.log, application_of(found.value()).query_code.seal);
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
        result = Case{found.value(), OpenedData::of(view, found.value())};
    });
    return result;
}

Case open_case(const Office& office, const Request& request) {
    Case opened{request, {}};
    office.ledger.look([&](const View& view) { opened.data = OpenedData::of(view, request); });
    return opened;
}

std::optional<Applicant> Case::applicant() const {
    const std::string* clear = data.find(application_of(request).applicant);
    return clear ? std::optional(applicant_of(*clear)) : std::nullopt;
}

const std::string* Case::content() const { return data.find(application_of(request).content); }

const std::string* Case::words(int act) const {
    return data.find(request.acts()[std::size_t(act)].words);
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
