#include "reader/html/html_reader.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "reader/block_list.h"
#include "reader/grid.h"
#include "reader/html/attributes.h"
#include "reader/html/page_lists.h"
#include "reader/html/page_tree.h"
#include "reader/html/shown_text.h"
#include "reader/refusal.h"

namespace gongkai::reader {
namespace {

enum class Role : unsigned char { Inline, Block, Heading, Table, Row, Cell, Break, Hidden };

constexpr std::size_t tag_count = GUMBO_TAG_LAST + 1;

std::array<Role, tag_count> make_roles() {
    std::array<Role, tag_count> roles{};
    const auto set = [&](Role role, std::initializer_list<GumboTag> tags) {
        for (const auto tag : tags) {
            roles[static_cast<std::size_t>(tag)] = role;
        }
    };
    set(Role::Block,
        {GUMBO_TAG_P,          GUMBO_TAG_DIV,     GUMBO_TAG_UL,         GUMBO_TAG_OL,
         GUMBO_TAG_LI,         GUMBO_TAG_DL,      GUMBO_TAG_DT,         GUMBO_TAG_DD,
         GUMBO_TAG_PRE,        GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,    GUMBO_TAG_NAV,
         GUMBO_TAG_ASIDE,      GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER,     GUMBO_TAG_ADDRESS,
         GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MAIN,
         GUMBO_TAG_CENTER,     GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET,   GUMBO_TAG_HR,
         GUMBO_TAG_CAPTION,    GUMBO_TAG_BODY,    GUMBO_TAG_HTML,       GUMBO_TAG_DETAILS,
         GUMBO_TAG_SUMMARY,    GUMBO_TAG_LEGEND});
    set(Role::Heading,
        {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
    set(Role::Table, {GUMBO_TAG_TABLE});
    set(Role::Row, {GUMBO_TAG_TR});
    set(Role::Cell, {GUMBO_TAG_TD, GUMBO_TAG_TH});
    set(Role::Break, {GUMBO_TAG_BR});
    set(Role::Hidden, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                       GUMBO_TAG_TITLE, GUMBO_TAG_IFRAME, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
                       GUMBO_TAG_SVG, GUMBO_TAG_OBJECT, GUMBO_TAG_NOFRAMES});
    return roles;
}

Role role_of(const GumboNode* node) {
    static const auto roles = make_roles();
    return roles[std::min(static_cast<std::size_t>(node->v.element.tag), tag_count - 1)];
}

int span(const GumboNode* node, const char* name) {
    const char* value = attribute(node, name);
    if (value == nullptr) return 1;
    const long number = std::strtol(value, nullptr, 10);
    return static_cast<int>(std::clamp(number, 1L, 65534L));
}

bool is_hidden(const GumboNode* node, Role role) {
    if (role == Role::Hidden) return true;
    if (node->v.element.attributes.length == 0) return false;
    if (attribute(node, "hidden") != nullptr) return true;
    // Word ends its tables with a row of no height that only holds the widths of the columns.
    if (role == Role::Row) {
        const char* height = attribute(node, "height");
        if (height != nullptr && std::string_view(height) == "0") return true;
    }
    const char* style = attribute(node, "style");
    if (style == nullptr || std::string_view(style).size() < 12) return false;
    const std::string all = packed(style);
    return all.find("display:none") != all.npos || all.find("mso-hide:all") != all.npos;
}

struct Frame {
    const GumboNode* node;
    unsigned next = 0;
};

// Walks the elements without recursion. `enter` says whether to go into an element.
template <class Enter, class Leave, class Text>
void walk(const GumboNode* top, Enter enter, Leave leave, Text text) {
    std::vector<Frame> stack{{top}};
    while (!stack.empty()) {
        auto& frame = stack.back();
        const auto& children = frame.node->type == GUMBO_NODE_DOCUMENT
                                   ? frame.node->v.document.children
                                   : frame.node->v.element.children;
        if (frame.next == children.length) {
            if (frame.node->type == GUMBO_NODE_ELEMENT) leave(frame.node);
            stack.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(children.data[frame.next++]);
        if (child->type == GUMBO_NODE_ELEMENT) {
            if (enter(child)) stack.push_back({child});
        } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
                   child->type == GUMBO_NODE_CDATA) {
            text(child->v.text.text);
        }
    }
}

using TableSet = std::unordered_set<const GumboNode*>;

// The tables that hold data: more than one cell, and no such table inside.
TableSet find_data_tables(const GumboNode* document) {
    struct Open {
        const GumboNode* node;
        int cells = 0;
        bool holds_data_table = false;
    };
    std::vector<Open> open;
    TableSet found;
    walk(
        document,
        [&](const GumboNode* node) {
            const Role role = role_of(node);
            if (role == Role::Hidden) return false;
            if (role == Role::Table) open.push_back({node});
            if (role == Role::Cell && !open.empty()) ++open.back().cells;
            return true;
        },
        [&](const GumboNode* node) {
            if (role_of(node) != Role::Table) return;
            const Open table = open.back();
            open.pop_back();
            if (table.cells > 1 && !table.holds_data_table) found.insert(node);
            if (!open.empty() && (table.cells > 1 || table.holds_data_table)) {
                open.back().holds_data_table = true;
            }
        },
        [](const char*) {});
    return found;
}

class PageReader {
public:
    explicit PageReader(TableSet tables) : data_tables_(std::move(tables)) {}

    void read(const GumboNode* document) {
        walk(
            document, [&](const GumboNode* node) { return enter(node); },
            [&](const GumboNode* node) { leave(node); }, [&](const char* text) { add(text); });
        end_paragraph(0);
    }

    std::string title;
    BlockList blocks;

private:
    bool enter(const GumboNode* node) {
        const Role role = role_of(node);
        if (node->v.element.tag == GUMBO_TAG_TITLE) take_title(node);
        if (is_hidden(node, role)) return false;
        if (role == Role::Inline) return true;
        if (role == Role::Break) {
            text_.line_break();
            return false;
        }
        if (node->v.element.tag == GUMBO_TAG_PRE) ++preformatted_;
        if (cell_ != nullptr) {
            text_.new_line();
        } else if (table_ != nullptr) {
            enter_in_table(node, role);
        } else {
            end_paragraph(0);
            if (role == Role::Table && data_tables_.contains(node)) table_ = node;
        }
        lists_.enter(node);
        return true;
    }

    void enter_in_table(const GumboNode* node, Role role) {
        if (role == Role::Row) grid_.begin_row();
        if (role == Role::Cell) {
            (void)text_.take();
            cell_ = node;
        }
        if (node->v.element.tag == GUMBO_TAG_CAPTION) caption_ = node;
    }

    void leave(const GumboNode* node) {
        const Role role = role_of(node);
        if (role == Role::Inline) return;
        if (node->v.element.tag == GUMBO_TAG_PRE) --preformatted_;
        if (node == cell_) {
            if (grid_.row() < 0) grid_.begin_row();
            grid_.add(text_.take(), span(node, "rowspan"), span(node, "colspan"));
            cell_ = nullptr;
        } else if (cell_ != nullptr) {
            text_.new_line();
        } else if (node == table_) {
            blocks.add(grid_.take());
            table_ = nullptr;
        } else if (table_ == nullptr || node == caption_) {
            caption_ = nullptr;
            end_paragraph(role == Role::Heading ? heading_level(node) : 0);
        }
        lists_.leave(node);
    }

    void add(const char* text) {
        // Between the cells of a table stand only line ends.
        if (table_ != nullptr && cell_ == nullptr && caption_ == nullptr) return;
        if (preformatted_ > 0) {
            text_.add_exactly(text);
        } else {
            text_.add(text);
        }
    }

    void end_paragraph(int heading) {
        auto text = text_.take();
        if (!text.empty()) blocks.add(Paragraph{lists_.take_mark() + text, heading});
    }

    static int heading_level(const GumboNode* node) {
        return static_cast<int>(node->v.element.tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
    }

    void take_title(const GumboNode* node) {
        if (!title.empty() || node->v.element.children.length == 0) return;
        const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[0]);
        if (child->type == GUMBO_NODE_TEXT) title = text::trim(child->v.text.text);
    }

    TableSet data_tables_;
    ShownText text_;
    Grid grid_;
    PageLists lists_;
    const GumboNode* table_ = nullptr;    // the data table that we are in
    const GumboNode* cell_ = nullptr;     // its cell
    const GumboNode* caption_ = nullptr;  // its caption
    int preformatted_ = 0;
};

}  // namespace

Result<Document> read_html(std::string_view utf8) {
    GK_TRY(tree, PageTree::parse(utf8));
    PageReader reader(find_data_tables(tree.document()));
    reader.read(tree.document());
    if (reader.blocks.empty()) return refuse_empty("网页中没有可见的文字");
    Document document;
    document.format = "html";
    document.title = std::move(reader.title);
    document.blocks = reader.blocks.take();
    return document;
}

}  // namespace gongkai::reader
