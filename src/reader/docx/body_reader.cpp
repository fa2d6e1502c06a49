#include "reader/docx/body_reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "reader/block_list.h"
#include "reader/grid.h"
#include "reader/refusal.h"
#include "reader/xml_part.h"

namespace gongkai::reader {
namespace {

constexpr int deepest = 256;
constexpr int deepest_heading = 6;

// Word's yes or no: an element without a value says yes.
bool is_on(const pugi::xml_node& node) {
    if (!node) return false;
    const auto value = local_attribute(node, "val");
    return value != "0" && value != "false" && value != "off";
}

// Of several versions of the same content the first is for programs of today.
pugi::xml_node chosen(const pugi::xml_node& alternatives) {
    const auto choice = local_child(alternatives, "Choice");
    return choice ? choice : local_child(alternatives, "Fallback");
}

// Elements that only wrap what stands in them: links, insertions, content controls, fields.
pugi::xml_node wrapped(const pugi::xml_node& node, std::string_view name) {
    if (name == "sdt") return local_child(node, "sdtContent");
    if (name == "AlternateContent") return chosen(node);
    if (name == "ruby") return local_child(node, "rubyBase");
    for (const std::string_view wrapper : {"hyperlink", "ins", "moveTo", "smartTag", "fldSimple",
                                           "customXml", "bdo", "dir", "oMath", "oMathPara"}) {
        if (name == wrapper) return node;
    }
    return {};
}

bool has_text(const std::string& text) { return !text::is_blank(text); }

}  // namespace

struct BodyReader::TableReading {
    Grid grid;
    int column = 0;
    std::vector<Items> contents;  // of each cell, in reading order
};

bool BodyReader::too_deep(int depth) {
    if (depth > deepest) too_deep_ = true;
    return too_deep_;
}

Result<std::vector<Block>> BodyReader::read(const pugi::xml_node& body) {
    Items items;
    blocks(body, 0, items);
    if (too_deep_) return refuse_too_deep();
    const bool any_text = std::any_of(items.begin(), items.end(), [](const Item& item) {
        const auto* paragraph = std::get_if<Paragraph>(&item);
        return paragraph == nullptr || has_text(paragraph->text);
    });
    if (!any_text) return refuse_empty("文档里没有文字，也许只有图片");
    BlockList list;
    for (auto& item : items) {
        std::visit([&](auto& content) { list.add(std::move(content)); }, item);
    }
    return list.take();
}

void BodyReader::blocks(const pugi::xml_node& parent, int depth, Items& items) {
    if (too_deep(depth)) return;
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
        const auto name = local_name(node);
        if (name == "p") {
            paragraph(node, depth, items);
        } else if (name == "tbl") {
            table(node, depth, items);
        } else if (const auto inner = wrapped(node, name)) {
            blocks(inner, depth + 1, items);
        }
    }
}

std::string BodyReader::number_before(const pugi::xml_node& properties, Paragraph& paragraph) {
    ParagraphStyle style;
    const auto id = local_attribute(local_child(properties, "pStyle"), "val");
    if (!id.empty()) style = styles_.find(id);
    if (const auto outline = local_child(properties, "outlineLvl")) {
        const int level = to_number(local_attribute(outline, "val"), 9);
        style.heading = level >= 0 && level < 9 ? level + 1 : 0;
    }
    paragraph.heading = std::min(style.heading, deepest_heading);
    if (const auto number = local_child(properties, "numPr")) {
        style.list = to_number(local_attribute(local_child(number, "numId"), "val"), style.list);
        style.level = to_number(local_attribute(local_child(number, "ilvl"), "val"), style.level);
    }
    if (style.list <= 0) return {};
    if (style.level < 0) style.level = std::max(numbering_.level_of_style(style.list, id), 0);
    return numbering_.next(style.list, style.level);
}

void BodyReader::paragraph(const pugi::xml_node& node, int depth, Items& items) {
    Paragraph made;
    Items boxes;
    std::string number;
    if (const auto properties = local_child(node, "pPr")) number = number_before(properties, made);
    inline_content(node, depth + 1, made.text, boxes);
    // Word prints the number of an empty paragraph too, but it is never meant.
    if (!number.empty() && has_text(made.text)) made.text.insert(0, number);
    items.emplace_back(std::move(made));
    std::move(boxes.begin(), boxes.end(), std::back_inserter(items));
}

void BodyReader::inline_content(const pugi::xml_node& parent, int depth, std::string& text,
                                Items& boxes) {
    if (too_deep(depth)) return;
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
        inline_element(node, depth, text, boxes);
    }
}

void BodyReader::inline_element(const pugi::xml_node& node, int depth, std::string& text,
                                Items& boxes) {
    const auto name = local_name(node);
    if (name == "r") {
        const auto properties = local_child(node, "rPr");
        if (properties && is_on(local_child(properties, "vanish"))) return;
        inline_content(node, depth + 1, text, boxes);
    } else if (name == "t") {
        text += node.child_value();
    } else if (name == "rPr" || name == "pPr") {
        return;
    } else if (name == "tab") {
        text += '\t';
    } else if (name == "br" || name == "cr") {
        const auto kind = local_attribute(node, "type");
        if (kind.empty() || kind == "textWrapping") text += '\n';
    } else if (name == "noBreakHyphen") {
        text += '-';
    } else if (name == "drawing" || name == "pict" || name == "object") {
        text_boxes(node, depth + 1, boxes);
    } else if (const auto inner = wrapped(node, name)) {
        inline_content(inner, depth + 1, text, boxes);
    }
}

void BodyReader::text_boxes(const pugi::xml_node& parent, int depth, Items& boxes) {
    if (too_deep(depth)) return;
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
        const auto name = local_name(node);
        if (name == "txbxContent") {
            blocks(node, depth + 1, boxes);
        } else if (name == "AlternateContent") {
            text_boxes(chosen(node), depth + 1, boxes);
        } else {
            text_boxes(node, depth + 1, boxes);
        }
    }
}

void BodyReader::rows(const pugi::xml_node& parent, int depth, TableReading& reading) {
    if (too_deep(depth)) return;
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
        const auto name = local_name(node);
        if (name == "tr") {
            const auto properties = local_child(node, "trPr");
            if (properties && local_child(properties, "del")) continue;
            const auto before = local_attribute(local_child(properties, "gridBefore"), "val");
            reading.grid.begin_row();
            reading.column = std::clamp(to_number(before, 0), 0, 1000);
            cells(node, depth + 1, reading);
        } else if (const auto inner = wrapped(node, name)) {
            rows(inner, depth + 1, reading);
        }
    }
}

void BodyReader::cells(const pugi::xml_node& parent, int depth, TableReading& reading) {
    if (too_deep(depth)) return;
    for (auto node = parent.first_child(); node; node = node.next_sibling()) {
        const auto name = local_name(node);
        if (name == "tc") {
            cell(node, depth + 1, reading);
        } else if (const auto inner = wrapped(node, name)) {
            cells(inner, depth + 1, reading);
        }
    }
}

void BodyReader::cell(const pugi::xml_node& node, int depth, TableReading& reading) {
    const auto properties = local_child(node, "tcPr");
    const auto span_text = local_attribute(local_child(properties, "gridSpan"), "val");
    const int span = std::clamp(to_number(span_text, 1), 1, 1000);
    const auto goes_on = [&](const char* merge) {
        const auto found = local_child(properties, merge);
        return found && local_attribute(found, "val") != "restart";
    };
    const int column = reading.column;
    reading.column = std::min(column + span, 1000);
    const bool down = goes_on("vMerge"), right = goes_on("hMerge");
    if (down && reading.grid.extend_down(column)) return;

    Items content;
    blocks(node, depth + 1, content);
    std::string text;
    for (const auto& item : content) {
        const auto* paragraph = std::get_if<Paragraph>(&item);
        if (paragraph == nullptr || paragraph->text.empty()) continue;
        if (!text.empty()) text += '\n';
        text += paragraph->text;
    }
    // What Word hides in a covered cell is kept.
    if (right && text.empty() && (down || reading.grid.extend_right(span))) return;
    reading.grid.add_at(column, std::move(text), 1, span);
    reading.contents.push_back(std::move(content));
}

void BodyReader::table(const pugi::xml_node& node, int depth, Items& items) {
    TableReading reading;
    rows(node, depth + 1, reading);
    if (reading.grid.cells() == 0) return;
    Table made = reading.grid.take();
    std::size_t own = 0;
    std::size_t nested = 0;
    for (const auto& cell : made.cells) {
        own += has_text(cell.text) ? 1 : 0;
    }
    for (const auto& content : reading.contents) {
        for (const auto& item : content) {
            if (const auto* inner = std::get_if<Table>(&item)) nested += inner->cells.size();
        }
    }
    // A single cell is a frame around paragraphs.
    const bool layout = (nested > 0 && nested >= own) || made.cells.size() == 1;
    if (!layout) items.emplace_back(std::move(made));
    for (auto& content : reading.contents) {
        for (auto& item : content) {
            if (layout || std::holds_alternative<Table>(item)) items.push_back(std::move(item));
        }
    }
}

}  // namespace gongkai::reader
