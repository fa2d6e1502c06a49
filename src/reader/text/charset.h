#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reader/document.h"

// Turns bytes of unknown encoding into UTF-8.
//
// Order: byte order mark, UTF-16 by its pattern of NULs, strict UTF-8, and only then GB 18030
// against Big5. GB2312 and GBK are always read as GB 18030, which contains them. What a file
// declares is believed only where the bytes agree; a declaration that lies gives a note.
namespace gongkai::reader {

struct Decoded {
    std::string text;      // UTF-8 without byte order mark
    std::string encoding;  // "utf-8", "utf-16le", "utf-16be", "gb18030", "big5"
    std::vector<Note> notes;
};

// `declared` is the name from a meta tag or XML declaration, or empty.
// Refuses with reader.unknown-format what is no text in any of these encodings.
Result<Decoded> decode(std::string_view bytes, std::string_view declared = {});
// The same for bytes of which looks_binary() has already said no.
Result<Decoded> decode_text(std::string_view bytes, std::string_view declared);

// The encoding that a web page or XML file names in its first bytes, in lower case, or empty.
std::string declared_encoding(std::string_view bytes);

// Whether bytes can be no text at all: many NULs or control signs that are not UTF-16.
bool looks_binary(std::string_view bytes);

}  // namespace gongkai::reader
