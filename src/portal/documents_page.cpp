#include <map>

#include "base/decimal.h"
#include "base/text.h"
#include "desk/platform.h"
#include "portal/document_list.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

using disclosure::PublicCounts;
using disclosure::PublicPage;
using writer::Html;

namespace {

constexpr int a_page = 20;

// What the list is narrowed to; what cannot be read narrows nothing.
struct Chosen {
    std::optional<disclosure::Kind> kind;
    std::optional<int> item;
    std::optional<int> year;
    std::string words;
    std::string after, before;  // places in the list
};

std::optional<int> whole(std::string_view text, int from, int to) {
    const auto number = Decimal::parse(text);
    if (!number || !number->is_whole() || *number < Decimal(from) || Decimal(to) < *number)
        return {};
    return int(number->whole());
}

Chosen chosen(const http::Request& request) {
    Chosen it;
    it.kind = named<disclosure::Kind>(request.query_value("kind"));
    it.item = whole(request.query_value("class"), 0, disclosure::subject_items);
    it.year = whole(request.query_value("year"), 1949, 2999);
    const auto words = request.query_value("q");
    if (text::is_utf8(words)) it.words = text::trim(words);
    it.before = request.query_value("before");
    if (it.before.empty()) it.after = request.query_value("after");
    return it;
}

records::Ask ask_of(const Chosen& it) {
    records::Ask ask;
    if (it.kind) ask.filters.push_back({"kind", std::string(name(*it.kind))});
    if (it.item) ask.filters.push_back({"class", std::to_string(*it.item)});
    if (it.year) ask.filters.push_back({"year", std::to_string(*it.year)});
    ask.search = it.words;
    ask.after = it.after;
    ask.limit = a_page;
    return ask;
}

std::string query(const Chosen& it) {
    std::string text;
    const auto add = [&](std::string_view name, std::string_view value) {
        text += (text.empty() ? "?" : "&") + std::string(name) + "=" + http::encoded(value);
    };
    if (it.kind) add("kind", name(*it.kind));
    if (it.item) add("class", std::to_string(*it.item));
    if (it.year) add("year", std::to_string(*it.year));
    if (!it.words.empty()) add("q", it.words);
    return text;
}

class List {
public:
    List(const organs::Organ& organ, const desk::Catalogue& catalogue, Chosen wanted, Date today)
        : organ_(organ),
          wanted_(std::move(wanted)),
          today_(today),
          counts_(catalogue.counts(organ.key)) {
        auto found = catalogue.page(organ.key, ask_of(wanted_), wanted_.before);
        if (!found.ok()) {  // a place that is none: from the beginning
            wanted_.after = wanted_.before = {};
            found = catalogue.page(organ.key, ask_of(wanted_), {});
        }
        if (found.ok()) page_ = std::move(found.value());
    }

    void side(Html& out) const {
        out.raw("<nav class=\"side\" aria-label=\"栏目\"><h2>主题分类</h2><ul class=\"tree\">");
        entry(out, "全部", counts_.all, with([](Chosen& it) { it.item = {}; }), !wanted_.item);
        // In the order of Reg. 20, what Reg. 21 adds behind it.
        for (int i = 1; i <= disclosure::subject_items + 1; ++i) {
            const int item = i % (disclosure::subject_items + 1);
            entry(out, disclosure::subject_words(item), counts_.classes.at(item),
                  with([&](Chosen& it) { it.item = item; }), wanted_.item == item);
        }
        out.raw("</ul><h2>文件类别</h2><ul class=\"tree\">");
        for (const auto& [kind, count] : counts_.kinds)
            if (count.number > 0) toggle(out, chinese(kind), count, kind, &Chosen::kind);
        out.raw("</ul><h2>公开年份</h2><ul class=\"tree\">");
        for (auto it = counts_.years.rbegin(); it != counts_.years.rend(); ++it)
            if (it->second.number > 0)
                toggle(out, std::to_string(it->first) + "年", it->second, it->first, &Chosen::year);
        out.raw("</ul></nav>");
    }

    void lines(Html& out) const {
        if (page_.rows.empty() && page_.searched == 0) return nothing(out);
        if (!page_.rows.empty()) counted_lines(out);
        const bool back = !wanted_.before.empty();
        searched_so_far(out, page_.searched, !page_.rows.empty(),
                        back ? place("before", page_.before) : place("after", page_.after));
        page_links(out);
    }

    const Chosen& wanted() const { return wanted_; }

private:
    const organs::Organ& organ_;
    Chosen wanted_;
    Date today_;
    PublicCounts counts_;
    PublicPage page_;

    void counted_lines(Html& out) const {
        out.raw("<p class=\"count\">");
        count(out, page_.count);
        out.raw(" 份文件");
        if (!wanted_.words.empty()) out.raw("含“").text(wanted_.words).raw("”");
        out.raw("，新的在前</p>");
        document_lines(out, page_.rows, today_);
    }

    std::string with_choice(const Chosen& it) const {
        return address::documents(organ_.key) + query(it);
    }
    template <class Change>
    std::string with(Change change) const {
        Chosen it = wanted_;
        change(it);
        return with_choice(it);
    }

    // Chooses a value, or no longer where it is the one that is chosen.
    template <class Value>
    void toggle(Html& out, std::string_view name, const records::Count& count, Value value,
                std::optional<Value> Chosen::*part) const {
        const bool current = wanted_.*part == value;
        entry(out, name, count,
              with([&](Chosen& it) { it.*part = current ? std::nullopt : std::optional(value); }),
              current);
    }

    static void entry(Html& out, std::string_view name, const records::Count& number,
                      const std::string& link, bool current) {
        if (number.number == 0 && !current) {
            out.raw("<li class=\"none\"><span>")
                .text(name)
                .raw(" <span class=\"n\">0</span></span>");
        } else {
            out.raw("<li><a href=\"").text(link).raw("\"");
            if (current) out.raw(" aria-current=\"true\"");
            out.raw(">").text(name).raw(" <span class=\"n\">");
            count(out, number);
            out.raw("</span></a>");
        }
        out.raw("</li>");
    }

    void nothing(Html& out) const {
        out.raw("<div class=\"empty\"><p>");
        if (counts_.all.number == 0)
            out.raw("本机关还没有在这里公开文件。");
        else
            out.raw("没有这样的文件。请换一个词或者换一个分类，或<a href=\"")
                .text(with_choice({}))
                .raw("\">查看全部</a>。");
        out.raw("</p><p>没有公开的信息，可以<a href=\"").text(address::apply(organ_.key));
        out.raw("\">申请公开</a>。</p></div>");
    }

    // The lines before or behind a place.
    std::string place(std::string_view name, const std::string& at) const {
        const auto base = with_choice(wanted_);
        return base + (base.find('?') == base.npos ? "?" : "&") + std::string(name) + "=" + at;
    }

    void page_links(Html& out) const {
        if (page_.before.empty() && page_.after.empty()) return;
        const auto link = [&](std::string_view name, const std::string& at) {
            out.raw("<a href=\"").text(place(name, at)).raw("\">");
        };
        out.raw("<nav class=\"pages\" aria-label=\"分页\">");
        if (!page_.before.empty()) {
            link("before", page_.before);
            out.raw("上一页</a>");
        }
        if (!page_.after.empty()) {
            link("after", page_.after);
            out.raw("下一页</a>");
        }
        out.raw("</nav>");
    }
};

}  // namespace

http::Response documents_page(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request) {
    const List list(organ, services.desks->catalogue, chosen(request), today(services));
    auto it = platform_page(services, organ, Column::Documents, "法定主动公开内容",
                            address::documents(organ.key) + query(list.wanted()));
    it.wide = true;
    auto& out = it.content;
    out.raw("<h1>法定主动公开内容</h1>");
    finder(out, organ, list.wanted().words);
    out.raw("<div class=\"platform\">");
    list.side(out);
    out.raw("<section aria-label=\"文件\">");
    list.lines(out);
    out.raw("</section></div>");
    return answer(200, it, request);
}

}  // namespace gongkai::portal
