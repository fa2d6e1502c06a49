#include "desk/request_desk.h"

#include <algorithm>
#include <utility>

#include "base/secrets.h"
#include "desk/hand_back.h"
#include "desk/person_opening.h"
#include "desk/recording.h"
#include "desk/request_contents.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using requests::Act;
using requests::Request;
using requests::RequestKey;
using requests::Subject;

namespace {

constexpr std::size_t code_signs = 8;

Act registration(const NewRequest& asked, const Actor& by, const std::string& code) {
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

OpenedData masked(const View& view, const Request& request) {
    OpenedData data = OpenedData::of(view, request);
    const auto& datum = application_of(request).applicant;
    if (const std::string* clear = data.find(datum)) {
        auto applicant = unpacked<Applicant>(*clear);
        applicant.id_number = masked_id_number(applicant.id_number);
        data.replace(datum, packed(applicant));
    }
    return data;
}

Error not_found() {
    return {ErrorKind::NotFound, "request.not-found",
            "没有找到这件申请。请核对申请编号和查询码，都在回执上。"};
}

}  // namespace

Result<Receipt> RequestDesk::take_in(const Actor& by, const LogKey& organ, const NewRequest& asked,
                                     const Hindrance& hindrance) {
    if (auto missing = missing_contents(asked); !missing.empty()) return std::move(missing.front());
    GK_CHECK(check_right(by, records::row_for<Subject, requests::Register>().right));
    std::optional<Receipt> receipt;
    const auto recorded = ledger_.change(by, organ, [&](Change& change) -> Status {
        GK_TRY(body, organs_.current(change, organ));
        if (!exists_on(body, china_day(by.at)))
            return Error{ErrorKind::NotAllowed, "organ.ended",
                         "“" + body.name + "”已经不再受理申请。"};
        if (hindrance) GK_CHECK(hindrance(change));
        const std::string code = random_code(code_signs);
        const RequestKey key{organ,
                             requests_.next_number(change, organ, year_of(china_day(by.at)))};
        Act act = registration(asked, by, code);
        seal<Subject>(change, act);
        GK_TRY(request, Request::begin(key, std::move(act), rules()));
        auto entry = append<Subject>(change, key, request.acts().front());
        auto answer = answer_clock(request, rules(), china_day(by.at));
        receipt = Receipt{request, code, std::move(answer), std::move(entry), change.head(organ)};
        return Done{};
    });
    if (!recorded.ok()) return recorded.error();
    return std::move(*receipt);
}

Result<Request> RequestDesk::act_on(const Actor& by, const RequestKey& key, Act act,
                                    std::size_t seen) {
    const auto both_sides = [&](Change& change, const Request& before, const Act& ready) {
        return give_back_message(change, messages_, by, before, ready);
    };
    return record_act<Subject>(ledger_, requests_, by, key, std::move(act), rules(), seen,
                               both_sides);
}

Result<Case> RequestDesk::open(const RequestKey& key) const {
    Result<Case> result = not_found();
    ledger_.look([&](const View& view) {
        const auto found = requests_.find(view, key);
        if (!found.ok()) {
            result = found.error();
            return;
        }
        result = Case{found.value(), masked(view, found.value())};
    });
    return result;
}

Case RequestDesk::open(const Request& request) const {
    Case opened{request, {}};
    ledger_.look([&](const View& view) { opened.data = masked(view, request); });
    return opened;
}

std::optional<Applicant> Case::applicant() const {
    const std::string* clear = data.find(application_of(request).applicant);
    return clear ? std::optional(unpacked<Applicant>(*clear)) : std::nullopt;
}

const std::string* Case::content() const { return data.find(application_of(request).content); }

const std::string* Case::words(int act) const {
    return data.find(request.acts()[std::size_t(act)].words);
}

}  // namespace gongkai::desk
