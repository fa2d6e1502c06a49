#include "fuzz.h"
#include "reader/text/plain_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    const auto document = reader::read_text(fuzz::bytes(data, size));
    if (document.ok()) fuzz::check(document.value().blocks);
    return 0;
}
