#pragma once

#include <string>
#include <variant>
#include <vector>

namespace gongkai::reader {

// Where something stands in its source file. What a format does not have stays 0 or -1.
struct Place {
    int page = 0;     // from 1: PDF only
    int block = 0;    // from 0: the block of the document
    int row = -1;     // from 0, of a table
    int column = -1;  // from 0, of a table
};

// A paragraph as printed: markers and odd spaces are kept; a line break inside it is '\n'.
// An empty paragraph is kept where the format makes one (a blank line in plain text does not).
struct Paragraph {
    std::string text;
    int heading = 0;  // 1 to 6 where the format says so, else 0
};

// One cell, at the upper left of the slots that it covers.
struct TableCell {
    std::string text;
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
};

// A table as the source has it, cells in reading order. `exact` says that the format gives spans
// (Word, HTML, spreadsheets), so `column` is a true column; else cells are only counted from the
// left of their row (tab or pipe text) and merged cells may be missing or printed as empty ones.
struct Table {
    int rows = 0;
    int columns = 0;
    bool exact = true;
    std::vector<TableCell> cells;
};

// A run of text between gaps on one printed line.
struct Word {
    std::string text;
    float left = 0;  // points, or character widths in plain text
    float right = 0;
};

// A printed line whose words have positions but no cells: PDF, and text laid out with spaces.
struct Line {
    std::vector<Word> words;  // from the left
    float top = 0;            // points or line numbers, growing downward through the page
    float bottom = 0;
};

struct Block {
    std::variant<Paragraph, Table, Line> content;
    Place place;
};

// Something odd about the file itself, such as a declared encoding that lies.
struct Note {
    std::string id;  // stable: "encoding-lies"
    std::string message;
};

// Any file as blocks in reading order. Knows nothing of reports.
struct Document {
    std::string format;  // "docx", "html", "pdf", "text", "markdown", "xlsx", "doc"
    std::string title;   // of the file's own head, if it has one
    std::vector<Block> blocks;
    std::vector<Note> notes;
};

}  // namespace gongkai::reader
