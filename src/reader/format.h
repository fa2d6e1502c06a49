#pragma once

#include <string>
#include <string_view>

namespace gongkai::reader {

// What a file is, by its first bytes. Text in any encoding is `Text`, and whether it is HTML is
// told after decoding.
enum class Format { Empty, Zip, Pdf, Ole, Rtf, Foreign, Binary, Text };

struct Sniffed {
    Format format = Format::Text;
    std::string name;  // Chinese name of a `Foreign` format that no reader takes, such as 图片
};

Sniffed sniff(std::string_view bytes);

// Whether decoded text is a web page: it starts as one, or is full of its tags.
bool looks_like_html(std::string_view utf8);

// Whether decoded text is a Word document in one XML file (Word 2003 XML or flat OPC).
bool looks_like_word_xml(std::string_view utf8);

// Whether decoded text is a web archive (MHTML), as Word saves it under the name .doc.
bool looks_like_mhtml(std::string_view utf8);

}  // namespace gongkai::reader
