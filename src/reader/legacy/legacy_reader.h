#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

// Formats that LibreOffice, where it is installed, turns into .docx or .xlsx for our own readers.
namespace gongkai::reader {

enum class LegacyKind { Word, Excel, Rtf, WordXml, OpenDocument };

Result<Document> read_legacy(std::string_view bytes, LegacyKind kind, const Limits& limits);

// An OLE2 file: old Word and WPS documents, old Excel sheets, and encrypted files of new Office.
Result<Document> read_ole(std::string_view bytes, const Limits& limits);

}  // namespace gongkai::reader
