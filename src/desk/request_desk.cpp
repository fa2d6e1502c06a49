#include "desk/request_desk.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
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
constexpr std::size_t longest_content = 10'000;  // signs

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "request." + std::move(code), std::move(message)};
}

bool blank(std::string_view text) { return text::trim(text).empty(); }

// GB 11643: 17 digits and a check sign.
bool is_id_number(std::string_view id) {
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (id.size() != 18) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        if (id[i] < '0' || id[i] > '9') return false;
        sum += (id[i] - '0') * weights[i];
    }
    return std::string_view("10X98765432")[std::size_t(sum % 11)] == (id[17] == 'x' ? 'X' : id[17]);
}

// Reg. 29 asks for name, proof of identity and contact; other papers than ID cards are as good.
Status check_contents(const NewRequest& it) {
    const Applicant& who = it.applicant;
    if (blank(who.name))
        return invalid("applicant", "请填写申请人的姓名或者单位名称（《条例》第二十九条）。");
    if (blank(who.id_number))
        return invalid("id-number",
                       "请填写身份证明的号码，如身份证号、统一社会信用代码"
                       "（《条例》第二十九条）。");
    const bool looks_like_card = it.kind == requests::ApplicantKind::NaturalPerson &&
                                 who.id_number.size() == 18 &&
                                 std::ranges::all_of(who.id_number.substr(0, 17),
                                                     [](char c) { return c >= '0' && c <= '9'; });
    if (looks_like_card && !is_id_number(who.id_number))
        return invalid("id-number", "身份证号的校验位不对，请核对是否有数字写错。");
    if (blank(who.phone) && blank(who.email) && blank(who.address))
        return invalid("contact",
                       "请至少填写一种联系方式：电话、电子邮箱或通信地址"
                       "（《条例》第二十九条）。");
    if (blank(it.content))
        return invalid("content",
                       "请写明所需政府信息的名称、文号或者其他特征性描述"
                       "（《条例》第二十九条）。");
    if (!text::is_utf8(it.content) || text::length(it.content) > longest_content)
        return invalid("content", "所需信息的描述太长，请不超过一万字。");
    return Done{};
}

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

int year_of(Date day) { return int(std::chrono::year_month_day{day}.year()); }

Error not_found() {
    return {ErrorKind::NotFound, "request.not-found",
            "没有找到这件申请。请核对申请编号和查询码，都在回执上。"};
}

}  // namespace

Date china_day(std::int64_t milliseconds) {
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{milliseconds}};
    return floor<days>(moment + hours{8});
}

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
    const auto text = [&](std::string_view name) { return it.value().text(name).value_or(""); };
    return {text("name"),  text("id_number"), text("phone"),
            text("email"), text("address"),   text("agent")};
}

Result<Receipt> register_request(Office& office, const Signature& by, const LogKey& organ,
                                 const NewRequest& asked) {
    GK_CHECK(check_contents(asked));
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
        if (!blank(asked.words)) act.words = change.seal(asked.words);
        if (!blank(asked.evidence)) act.evidence = change.seal(asked.evidence);
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
