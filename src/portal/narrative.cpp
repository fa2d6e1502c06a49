#include "portal/narrative.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::portal {

using writer::Html;

namespace {

struct Anchor {
    int at;
    int finding;
    int quote;
};

// Which finding marks each code point of a section, and where their anchors stand.
struct Marked {
    std::vector<int> owner;  // index of the gravest finding, or -1
    std::vector<Anchor> anchors;
};

Marked marked(const Marks& marks, int section, int length) {
    Marked result;
    result.owner.assign(std::size_t(length), -1);
    const auto findings = marks.findings();
    for (int f = 0; f < int(findings.size()); ++f) {
        const auto& quotes = findings[std::size_t(f)].text;
        for (int q = 0; q < int(quotes.size()); ++q) {
            const auto& quote = quotes[std::size_t(q)];
            if (quote.section != section) continue;
            const int from = std::clamp(quote.from, 0, length);
            const int to = std::clamp(quote.to, from, length);
            result.anchors.push_back({from, f, q});
            for (int i = from; i < to; ++i)
                if (auto& owner = result.owner[std::size_t(i)]; owner < 0) owner = f;
        }
    }
    std::ranges::stable_sort(result.anchors, {}, &Anchor::at);
    return result;
}

// Writes one paragraph after another; a mark never crosses from one into the next.
class Writer {
public:
    Writer(Html& out, const Marks& marks) : out_(out), marks_(marks) {}

    void anchor(const Anchor& it) {
        flush();
        enter_paragraph();
        out_.raw("<span class=\"anchor\" id=\"q-").number(it.finding + 1).raw("-");
        out_.number(it.quote + 1).raw("\"></span>");
    }

    void point(char32_t point, int owner) {
        if (owner != owner_) flush();
        owner_ = owner;
        if (point == U'\n') {
            end_paragraph();
            return;
        }
        text::append(pending_, point);
    }

    void end_paragraph() {
        flush();
        if (inside_) out_.raw("</p>");
        inside_ = false;
    }

private:
    void enter_paragraph() {
        if (!inside_) out_.raw("<p>");
        inside_ = true;
    }

    void flush() {
        if (pending_.empty()) return;
        enter_paragraph();
        if (owner_ < 0) {
            out_.text(pending_);
        } else {
            const auto& finding = marks_.findings()[std::size_t(owner_)];
            out_.raw("<mark class=\"");
            severity_class(out_, finding.severity);
            out_.raw("\"><a href=\"#f-").number(owner_ + 1).raw("\" title=\"");
            out_.text(finding.title).raw("\">").text(pending_).raw("<span class=\"badge ");
            severity_class(out_, finding.severity);
            out_.raw("\"><span class=\"sr\">（").text(word(finding.severity)).raw("</span>");
            out_.number(owner_ + 1).raw("<span class=\"sr\">）</span></span></a></mark>");
        }
        pending_.clear();
    }

    Html& out_;
    const Marks& marks_;
    std::string pending_;
    int owner_ = -1;
    bool inside_ = false;
};

}  // namespace

void narrative(Html& out, const forms::Report& report, const Marks& marks, int section) {
    const auto points = text::points(report.sections.at(std::size_t(section)).text);
    const Marked it = marked(marks, section, int(points.size()));
    Writer writer(out, marks);
    std::size_t next = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (; next < it.anchors.size() && it.anchors[next].at == int(i); ++next)
            writer.anchor(it.anchors[next]);
        writer.point(points[i], it.owner[i]);
    }
    for (; next < it.anchors.size(); ++next)
        writer.anchor(it.anchors[next]);
    writer.end_paragraph();
}

}  // namespace gongkai::portal
