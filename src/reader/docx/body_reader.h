#pragma once

#include <string>
#include <variant>
#include <vector>

#include <pugixml.hpp>

#include "base/result.h"
#include "reader/document.h"
#include "reader/docx/numbering.h"
#include "reader/docx/styles.h"

namespace gongkai::reader {

// Walks the body of a Word document in reading order.
//
// A table inside a cell makes the outer table layout if it holds at least as much as the rest of
// it; then all cells are read as blocks. Otherwise it follows the outer table as a block of its
// own. Text boxes follow the paragraph that they hang on.
class BodyReader {
public:
    BodyReader(const Styles& styles, Numbering& numbering)
        : styles_(styles), numbering_(numbering) {}

    // Refuses with reader.too-deep, and with reader.empty where there is no text at all.
    Result<std::vector<Block>> read(const pugi::xml_node& body);

private:
    using Item = std::variant<Paragraph, Table>;
    using Items = std::vector<Item>;
    struct TableReading;

    void blocks(const pugi::xml_node& parent, int depth, Items& items);
    void paragraph(const pugi::xml_node& node, int depth, Items& items);
    std::string number_before(const pugi::xml_node& properties, Paragraph& paragraph);
    void inline_content(const pugi::xml_node& parent, int depth, std::string& text, Items& boxes);
    void inline_element(const pugi::xml_node& node, int depth, std::string& text, Items& boxes);
    void text_boxes(const pugi::xml_node& parent, int depth, Items& boxes);
    void table(const pugi::xml_node& node, int depth, Items& items);
    void rows(const pugi::xml_node& parent, int depth, TableReading& reading);
    void cells(const pugi::xml_node& parent, int depth, TableReading& reading);
    void cell(const pugi::xml_node& node, int depth, TableReading& reading);
    bool too_deep(int depth);

    const Styles& styles_;
    Numbering& numbering_;
    bool too_deep_ = false;
};

}  // namespace gongkai::reader
