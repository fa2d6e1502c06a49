#pragma once

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"
#include "reader/zip_archive.h"

// Spreadsheets (.xlsx): the sheets in the order of the workbook, hidden ones left out. Rows of
// cells are tables with spans; titles, headings and narrative, which stand alone in their rows,
// are paragraphs.
namespace gongkai::reader {

bool is_sheet(const ZipArchive& archive);

Result<Document> read_sheet(const ZipArchive& archive, const Limits& limits);

}  // namespace gongkai::reader
