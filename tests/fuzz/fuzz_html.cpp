#include "fuzz.h"
#include "reader/format.h"
#include "reader/html/html_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    const auto input = fuzz::bytes(data, size);
    const auto document =
        reader::looks_like_mhtml(input) ? reader::read_mhtml(input) : reader::read_html(input);
    if (document.ok()) fuzz::check(document.value().blocks);
    return 0;
}
