#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

namespace gongkai::reader {

// PDF as printed lines with places, by poppler's pdftotext as a limited helper program.
Result<Document> read_pdf(std::string_view bytes, const Limits& limits);

}  // namespace gongkai::reader
