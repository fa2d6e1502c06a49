#include "portal/apply_steps.h"

#include "law/clause.h"
#include "portal/document_list.h"
#include "portal/form_field.h"
#include "site/addresses.h"

namespace gongkai::portal {

using writer::Html;

namespace {

constexpr std::string_view stages[] = {"您是谁", "想要什么信息", "怎样给您", "核对", "回执"};

// Kind and Who ask the same thing: who applies.
int stage(Step step) { return step == Step::Kind ? 0 : int(step) - 1; }

constexpr Choice kinds[] = {
    {"natural_person", "自然人", "公民个人"},
    {"org_commercial", "商业企业", ""},
    {"org_research", "科研机构", ""},
    {"org_public_interest", "社会公益组织", ""},
    {"org_legal_service", "法律服务机构", "律师事务所等"},
    {"org_other", "其他法人或者组织", ""},
};

std::string_view heading(const Application& it, Step step) {
    switch (step) {
        case Step::Kind: return "申请人是谁？";
        case Step::Who:
            return it.kind == "natural_person" ? "申请人的姓名和证件" : "申请单位的名称和证件";
        case Step::What: return "想要什么信息？";
        case Step::How: return "怎样给您？";
        case Step::Check: return "请核对，再提交";
    }
    return {};
}

void ask_kind(Html& out, const organs::Organ& organ, const Application& it,
              std::span<const Fault> faults) {
    out.raw("<p class=\"lead\">在这里可以向本机关申请公开政府信息。共五步，约需五分钟。")
        .raw("不用注册，不用说明用途，一般不收费。已经申请过的，<a href=\"")
        .text(address::track(organ.key))
        .raw("\">查询办理进度</a>。</p>");
    radio_field(out, {"kind", "申请人类别", "法人或者其他组织申请的，请选单位的类别。", it.kind},
                kinds, faults);
}

void ask_who(Html& out, const Application& it, std::span<const Fault> faults) {
    out.raw("<p class=\"lead\">")
        .text(law::chinese(law::regulation("29.2(1)")))
        .raw("要求写明姓名或者名称和身份证明。只用于办理这件申请，加密保存。</p>");
    if (it.kind == "natural_person") {
        text_field(out, {"name", "姓名", "", it.name, "text", "name", true}, faults);
        text_field(out,
                   {"id_number", "证件号码", "居民身份证号码；用其他证件的，请写证件名称和号码。",
                    it.id_number},
                   faults);
        text_field(out, {"agent", "代理人（没有的不填）", "替别人申请的，请写您的姓名。", it.agent},
                   faults);
        return;
    }
    text_field(out, {"name", "单位名称", "", it.name, "text", "organization"}, faults);
    text_field(
        out, {"id_number", "统一社会信用代码", "没有的，请写登记证书的名称和号码。", it.id_number},
        faults);
    text_field(out, {"agent", "经办人", "机关与谁联系。", it.agent, "text", "name", true}, faults);
}

void ask_what(Html& out, const Application& it, std::span<const Fault> faults) {
    out.raw("<p class=\"lead\">写得越具体，答复越快。两栏至少填一栏。</p>");
    text_field(out,
               {"subject", "信息的名称或者文号",
                "例如：2025年村级财务收支情况；柳政发〔2025〕3号。", it.subject},
               faults);
    text_area(out,
              {"description", "其他能帮助查找的特征",
               "时间、地点、经办单位、涉及的项目等。一件申请只写一类事项。", it.description},
              faults);
}

void ask_how(Html& out, const Application& it, std::span<const Fault> faults) {
    radio_field(out, {"wished", "怎样把答复给您", "", it.wished}, wishes(), faults);
    text_field(out, {"email", "电子邮箱", "", it.email, "email", "email"}, faults);
    text_field(
        out,
        {"address", "通信地址", "邮政编码、地址、收件人。", it.address, "text", "street-address"},
        faults);
    text_field(
        out,
        {"phone", "电话", "机关要与您确认收到申请，留电话最快。", it.phone, "tel", "tel", true},
        faults);
    radio_field(out, {"shape", "想要的形式", "机关会结合保存的实际情况确定。", it.shape}, shapes(),
                faults);
    out.raw("<fieldset class=\"field\"><legend>需要帮助吗</legend><label class=\"choice\">")
        .raw("<input type=\"checkbox\" name=\"needs_help\" value=\"1\"");
    if (it.needs_help == "1") out.raw(" checked");
    out.raw("><span>我有阅读困难或者视力、听力障碍，需要帮助 <span class=\"help\">")
        .text(law::chinese(law::regulation("43")))
        .raw("</span></span></label></fieldset>");
}

struct Line {
    std::string_view label, value, step;
};

void summary_line(Html& out, const Line& it) {
    out.raw("<div><dt>").text(it.label).raw("</dt><dd class=\"lines\">");
    if (it.value.empty())
        out.raw("<span class=\"quiet\">没有填</span>");
    else
        out.text(it.value);
    out.raw(
        "</dd><dd class=\"change\"><button class=\"link\" type=\"submit\" name=\"go\" value=\"");
    out.text(it.step).raw("\">修改<span class=\"sr\">").text(it.label);
    out.raw("</span></button></dd></div>");
}

void review(Html& out, const Application& it) {
    const bool person = it.kind == "natural_person";
    out.raw("<dl class=\"answers\">");
    for (const Line& line : std::initializer_list<Line>{
             {"申请人类别", kind_name(it), "to-kind"},
             {person ? "姓名" : "单位名称", it.name, "to-who"},
             {person ? "证件号码" : "统一社会信用代码", it.id_number, "to-who"},
             {person ? "代理人" : "经办人", it.agent, "to-who"},
             {"信息的名称或者文号", it.subject, "to-what"},
             {"其他特征", it.description, "to-what"},
             {"怎样给您", wish_name(it), "to-how"},
             {"电子邮箱", it.email, "to-how"},
             {"通信地址", it.address, "to-how"},
             {"电话", it.phone, "to-how"},
             {"想要的形式", it.shape.empty() ? "都可以" : shape_name(it), "to-how"},
             {"需要帮助", it.needs_help == "1" ? "需要" : "不需要", "to-how"}})
        summary_line(out, line);
    out.raw("</dl><p>提交后马上得到回执，上面有申请编号和查询码。</p>");
}

std::string_view step_name(Step step) {
    constexpr std::string_view names[] = {"kind", "who", "what", "how", "check"};
    return names[std::size_t(step)];
}

void buttons(Html& out, Step step) {
    out.raw("<p class=\"actions\"><button class=\"button large\" type=\"submit\" name=\"go\" ");
    if (step == Step::Check)
        out.raw("value=\"submit\" data-once>提交申请</button>");
    else
        out.raw("value=\"next\">下一步</button>");
    if (step != Step::Kind)
        out.raw("<button class=\"button quiet large\" type=\"submit\" name=\"go\" value=\"back\">")
            .raw("上一步</button>");
    if (step == Step::What)
        out.raw("<button class=\"button quiet large\" type=\"submit\" name=\"go\" value=\"look\">")
            .raw("先看看是否已经公开</button>");
    out.raw("</p>");
}

void suggested(Html& out, std::span<const disclosure::PublicRow> found) {
    if (found.empty()) return;
    out.raw("<section class=\"suggested\" aria-labelledby=\"suggested\"><h2 id=\"suggested\">")
        .raw(
            "这些已经公开，也许就是您要的</h2><p class=\"help\">在新窗口打开，这里填的不会丢。</p>")
        .raw("<ul>");
    for (const auto& it : found) {
        out.raw("<li><a target=\"_blank\" rel=\"noopener\" href=\"");
        out.text(address::document(it)).raw("\">").text(it.title).raw("</a> ");
        out.raw("<span class=\"quiet\">").text(it.document_number).raw(" ");
        out.text(chinese(it.published_on)).raw("公开</span></li>");
    }
    out.raw("</ul></section>");
}

}  // namespace

void progress_line(Html& out, Step step, bool done) {
    const int now = done ? int(std::size(stages)) - 1 : stage(step);
    out.raw("<ol class=\"stages\" aria-label=\"办到哪一步\">");
    for (int i = 0; i < int(std::size(stages)); ++i) {
        out.raw("<li");
        if (i == now) out.raw(" aria-current=\"step\"");
        if (i < now) out.raw(" class=\"done\"");
        out.raw("><span class=\"at\">").number(i + 1).raw("</span> ").text(stages[std::size_t(i)]);
        if (i < now) out.raw("<span class=\"sr\">（已填）</span>");
        out.raw("</li>");
    }
    out.raw("</ol>");
}

Page step_page(const site::Services& services, const organs::Organ& organ, const Application& it,
               Step step, std::span<const Fault> faults, const Suggestions& suggestions) {
    const std::string title(heading(it, step));
    auto shown = platform_page(services, organ, Column::Apply, title + " - 依申请公开",
                               address::apply(organ.key));
    shown.form = "asking";
    if (!faults.empty()) shown.title = "请修改 - " + shown.title;
    auto& out = shown.content;
    progress_line(out, step, false);
    error_summary(out, faults);
    out.raw("<h1>").text(title).raw("</h1>");
    suggested(out, suggestions.found);
    if (suggestions.asked_for && suggestions.found.empty())
        out.raw(
            "<p class=\"caution\" role=\"status\">没有找到相近的已公开文件，请继续填写申请。</p>");
    out.raw("<form class=\"asking\" id=\"asking\" method=\"post\" action=\"");
    out.text(address::apply(organ.key)).raw("\" novalidate>");
    out.raw("<input type=\"hidden\" name=\"step\" value=\"").text(step_name(step)).raw("\">");
    hidden_answers(out, it, step);
    switch (step) {
        case Step::Kind: ask_kind(out, organ, it, faults); break;
        case Step::Who: ask_who(out, it, faults); break;
        case Step::What: ask_what(out, it, faults); break;
        case Step::How: ask_how(out, it, faults); break;
        case Step::Check: review(out, it); break;
    }
    buttons(out, step);
    out.raw("</form>");
    return shown;
}

}  // namespace gongkai::portal
