#include <algorithm>

#include "base/text.h"
#include "desk/message_desk.h"
#include "portal/form_field.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"
#include "site/visitor_limits.h"

// The form to write to a body, and its receipt. Without script as with; what was typed stays where
// something is wrong.
namespace gongkai::portal {

using http::Request;
using http::Response;
using writer::Html;
using namespace interaction::messages;

namespace {

constexpr Choice sources[] = {
    {"website", "网站留言", "一般咨询、求助、投诉和建议"},
    {"secretary_mailbox", "书记信箱", ""},
    {"head_mailbox", "县长信箱", ""},
    {"correction", "网站找错", "网页内容有误、链接打不开等"},
};
constexpr Choice matters[] = {
    {"consultation", "咨询", "政策和办事怎样办"},
    {"help", "求助", "遇到困难需要帮助"},
    {"complaint", "投诉", "对服务、管理不满意"},
    {"report", "举报", "反映违法违纪，一律不公开"},
    {"suggestion", "建议", ""},
};

// What is posted. It lives in the fields of the form and nowhere else.
struct Letter {
    std::string source, matter, title, content, name, phone, address, secrecy, reply;
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

std::string_view name_in(std::span<const Choice> all, std::string_view value) {
    const auto it = std::ranges::find(all, value, &Choice::value);
    return it == all.end() ? std::string_view() : it->name;
}

// All that is wrong, in the order of the form.
std::vector<Fault> faults_of(const Letter& it) {
    std::vector<Fault> all;
    if (name_in(sources, it.source).empty())
        all.push_back({Step::What, "source", "请选择写给哪里。"});
    if (name_in(matters, it.matter).empty())
        all.push_back({Step::What, "matter", "请选择来信的类别。"});
    static constexpr std::string_view fields[] = {"title", "content", "name", "phone"};
    for (const Error& error : desk::missing_contents(concern_of(it), true)) {
        const std::string_view what = std::string_view(error.code).substr(8);  // "message."
        const auto field = std::ranges::find(fields, what);
        all.push_back({Step::What, field == std::end(fields) ? "name" : *field, error.message});
    }
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

constexpr Choice replies[] = {{"1", "需要答复", ""}, {"0", "不需要答复", ""}};

Page write_form(const organs::Organ& organ, const Letter& it, std::span<const Fault> faults) {
    auto shown =
        platform_page(organ, Column::Home, faults.empty() ? "我要写信" : "请修改 - 我要写信",
                      address::write(organ.key));
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
    radio_field(out, {"source", "写给哪里", "", it.source}, sources, faults);
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

void row(Html& out, std::string_view name, std::string_view value) {
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

Page receipt(const organs::Organ& organ, const Letter& it, const desk::MessageReceipt& receipt) {
    auto shown = platform_page(organ, Column::Home, "来信回执", address::write(organ.key));
    shown.address.clear();  // whoever leaves this page never sees the code again
    auto& out = shown.content;
    const std::string& number = receipt.message.key().number;
    out.raw(
        "<div class=\"receipt\"><h1>来信提交成功</h1><dl "
        "class=\"keys\"><div><dt>来信编号</dt><dd>");
    out.text(number).raw("</dd></div><div><dt>查询码</dt><dd class=\"code\">");
    out.text(receipt.query_code);
    out.raw("</dd></div></dl><p class=\"caution\"><b>请抄下或者打印：</b>查询码仅显示一次，")
        .raw("请妥善保存。凭编号和查询码可以查询办理情况和答复。</p><p class=\"actions\">")
        .raw("<button class=\"button\" type=\"button\" data-print hidden>打印回执</button></p>")
        .raw("<dl class=\"answers\">");
    row(out, "收信单位", organ.name);
    row(out, "写给", name_in(sources, it.source));
    row(out, "类别", name_in(matters, it.matter));
    if (receipt.clock) {
        row(out, "办理期限", day_and_weekday(receipt.clock->due));
        row(out, "期限的依据", receipt.clock->term.basis);
        row(out, "期限的计算", receipt.clock->how);
    }
    row(out, "存证记录序号", std::to_string(receipt.entry.sequence));
    row(out, "存证记录摘要（SM3）", hex(bytes(leaf(receipt.entry))));
    out.raw("</dl></div><form class=\"to-track\" method=\"post\" action=\"");
    out.text(address::letter_track(organ.key));
    out.raw("\"><input type=\"hidden\" name=\"number\" value=\"").text(number);
    out.raw("\"><input type=\"hidden\" name=\"query_code\" value=\"").text(receipt.query_code);
    out.raw("\"><button class=\"button quiet\" type=\"submit\">查询办理情况</button></form>");
    return shown;
}

Response write(const site::Services& services, const organs::Organ& organ, const Request& request) {
    if (!exists_on(organ, today(services)))
        return refused_page(
            {ErrorKind::NotAllowed, "organ.ended", "“" + organ.name + "”已经不再受理来信。"},
            request);
    const Letter it = posted(request);
    if (it.view) return private_answer(200, write_form(organ, it, {}), request, it.view);
    auto faults = faults_of(it);
    if (!faults.empty()) return private_answer(422, write_form(organ, it, faults), request, {});
    const auto may = services.limits->take_application(request, services.now());
    if (!may.ok()) return too_often_page(services, may.error(), request);
    const auto taken =
        services.desks->messages.enter_by_web(services.now(), organ.key, concern_of(it));
    if (taken.ok()) return private_answer(200, receipt(organ, it, taken.value()), request, {});
    if (taken.error().kind != ErrorKind::Invalid && taken.error().kind != ErrorKind::Conflict)
        return refused_page(taken.error(), request);
    faults.push_back({Step::What, "title", taken.error().message});
    return private_answer(taken.error().kind == ErrorKind::Conflict ? 409 : 422,
                          write_form(organ, it, faults), request, {});
}

}  // namespace

std::vector<http::Route> write_routes(const site::Services& services) {
    return {body_route(services, "GET", address::pattern::write, "互动交流：写信",
                       [](const organs::Organ& organ, const Request& it) {
                           return private_answer(200, write_form(organ, {}, {}), it, {});
                       }),
            body_route(services, "POST", address::pattern::write, "互动交流：提交来信",
                       [&services](const organs::Organ& organ, const Request& it) {
                           return write(services, organ, it);
                       })};
}

}  // namespace gongkai::portal
