#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::writer::docx {

// How a paragraph looks, after GB/T 9704-2012: faces and sizes of official documents.
enum class Style {
    LetterHead,  // 发文机关标志: red over a red rule
    Number,      // 发文字号: at the right margin
    Title,       // centred, 小标宋
    Heading1,    // 黑体; found as a heading by those who read the file
    Heading2,    // 楷体; the same
    Body,        // 仿宋, first line in by two characters
    Flush,       // the same from the margin: an addressee
    Signature,   // the organ under a letter, four characters from the right
    Date,        // the day under it
    Caption,     // a small line between tables
};

enum class Align { Left, Center, Right };

// A cell at the upper left of the slots that it covers; those are not repeated.
struct Cell {
    std::string text;
    int column_span = 1;
    int row_span = 1;
    Align align = Align::Center;
    bool bold = false;
};

struct Row {
    std::vector<Cell> cells;
    bool head = false;  // repeated on every page
};

struct Table {
    std::vector<int> widths;  // of the columns, in proportion
    std::vector<Row> rows;
    int half_points = 21;  // 五号
};

// A Word file in the making: A4 with the margins of GB/T 9704-2012 (7.1), page numbers "— 1 —".
// It holds nothing about who made it or when, and the same content gives the same bytes.
// Signs that XML cannot hold are dropped; bytes that are not UTF-8 become U+FFFD; a line feed is
// a line break.
class Document {
public:
    explicit Document(std::string_view title);
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;

    Document& add(Style style, std::string_view text);
    // Throws std::logic_error where the cells do not fill the table without overlap.
    Document& add(const Table& table);

    // Throws std::runtime_error where the archive cannot be made.
    std::string bytes() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace gongkai::writer::docx
