#include "portal/frame.h"

#include "portal/ended_body.h"
#include "portal/proof.h"
#include "site/addresses.h"
#include "site/log_addresses.h"

namespace gongkai::portal {

using writer::Html;

namespace {

files::SiteIdentity& whose_site() {
    static files::SiteIdentity it;
    return it;
}

std::function<std::string()>& what_to_notice() {
    static std::function<std::string()> it;
    return it;
}

struct NavigationItem {
    Part part;
    std::string_view path;
    std::string_view name;
};
constexpr NavigationItem navigation[] = {
    {Part::Reports, address::reports, "年度报告"},      {Part::Check, address::check, "检查报告"},
    {Part::Rules, address::checking_rules, "检查规则"}, {Part::Term, address::term, "期限计算"},
    {Part::OpenData, address::open_data, "开放数据"},
};

struct ColumnItem {
    Column column;
    std::string (*path)(const journal::LogKey& organ);
    std::string_view name;
};
constexpr ColumnItem columns[] = {
    {Column::Guide, address::guide, "指南"},
    {Column::Rules, address::rules, "制度"},
    {Column::Documents, address::documents, "法定主动公开内容"},
    {Column::Reports, address::yearly_reports, "年报"},
    {Column::Apply, address::apply, "依申请公开"},
};

void view_switch(Html& out, const Page& it, const site::Preferences& wanted, bool on,
                 std::string_view name) {
    const bool in_form = !it.form.empty();
    if (in_form)
        out.raw("<button class=\"link\" type=\"submit\" name=\"view\" form=\"")
            .text(it.form)
            .raw("\" value=\"")
            .text(site::view_value(wanted))
            .raw("\">");
    else
        out.raw("<a href=\"")
            .text(address::view_of(wanted.large, wanted.contrast, it.address))
            .raw("\" rel=\"nofollow\">");
    if (on) out.raw("退出");
    out.text(name).raw(in_form ? writer::Markup("</button>") : writer::Markup("</a>"));
}

void views(Html& out, const Page& it, const site::Preferences& how) {
    if (it.form.empty() && it.address.empty()) return;
    out.raw("<div class=\"views\">");
    // The Enter key presses a form's first button, wherever it stands: that is the way on.
    if (!it.form.empty())
        out.raw("<button class=\"sr\" type=\"submit\" name=\"go\" value=\"next\" tabindex=\"-1\" ")
            .raw("aria-hidden=\"true\" form=\"")
            .text(it.form)
            .raw("\">下一步</button>");
    view_switch(out, it, {!how.large, how.contrast}, how.large, "长辈版");
    view_switch(out, it, {how.large, !how.contrast}, how.contrast, "高对比");
    out.raw("</div>");
}

void brand(Html& out, const Page& it) {
    const auto& name = site_identity().name;
    if (it.platform) {
        out.raw("<a class=\"brand of-organ\" href=\"")
            .text(address::platform(it.platform->organ.key));
        out.raw("\"><span class=\"name\">").text(it.platform->organ.name);
        out.raw("</span> <span class=\"subject\">");
        if (!name.empty() && name != it.platform->organ.name) out.text(name).raw(" · ");
    } else {
        out.raw("<a class=\"brand\" href=\"").text(address::front).raw("\"><span class=\"name\">");
        out.text(name.empty() ? "公开" : std::string_view(name));
        out.raw("</span> <span class=\"subject\">");
    }
    out.raw("政府信息公开</span></a>");
}

void link(Html& out, std::string_view path, std::string_view name, bool current) {
    out.raw("<li><a href=\"").text(path).raw("\"");
    if (current) out.raw(" aria-current=\"page\"");
    out.raw(">").text(name).raw("</a></li>");
}

void plain_link(Html& out, std::string_view path, std::string_view name) {
    out.raw("<a href=\"").text(path).raw("\">").text(name).raw("</a>");
}

void verify_link(Html& out) {
    if (has_public_log()) plain_link(out, address::pattern::verify, "存证核验");
}

// What it published under another name is found by that name.
void former_names(Html& out, const organs::Organ& organ) {
    if (organ.former_names.empty()) return;
    out.raw("<p>曾用名：");
    for (std::size_t i = 0; i < organ.former_names.size(); ++i) {
        const auto& former = organ.former_names[i];
        if (i > 0) out.raw("、");
        out.text(former.name).raw("（用到").text(chinese(former.until)).raw("）");
    }
    out.raw("</p>");
}

// Reg. 12(2): who is responsible and how it is reached.
void organ_foot(Html& out, const Platform& platform) {
    const auto& contact = platform.organ.contact;
    out.raw("<p>").text(site_identity().sponsor.empty() ? "主办单位：" : "本栏目负责机关：");
    out.text(platform.organ.name).raw("</p>");
    former_names(out, platform.organ);
    out.raw("<p>政府信息公开工作机构：").text(contact.unit).raw("，").text(contact.address);
    out.raw("，电话 ").text(contact.phone).raw("。网页内容有错，请打这个电话告诉我们。</p>");
    out.raw("<p>");
    plain_link(out, address::guide(platform.organ.key), "政府信息公开指南");
    plain_link(out, address::track(platform.organ.key), "查询申请进度");
    plain_link(out, address::front, "全部机关");
    plain_link(out, address::term, "期限计算");
    verify_link(out);
    plain_link(out, address::help, "使用帮助");
    plain_link(out, address::sitemap, "网站地图");
    out.raw("</p>");
}

void site_foot(Html& out) {
    out.raw("<p>年度报告的格式依据国务院办公厅政府信息与政务公开办公室")
        .raw("国办公开办函〔2019〕60号、〔2021〕30号。检查结果由程序按公开的规则得出，供核对参考，")
        .raw("以各机关正式发布的报告为准。</p><p>");
    plain_link(out, address::checking_rules, "检查规则");
    plain_link(out, address::term, "期限计算");
    plain_link(out, address::open_data, "开放数据");
    verify_link(out);
    plain_link(out, address::help, "使用帮助");
    plain_link(out, address::sitemap, "网站地图");
    out.raw("</p>");
}

void fact(Html& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out.raw("<span>").text(name).text(value).raw("</span>");
}

// 国办发〔2017〕47号: what every page of a government's site says at its foot, as far as it is
// known.
void identity_foot(Html& out) {
    const auto& it = site_identity();
    Html facts;
    fact(facts, "主办单位：", it.sponsor);
    fact(facts, "联系方式：", it.contact);
    fact(facts, "网站标识码：", it.code);
    if (!it.icp.empty())
        facts.raw("<a href=\"https://beian.miit.gov.cn/\" rel=\"noreferrer\">")
            .text(it.icp)
            .raw("</a>");
    fact(facts, "", it.police);
    if (!facts.string().empty()) out.raw("<p class=\"identity\">").add(facts).raw("</p>");
}

}  // namespace

void set_site_identity(files::SiteIdentity it) { whose_site() = std::move(it); }

const files::SiteIdentity& site_identity() { return whose_site(); }

void set_notice(std::function<std::string()> it) { what_to_notice() = std::move(it); }

std::string notice() { return what_to_notice() ? what_to_notice()() : std::string(); }

void site_links(Html& out) {
    link(out, address::front, "首页", false);
    for (const auto& [part, path, name] : navigation)
        link(out, path, name, false);
    link(out, address::help, "使用帮助", false);
}

void column_links(Html& out, const journal::LogKey& organ) {
    for (const auto& [column, path, name] : columns)
        link(out, path(organ), name, false);
    link(out, address::track(organ), "查询申请进度", false);
    link(out, address::proposals(organ), "建议提案", false);
    link(out, address::letters(organ), "互动交流", false);
}

void banner(Html& out, const Page& it, const site::Preferences& how) {
    out.raw("<a class=\"skip\" href=\"#main\">跳到正文</a><header class=\"banner\">")
        .raw("<div class=\"bar\">");
    brand(out, it);
    views(out, it, how);
    out.raw("</div>");
    if (it.platform) {
        out.raw("<nav aria-label=\"政府信息公开专栏\"><ul class=\"bar\">");
        for (const auto& [column, path, name] : columns)
            link(out, path(it.platform->organ.key), name, column == it.platform->column);
    } else {
        out.raw("<nav aria-label=\"主要栏目\"><ul class=\"bar\">");
        for (const auto& [part, path, name] : navigation)
            link(out, path, name, part == it.part);
    }
    out.raw("</ul></nav></header>");
    if (const std::string said = notice(); !said.empty())
        out.raw("<div class=\"bar\"><p class=\"fault\" role=\"status\">")
            .text(said)
            .raw("</p></div>");
    if (it.platform && it.platform->ended) ended_note(out, *it.platform->ended);
}

void foot(Html& out, const Page& it) {
    out.raw("<footer class=\"foot\"><div class=\"bar\">");
    if (it.platform)
        organ_foot(out, *it.platform);
    else
        site_foot(out);
    identity_foot(out);
    out.raw("</div></footer>");
}

}  // namespace gongkai::portal
