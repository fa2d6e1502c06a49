// What pdftotext prints is outside bytes too: it tells what stands in the PDF.
#include "fuzz.h"
#include "reader/pdf/pdf_lines.h"
#include "reader/pdf/pdf_words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    for (const auto& page : reader::parse_pdf_words(fuzz::bytes(data, size)).pages) {
        for (const auto& line : reader::lines_of(page)) {
            fuzz::ensure(!line.words.empty());
        }
    }
    return 0;
}
