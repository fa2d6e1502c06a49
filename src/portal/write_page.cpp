#include <algorithm>

#include "base/one_line.h"
#include "base/sm3.h"
#include "base/text.h"
#include "desk/mailbox_name.h"
#include "portal/ended_body.h"
#include "portal/form_field.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"
#include "site/visitor_limits.h"

// The form to write to a body; its receipt stands in letter_receipt.cpp. Without script as with;
// what was typed stays where something is wrong.
namespace gongkai::portal {

using http::Request;
using http::Response;
using writer::Html;
using namespace interaction::messages;

namespace {

constexpr Source sources[] = {Source::Website, Source::SecretaryMailbox, Source::HeadMailbox,
                              Source::Correction};

std::string_view help_of(Source source) {
    if (source == Source::Website) return "一般咨询、求助、投诉和建议";
    if (source == Source::Correction) return "网页内容有误、链接打不开等";
    return {};
}
constexpr Choice matters[] = {
    {"consultation", "咨询", "政策和办事怎样办"},
    {"help", "求助", "遇到困难需要帮助"},
    {"complaint", "投诉", "对服务、管理不满意"},
    {"report", "举报", "反映违法违纪，一律不公开"},
    {"suggestion", "建议", ""},
};

// What is posted. It lives in the fields of the form and nowhere else.
struct Letter {
    std::string source, matter, title, content, name, phone, address, secrecy, reply, token;
    std::optional<site::Preferences> view;  // the form was sent to be shown another way
};

struct Row {
    std::string_view name;
    std::string Letter::*value;
};
constexpr Row rows[] = {
    {"source", &Letter::source},   {"matter", &Letter::matter},   {"title", &Letter::title},
    {"content", &Letter::content}, {"name", &Letter::name},       {"phone", &Letter::phone},
    {"address", &Letter::address}, {"secrecy", &Letter::secrecy}, {"reply", &Letter::reply},
    {"token", &Letter::token},
};

struct Line {
    std::string_view name, label;
    std::string Letter::*value;
};
constexpr Line lines[] = {
    {"title", "标题", &Letter::title},
    {"name", "姓名", &Letter::name},
    {"phone", "电话", &Letter::phone},
    {"address", "地址", &Letter::address},
};

Letter posted(const Request& request) {
    Letter it;
    const auto fields = http::form_fields(request.body);
    it.view = site::view_of(fields);
    for (const auto& [name, given] : fields) {
        std::string value = text::is_utf8(given) ? std::string(text::trim(given)) : given;
        std::erase(value, '\r');  // browsers send lines with both
        if (const auto row = std::ranges::find(rows, name, &Row::name); row != std::end(rows))
            it.*row->value = value;
    }
    return it;
}

Concern concern_of(const Letter& it) {
    Concern concern;
    concern.source = named<Source>(it.source).value_or(Source::Website);
    concern.matter = named<Matter>(it.matter).value_or(Matter::Consultation);
    concern.secrecy = it.secrecy == "1";
    concern.reply_wished = it.reply != "0";
    concern.writer.clear = desk::packed(Writer{it.name, it.phone, it.address});
    concern.title = records::in_clear(it.title);
    concern.content = records::in_clear(it.content);
    return concern;
}

bool is_source(std::string_view value) {
    return std::ranges::find(sources, value, [](Source it) { return name(it); }) !=
           std::end(sources);
}

// All that is wrong, in the order of the form.
std::vector<Fault> faults_of(const Letter& it) {
    std::vector<Fault> all;
    if (!is_source(it.source)) all.push_back({Step::What, "source", "请选择写给哪里。"});
    if (std::ranges::find(matters, it.matter, &Choice::value) == std::end(matters))
        all.push_back({Step::What, "matter", "请选择来信的类别。"});
    static constexpr std::string_view fields[] = {"title", "content", "name", "phone"};
    for (const Error& error : desk::missing_contents(concern_of(it), true)) {
        const std::string_view what = std::string_view(error.code).substr(8);  // "message."
        const auto field = std::ranges::find(fields, what);
        all.push_back({Step::What, field == std::end(fields) ? "name" : *field, error.message});
    }
    for (const Line& line : lines)
        if (const auto checked = check_one_line(it.*line.value, line.label); !checked.ok())
            all.push_back({Step::What, line.name, checked.error().message});
    const auto order = [](const Fault& fault) {
        return std::ranges::find(rows, fault.field, &Row::name) - std::begin(rows);
    };
    std::ranges::stable_sort(all, {}, order);
    return all;
}

void check_box(Html& out, std::string_view name, std::string_view label, bool checked) {
    out.raw("<label class=\"choice\"><input type=\"checkbox\" name=\"").text(name);
    out.raw("\" value=\"1\"");
    if (checked) out.raw(" checked");
    out.raw("><span>").text(label).raw("</span></label>");
}

// Which mailboxes there are, by this body's names for them.
void source_field(Html& out, const organs::Organ& organ, const Letter& it,
                  std::span<const Fault> faults) {
    std::vector<std::string> names;
    names.reserve(std::size(sources));
    for (const Source source : sources)
        names.push_back(desk::source_name(source, organ));
    std::vector<Choice> choices;
    choices.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        choices.push_back({name(sources[i]), names[i], help_of(sources[i])});
    radio_field(out, {"source", "写给哪里", "", it.source}, choices, faults);
}

constexpr Choice replies[] = {{"1", "需要答复", ""}, {"0", "不需要答复", ""}};

Page write_form(const site::Services& services, const organs::Organ& organ, const Letter& it,
                std::span<const Fault> faults) {
    auto shown =
        platform_page(services, organ, Column::Home,
                      faults.empty() ? "我要写信" : "请修改 - 我要写信", address::write(organ.key));
    shown.form = "letter";
    auto& out = shown.content;
    error_summary(out, faults);
    out.raw("<h1>我要写信</h1><p class=\"lead\">写给").text(organ.name);
    out.raw("。姓名、电话、地址和来信内容加密保存，只用于办理；答复公开前去除个人信息。")
        .raw("申请公开政府信息的，请用<a href=\"")
        .text(address::apply(organ.key));
    out.raw("\">依申请公开</a>。紧急情况请拨打110、119、120。</p>")
        .raw("<form class=\"asking\" id=\"letter\" method=\"post\" novalidate action=\"");
    out.text(address::write(organ.key)).raw("\">");
    source_field(out, organ, it, faults);
    out.raw("<input type=\"hidden\" name=\"token\" value=\"").text(it.token).raw("\">");
    radio_field(out, {"matter", "类别", "", it.matter}, matters, faults);
    text_field(out, {"title", "标题", "一句话说明什么事，不超过100个字。", it.title}, faults);
    text_area(out, {"content", "内容", "时间、地点、事情和您的要求，不超过5000个字。", it.content},
              faults);
    text_field(out,
               {"name", "姓名", "举报的可以不填，凭编号和查询码查询办理情况。", it.name, "text",
                "name", true},
               faults);
    text_field(out,
               {"phone", "电话", "用于核实和回访；举报的可以不填。", it.phone, "tel", "tel", true},
               faults);
    text_field(out, {"address", "地址（选填）", "", it.address, "text", "street-address"}, faults);
    radio_field(out, {"reply", "是否需要答复", "", it.reply.empty() ? "1" : it.reply}, replies,
                faults);
    check_box(out, "secrecy", "请为我保密：来信和答复都不公开", it.secrecy == "1");
    out.raw("<p class=\"actions\"><button class=\"button large\" type=\"submit\" data-once>")
        .raw("提交</button></p></form>");
    return shown;
}

// The form's token, where it is this browser's, with what was written: whoever goes back and
// writes something else in the same form has written another letter.
std::string token_of(const FormTokens& tokens, const Request& request, const Letter& it) {
    if (!tokens.is_of(request, it.token)) return {};
    std::string all;
    for (const Row& row : rows)
        all += std::to_string((it.*row.value).size()) + ":" + it.*row.value;
    return hex(bytes(sm3({all})));
}

Response first(const site::Services& services, PlatformState& state, const organs::Organ& organ,
               const Request& request) {
    if (auto ended = instead_of_form(services, organ, Form::Letter, request))
        return std::move(*ended);
    const auto given = state.tokens.give(request);
    Letter it;
    it.token = given.token;
    Response page = private_answer(200, write_form(services, organ, it, {}), request, {});
    if (!given.cookie.empty()) page.set("Set-Cookie", given.cookie);
    return page;
}

Response write(const site::Services& services, PlatformState& state, const organs::Organ& organ,
               const Request& request) {
    if (auto ended = instead_of_form(services, organ, Form::Letter, request))
        return std::move(*ended);
    const Letter it = posted(request);
    if (it.view) return private_answer(200, write_form(services, organ, it, {}), request, it.view);
    auto faults = faults_of(it);
    if (!faults.empty())
        return private_answer(422, write_form(services, organ, it, faults), request, {});
    const auto receipt = [&](const LetterReceipt& given) {
        return private_answer(200, letter_receipt(services, organ, given), request, {});
    };
    const std::string token = token_of(state.tokens, request, it);
    if (const auto given = state.letters.given(organ.key, token)) return receipt(*given);
    const auto may = services.limits->take_application(request, services.now());
    if (!may.ok()) return too_often_page(services, may.error(), request);
    const auto taken = state.letters.take(organ.key, token, [&]() -> Result<LetterReceipt> {
        GK_TRY(made,
               services.desks->messages.enter_by_web(services.now(), organ.key, concern_of(it)));
        return LetterReceipt{std::move(made), it.title};
    });
    if (taken.ok()) return receipt(taken.value());
    if (taken.error().kind != ErrorKind::Invalid && taken.error().kind != ErrorKind::Conflict)
        return refused_page(taken.error(), request);
    faults.push_back({Step::What, "title", taken.error().message});
    return private_answer(taken.error().kind == ErrorKind::Conflict ? 409 : 422,
                          write_form(services, organ, it, faults), request, {});
}

}  // namespace

std::vector<http::Route> write_routes(const site::Services& services, PlatformState& state) {
    return {body_route(services, "GET", address::pattern::write, "互动交流：写信",
                       [&services, &state](const organs::Organ& organ, const Request& it) {
                           return first(services, state, organ, it);
                       }),
            body_route(services, "POST", address::pattern::write, "互动交流：提交来信",
                       [&services, &state](const organs::Organ& organ, const Request& it) {
                           return write(services, state, organ, it);
                       })};
}

}  // namespace gongkai::portal
