#include "base/text.h"
#include "desk/proposal_desk.h"
#include "portal/document_list.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"

// The answers to proposals of deputies and members of the CPPCC that a body has published
// (国办发〔2014〕46号): the list, by the page.
namespace gongkai::portal {

using namespace interaction::proposals;
using writer::Html;

namespace {

constexpr int a_page = 20;

// What the list is narrowed to; what cannot be read narrows nothing.
struct Chosen {
    std::optional<Form> form;
    std::string session, answer_class, words, after;
};

Chosen chosen(const http::Request& request) {
    const auto value = [&](std::string_view name) {
        const auto given = request.query_value(name);
        return text::is_utf8(given) ? std::string(text::trim(given)) : std::string();
    };
    return {named<Form>(value("form")), value("session"), value("class"), value("q"),
            value("after")};
}

records::Ask ask_of(const Chosen& it) {
    records::Ask ask;
    if (it.form) ask.filters.push_back({"form", std::string(name(*it.form))});
    if (!it.session.empty()) ask.filters.push_back({"session", it.session});
    if (!it.answer_class.empty()) ask.filters.push_back({"class", it.answer_class});
    ask.search = it.words;
    ask.after = it.after;
    ask.limit = a_page;
    return ask;
}

std::string link_to(const organs::Organ& organ, const Chosen& it) {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        query += (query.empty() ? "?" : "&") + std::string(name) + "=" + http::encoded(value);
    };
    if (it.form) add("form", name(*it.form));
    add("session", it.session);
    add("class", it.answer_class);
    add("q", it.words);
    add("after", it.after);
    return address::proposals(organ.key) + query;
}

class List {
public:
    List(const organs::Organ& organ, const desk::ProposalDesk& desk, Chosen wanted)
        : organ_(organ),
          wanted_(std::move(wanted)),
          sessions_(desk.public_sessions(organ.key)),
          classes_(desk.rules().settings.classes),
          page_(desk.answers(organ.key, ask_of(wanted_))) {
        // An old or damaged cursor begins at the beginning.
        if (page_.ok()) return;
        wanted_.after.clear();
        page_ = desk.answers(organ.key, ask_of(wanted_));
    }

    void finder(Html& out) const {
        out.raw("<form class=\"search finder\" method=\"get\" role=\"search\" action=\"")
            .text(address::proposals(organ_.key))
            .raw("\"><label for=\"q\">检索答复</label><input id=\"q\" name=\"q\" ")
            .raw("type=\"search\" value=\"")
            .text(wanted_.words)
            .raw("\"><button class=\"button\" type=\"submit\">检索</button></form>");
    }

    void side(Html& out) const {
        out.raw("<nav class=\"side\" aria-label=\"分类\"><h2>类别</h2><ul class=\"tree\">");
        entry(out, "全部", with([](Chosen& it) { it.form = {}; }), !wanted_.form);
        for (const Form form : {Form::Suggestion, Form::Cppcc})
            entry(out, chinese(form), with([&](Chosen& it) { it.form = form; }),
                  wanted_.form == form);
        out.raw("</ul><h2>届次</h2><ul class=\"tree\">");
        entry(out, "全部", with([](Chosen& it) { it.session.clear(); }), wanted_.session.empty());
        for (const std::string& session : sessions_)
            entry(out, session, with([&](Chosen& it) { it.session = session; }),
                  wanted_.session == session);
        out.raw("</ul><h2>答复类别</h2><ul class=\"tree\">");
        entry(out, "全部", with([](Chosen& it) { it.answer_class.clear(); }),
              wanted_.answer_class.empty());
        for (const AnswerClass& its : classes_)
            entry(out, its.code + "类：" + its.words,
                  with([&](Chosen& it) { it.answer_class = its.code; }),
                  wanted_.answer_class == its.code);
        out.raw("</ul></nav>");
    }

    void lines(Html& out) const {
        if (!page_.ok()) return nothing(out);
        const auto& page = page_.value();
        if (page.rows.empty() && page.searched == 0) return nothing(out);
        if (!page.rows.empty()) counted_lines(out, page);
        const auto behind = with([&](Chosen& it) { it.after = page.next; });
        searched_so_far(out, page.searched, !page.rows.empty(), behind);
        more(out, page.next);
    }

    const Chosen& wanted() const { return wanted_; }

private:
    const organs::Organ& organ_;
    Chosen wanted_;
    std::vector<std::string> sessions_;
    const std::vector<AnswerClass>& classes_;
    Result<records::Page<ListedAnswer>> page_;

    void counted_lines(Html& out, const records::Page<ListedAnswer>& page) const {
        out.raw("<p class=\"count\">").number(page.count.number);
        out.raw(page.count.more ? writer::Markup("+ 件答复") : writer::Markup(" 件答复"));
        out.raw("，新公开的在前</p><ul class=\"documents\">");
        for (const ListedAnswer& it : page.rows)
            line(out, it);
        out.raw("</ul>");
    }

    template <class Change>
    std::string with(Change change) const {
        Chosen it = wanted_;
        it.after.clear();
        change(it);
        return link_to(organ_, it);
    }

    static void entry(Html& out, std::string_view name, const std::string& link, bool current) {
        out.raw("<li><a href=\"").text(link).raw("\"");
        if (current) out.raw(" aria-current=\"true\"");
        out.raw(">").text(name).raw("</a></li>");
    }

    void line(Html& out, const ListedAnswer& it) const {
        out.raw("<li><p class=\"title\"><a href=\"")
            .text(address::proposal(organ_.key, it.number))
            .raw("\">")
            .text(it.title);
        out.raw("</a> <span class=\"validity\">").text(it.answer_class).raw("类</span>");
        if (it.answered_again_on) out.raw(" <span class=\"validity\">已重新答复</span>");
        out.raw("</p>");
        out.raw("<p class=\"about\"><span>").text(chinese(it.form)).raw("</span> <span>");
        out.text(it.session).text(it.assigned_number).raw("</span> <span>");
        out.text(it.lead).raw("</span> <time datetime=\"").text(iso(it.published_on)).raw("\">");
        out.text(chinese(it.published_on)).raw("公开</time></p></li>");
    }

    void nothing(Html& out) const {
        const bool narrowed = wanted_.form || !wanted_.session.empty() ||
                              !wanted_.answer_class.empty() || !wanted_.words.empty();
        if (!narrowed) {
            out.raw("<div class=\"empty\"><p>本单位还没有公开建议提案的答复。</p></div>");
            return;
        }
        out.raw("<div class=\"empty\"><p>没有符合条件的答复。可以<a href=\"")
            .text(address::proposals(organ_.key))
            .raw("\">查看全部</a>。</p></div>");
    }

    void more(Html& out, const std::string& next) const {
        if (next.empty() && wanted_.after.empty()) return;
        out.raw("<nav class=\"pages\" aria-label=\"分页\">");
        if (!wanted_.after.empty())
            out.raw("<a href=\"").text(with([](Chosen&) {})).raw("\">第一页</a>");
        if (!next.empty())
            out.raw("<a href=\"")
                .text(with([&](Chosen& it) { it.after = next; }))
                .raw("\">下一页</a>");
        out.raw("</nav>");
    }
};

}  // namespace

http::Response proposals_page(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request) {
    const List list(organ, services.desks->proposals, chosen(request));
    auto it =
        platform_page(services, organ, Column::Home, "建议提案办理", link_to(organ, list.wanted()));
    it.wide = true;
    auto& out = it.content;
    out.raw("<p class=\"crumbs\"><a href=\"")
        .text(address::platform(organ.key))
        .raw("\">政府信息公开专栏</a></p><h1>建议提案办理</h1>");
    out.raw("<p class=\"lead\">人大代表建议和政协提案的办理答复。</p>");
    list.finder(out);
    out.raw("<div class=\"platform\">");
    list.side(out);
    out.raw("<section aria-label=\"答复\">");
    list.lines(out);
    out.raw("</section></div>");
    return answer(200, it, request);
}

}  // namespace gongkai::portal
