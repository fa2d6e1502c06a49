#include <algorithm>
#include <functional>
#include <map>

#include "base/decimal.h"
#include "base/text.h"
#include "desk/platform.h"
#include "portal/document_list.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"

namespace gongkai::portal {

using disclosure::PublicView;
using writer::Html;

namespace {

constexpr std::size_t a_page = 20;

// What the list is narrowed to; what cannot be read narrows nothing.
struct Chosen {
    std::optional<disclosure::Kind> kind;
    std::optional<int> item;
    std::optional<int> year;
    std::string words;
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
    return it;
}

int year_of(const PublicView& it) { return gongkai::year_of(it.published_on()); }

bool fits(const PublicView& it, const Chosen& wanted) {
    return (!wanted.kind || it.kind() == *wanted.kind) &&
           (!wanted.item || it.subject_class() == *wanted.item) &&
           (!wanted.year || year_of(it) == *wanted.year) &&
           (wanted.words.empty() || desk::speaks_of(it, wanted.words));
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
    List(const organs::Organ& organ, const desk::Catalogue& catalogue, Chosen wanted)
        : organ_(organ), catalogue_(catalogue), wanted_(std::move(wanted)) {
        for (const PublicView& it : catalogue.documents)
            if (fits(it, wanted_)) found_.push_back(&it);
    }

    void side(Html& out) const {
        std::map<int, int> items;
        std::map<int, int, std::greater<>> years;
        std::map<disclosure::Kind, int> kinds;
        for (const PublicView& it : catalogue_.documents) {
            ++items[it.subject_class()];
            ++years[year_of(it)];
            ++kinds[it.kind()];
        }
        out.raw("<nav class=\"side\" aria-label=\"栏目\"><h2>主题分类</h2><ul class=\"tree\">");
        entry(out, "全部", int(catalogue_.documents.size()), with([](Chosen& it) { it.item = {}; }),
              !wanted_.item);
        // In the order of Reg. 20, what Reg. 21 adds behind it.
        for (int i = 1; i <= disclosure::subject_items + 1; ++i) {
            const int item = i % (disclosure::subject_items + 1);
            entry(out, disclosure::subject_words(item), items[item],
                  with([&](Chosen& it) { it.item = item; }), wanted_.item == item);
        }
        out.raw("</ul><h2>文件类别</h2><ul class=\"tree\">");
        for (const auto& each : kinds) {
            const auto kind = each.first;
            entry(out, chinese(kind), each.second, with([&](Chosen& it) {
                      it.kind = wanted_.kind == kind ? std::nullopt : std::optional(kind);
                  }),
                  wanted_.kind == kind);
        }
        out.raw("</ul><h2>公开年份</h2><ul class=\"tree\">");
        for (const auto& each : years) {
            const int year = each.first;
            entry(out, std::to_string(year) + "年", each.second, with([&](Chosen& it) {
                      it.year = wanted_.year == year ? std::nullopt : std::optional(year);
                  }),
                  wanted_.year == year);
        }
        out.raw("</ul></nav>");
    }

    void lines(Html& out, std::string_view page_wanted) const {
        if (found_.empty()) return nothing(out);
        const std::size_t pages = (found_.size() + a_page - 1) / a_page;
        const auto at = std::size_t(whole(page_wanted, 1, int(pages)).value_or(1));
        out.raw("<p class=\"count\">").number(std::int64_t(found_.size())).raw(" 份文件");
        if (!wanted_.words.empty()) out.raw("含“").text(wanted_.words).raw("”");
        out.raw("，新的在前</p>");
        const auto from = (at - 1) * a_page;
        document_lines(out,
                       std::span(found_).subspan(from, std::min(a_page, found_.size() - from)));
        page_links(out, at, pages);
    }

    const Chosen& wanted() const { return wanted_; }

private:
    const organs::Organ& organ_;
    const desk::Catalogue& catalogue_;
    Chosen wanted_;
    std::vector<const PublicView*> found_;

    std::string with_choice(const Chosen& it) const {
        return address::documents(organ_.key) + query(it);
    }
    template <class Change>
    std::string with(Change change) const {
        Chosen it = wanted_;
        change(it);
        return with_choice(it);
    }

    static void entry(Html& out, std::string_view name, int count, const std::string& link,
                      bool current) {
        if (count == 0 && !current) {
            out.raw("<li class=\"none\"><span>")
                .text(name)
                .raw(" <span class=\"n\">0</span></span>");
        } else {
            out.raw("<li><a href=\"").text(link).raw("\"");
            if (current) out.raw(" aria-current=\"true\"");
            out.raw(">").text(name).raw(" <span class=\"n\">").number(count).raw("</span></a>");
        }
        out.raw("</li>");
    }

    void nothing(Html& out) const {
        out.raw("<div class=\"empty\"><p>");
        if (catalogue_.documents.empty())
            out.raw("本机关还没有在这里公开文件。");
        else
            out.raw("没有这样的文件。请换一个词或者换一个分类，或<a href=\"")
                .text(with_choice({}))
                .raw("\">查看全部</a>。");
        out.raw("</p><p>没有公开的信息，可以<a href=\"").text(address::apply(organ_.key));
        out.raw("\">申请公开</a>。</p></div>");
    }

    void page_links(Html& out, std::size_t at, std::size_t pages) const {
        if (pages < 2) return;
        const auto base = with_choice(wanted_);
        const std::string link = base + (base.find('?') == base.npos ? "?" : "&") + "page=";
        out.raw("<nav class=\"pages\" aria-label=\"分页\">");
        if (at > 1) out.raw("<a href=\"").text(link + std::to_string(at - 1)).raw("\">上一页</a>");
        out.raw("<span>第 ").number(std::int64_t(at)).raw(" 页，共 ");
        out.number(std::int64_t(pages)).raw(" 页</span>");
        if (at < pages)
            out.raw("<a href=\"").text(link + std::to_string(at + 1)).raw("\">下一页</a>");
        out.raw("</nav>");
    }
};

}  // namespace

http::Response documents_page(const site::Services& services, PlatformState& state,
                              const organs::Organ& organ, const http::Request& request) {
    const auto catalogue = services.desks->catalogues.of(organ.key, today(services));
    const List list(organ, *catalogue, chosen(request));
    auto it = platform_page(organ, Column::Documents, "法定主动公开内容",
                            address::documents(organ.key) + query(list.wanted()));
    it.wide = true;
    auto& out = it.content;
    out.raw("<h1>法定主动公开内容</h1>");
    finder(out, organ, list.wanted().words);
    out.raw("<div class=\"platform\">");
    list.side(out);
    out.raw("<section aria-label=\"文件\">");
    list.lines(out, request.query_value("page"));
    out.raw("</section></div>");
    return answer(200, it, request);
}

}  // namespace gongkai::portal
