#include "web/api/request_json.h"

#include <boost/json.hpp>

#include "requests/transition.h"

namespace gongkai::web::api {

namespace json = boost::json;
using requests::Act;
using requests::ActKind;
using requests::Request;

namespace {

json::value day_or_null(const std::optional<Date>& day) {
    return day ? json::value(iso(*day)) : json::value();
}

json::array items_json(const std::vector<requests::ItemDecision>& items) {
    json::array all;
    for (const auto& it : items)
        all.push_back(json::object{{"item", it.item},
                                   {"code", law::decision(it.code).text},
                                   {"name", law::decision(it.code).name}});
    return all;
}

std::string title_of(const Act& act) {
    if (act.kind == ActKind::Register) return "登记申请";
    return std::string(requests::transition(act.kind).title);
}

// What happened, without words that may be personal.
json::object act_json(const Request& request, int index) {
    const Act& act = request.acts()[std::size_t(index)];
    json::object it{{"index", index},
                    {"kind", name(act.kind)},
                    {"title", title_of(act)},
                    {"on", iso(act.on)},
                    {"recorded_on", iso(act.recorded_on)},
                    {"annulled", request.is_annulled(index)}};
    if (act.until) it["until"] = iso(*act.until);
    if (act.refers_to) it["refers_to"] = *act.refers_to;
    switch (act.kind) {
        case ActKind::Consult: it["party"] = name(act.party); break;
        case ActKind::Opinion: it["answer"] = name(act.answer); break;
        case ActKind::ProposeExtension:
        case ActKind::Extend: it["days"] = act.days; break;
        case ActKind::FeeNotice: it["yuan"] = act.yuan; break;
        case ActKind::Decide: it["items"] = items_json(act.items); break;
        case ActKind::Deliver: it["delivery"] = name(act.delivery); break;
        case ActKind::FileRemedy: it["remedy"] = name(act.remedy); break;
        case ActKind::RemedyResult: it["outcome"] = name(act.outcome); break;
        default: break;
    }
    return it;
}

json::array clocks_json(const Request& request, const requests::Rules& rules, Date today) {
    json::array all;
    for (const auto& clock : clocks(request, rules, today))
        all.push_back(json_of(clock, rules.calendar, true));
    return all;
}

json::array offers_json(const Request& request, const requests::Rules& rules, Date today) {
    json::array all;
    for (const auto& it : offers(request, rules, today))
        all.push_back(json::object{{"kind", name(it.kind)},
                                   {"title", it.title},
                                   {"clause", chinese(it.clause)},
                                   {"refers_to", json::value_from(it.refers_to)},
                                   {"due_now", day_or_null(it.due_now)},
                                   {"due_after", day_or_null(it.due_after)},
                                   {"effect", it.effect}});
    return all;
}

json::array late_json(const Request& request, const requests::Rules& rules, Date today) {
    json::array all;
    for (const auto& it : late_acts(request, rules, today))
        all.push_back(json::object{{"clock", name(it.clock)},
                                   {"due", iso(it.due)},
                                   {"on", iso(it.on)},
                                   {"working_days", it.working_days}});
    return all;
}

json::object applicant_json(const desk::Applicant& it) {
    return {{"name", it.name},   {"id_number", it.id_number}, {"phone", it.phone},
            {"email", it.email}, {"address", it.address},     {"agent", it.agent}};
}

}  // namespace

json::object json_of(const requests::Clock& clock, const law::Calendar& calendar, bool with_trace) {
    json::object it{{"id", name(clock.id)},
                    {"name", chinese(clock.id)},
                    {"clause", chinese(clock.clause)},
                    {"start", iso(clock.start)},
                    {"working_days", clock.days},
                    {"due", day_or_null(clock.due)},
                    {"provisional", clock.provisional},
                    {"state", name(clock.state)},
                    {"state_name", chinese(clock.state)},
                    {"met_on", day_or_null(clock.met_on)}};
    if (clock.act) it["act"] = *clock.act;
    if (!with_trace) return it;
    json::array days;
    for (const auto& day : trace(clock, calendar))
        days.push_back(json::object{{"day", iso(day.day)},
                                    {"kind", word(day.kind)},
                                    {"paused", day.paused},
                                    {"number", day.number}});
    it["trace"] = std::move(days);
    return it;
}

json::object json_of(const desk::Duty& duty) {
    json::object it{{"number", duty.key.number},
                    {"state", name(duty.state)},
                    {"state_name", chinese(duty.state)},
                    {"due", duty.answer ? day_or_null(duty.answer->due) : json::value()},
                    {"clock", duty.answer ? json::value(name(duty.answer->state)) : json::value()},
                    {"working_days_left", duty.working_days_left}};
    return it;
}

json::object json_of(const desk::Receipt& receipt, const law::Calendar& calendar) {
    json::object it{{"number", receipt.request.key().number},
                    {"query_code", receipt.query_code},
                    {"state", name(receipt.request.progress().state)},
                    {"journal", json::object{{"sequence", receipt.entry.sequence},
                                             {"leaf", hex(bytes(leaf(receipt.entry)))},
                                             {"size", receipt.head.size},
                                             {"root", hex(bytes(receipt.head.root))}}}};
    if (receipt.answer) it["answer"] = json_of(*receipt.answer, calendar, true);
    return it;
}

json::object json_of(const desk::Case& it, const requests::Rules& rules, Date today) {
    const auto& application = application_of(it.request);
    json::array acts;
    for (int i = 0; i < int(it.request.acts().size()); ++i) {
        auto act = act_json(it.request, i);
        act["by"] = it.request.acts()[std::size_t(i)].by;
        if (const auto& words = it.words[std::size_t(i)]) act["words"] = *words;
        acts.push_back(std::move(act));
    }
    auto all = tracking_json(it.request, rules, today);
    all["acts"] = std::move(acts);
    all["offers"] = offers_json(it.request, rules, today);
    all["late"] = late_json(it.request, rules, today);
    all["applicant_kind"] = name(application.applicant_kind);
    all["applicant"] = it.applicant ? json::value(applicant_json(*it.applicant)) : json::value();
    all["content"] = it.content ? json::value(*it.content) : json::value();
    all["items"] = application.items;
    all["wished"] = name(application.wished);
    all["needs_help"] = application.needs_help;
    all["seen"] = it.request.acts().size();
    return all;
}

json::object tracking_json(const Request& it, const requests::Rules& rules, Date today) {
    const auto progress = it.progress(today);
    json::array acts;
    for (int i = 0; i < int(it.acts().size()); ++i)
        if (!it.is_annulled(i)) acts.push_back(act_json(it, i));
    return {{"number", it.key().number},
            {"channel", name(application_of(it).channel)},
            {"submitted_on", iso(application_of(it).submitted_on)},
            {"received_on", day_or_null(progress.received_on)},
            {"state", name(progress.state)},
            {"state_name", chinese(progress.state)},
            {"clocks", clocks_json(it, rules, today)},
            {"acts", std::move(acts)}};
}

namespace {

constexpr Within item_numbers{1, 99}, act_indices{0, 999'999};
constexpr Within most_yuan{1, 99'999'999}, extension_range{1, requests::extension_days};

Result<desk::Applicant> applicant_of(const Fields& fields) {
    desk::Applicant it;
    GK_TRY(who, fields.object("applicant", "申请人"));
    GK_CHECK(who.take("name", "姓名或者名称", it.name));
    GK_CHECK(who.take("id_number", "证件号码", it.id_number));
    GK_CHECK(who.take("phone", "电话", it.phone));
    GK_CHECK(who.take("email", "电子邮箱", it.email));
    GK_CHECK(who.take("address", "通信地址", it.address));
    GK_CHECK(who.take("agent", "代理人", it.agent));
    return it;
}

// What kinds of acts take from a list of words; each has to be said where the kind needs it, since
// different articles hold.
Status take_words(const Fields& fields, Act& act) {
    GK_CHECK(take_word(fields, "party", "征求谁的意见", requests::party, act.party));
    GK_CHECK(take_word(fields, "delivery", "送达方式", requests::delivery, act.delivery));
    GK_CHECK(take_word(fields, "answer", "意见", requests::answer, act.answer));
    GK_CHECK(take_word(fields, "remedy", "复议或诉讼", requests::remedy, act.remedy));
    GK_CHECK(take_word(fields, "outcome", "结果", requests::remedy_outcome, act.outcome));
    const std::pair<ActKind, std::pair<std::string_view, std::string_view>> needed[] = {
        {ActKind::Consult, {"party", "征求谁的意见"}},
        {ActKind::Deliver, {"delivery", "送达方式"}},
        {ActKind::Opinion, {"answer", "意见"}},
        {ActKind::FileRemedy, {"remedy", "复议或诉讼"}},
        {ActKind::RemedyResult, {"outcome", "结果"}},
    };
    for (const auto& [kind, field] : needed)
        if (act.kind == kind) GK_CHECK(fields.text(field.first, field.second));
    return Done{};
}

Status take_items(const Fields& fields, Act& act) {
    GK_TRY(items, fields.objects("items", "处理决定"));
    for (const Fields& item : items) {
        requests::ItemDecision it;
        GK_TRY(code, word(item, "code", "处理决定", law::parse_decision));
        GK_CHECK(item.take("item", "第几项", item_numbers, it.item));
        it.code = code;
        act.items.push_back(it);
    }
    return Done{};
}

}  // namespace

Result<desk::NewRequest> new_request(const Fields& fields, Date today) {
    desk::NewRequest it;
    GK_TRY(channel, word(fields, "channel", "申请渠道", requests::channel));
    GK_TRY(kind, word(fields, "applicant_kind", "申请人类别", requests::applicant_kind));
    GK_TRY(wished, word(fields, "wished", "获取方式", requests::delivery));
    it.channel = channel;
    it.kind = kind;
    it.wished = wished;
    std::optional<Date> received_on, submitted_on;
    GK_CHECK(fields.take("received_on", "收到日期", received_on));
    GK_CHECK(fields.take("submitted_on", "提交日期", submitted_on));
    it.received_on = received_on.value_or(today);
    it.submitted_on = submitted_on.value_or(it.received_on);
    GK_CHECK(fields.take("items", "申请的事项数", item_numbers, it.items));
    GK_CHECK(fields.take("needs_help", "需要帮助", it.needs_help));
    GK_TRY(applicant, applicant_of(fields));
    it.applicant = std::move(applicant);
    GK_CHECK(fields.take("content", "所需信息的描述", it.content));
    return it;
}

Result<desk::NewAct> new_act(const Fields& fields) {
    desk::NewAct it;
    Act& act = it.act;
    GK_TRY(kind, word(fields, "kind", "办理事项", requests::act_kind));
    GK_TRY(on, fields.day("on", "办理日期"));
    act.kind = kind;
    act.on = on;
    GK_CHECK(fields.take("until", "期限的最后一天", act.until));
    int refers_to = -1, yuan = 0;
    GK_CHECK(fields.take("refers_to", "对哪一个环节", act_indices, refers_to));
    if (refers_to >= 0) act.refers_to = refers_to;
    GK_CHECK(fields.take("days", "延长的工作日数", extension_range, act.days));
    GK_CHECK(fields.take("yuan", "应缴金额（元）", most_yuan, yuan));
    act.yuan = yuan;
    GK_CHECK(fields.take("public_interest", "公共利益", act.public_interest));
    GK_CHECK(take_words(fields, act));
    GK_CHECK(take_items(fields, act));
    GK_CHECK(fields.take("words", "说明", it.words));
    GK_CHECK(fields.take("evidence", "证据", it.evidence));
    return it;
}

}  // namespace gongkai::web::api
