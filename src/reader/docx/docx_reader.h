#pragma once

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"
#include "reader/zip_archive.h"

// Word documents (.docx) as Word prints them: automatic numbers are written out, deleted and
// hidden text is left out, headers, footers and notes are no part of the text.
namespace gongkai::reader {

// Whether the package holds a Word document.
bool is_docx(const ZipArchive& archive);

Result<Document> read_docx(const ZipArchive& archive, const Limits& limits);

}  // namespace gongkai::reader
