#include "base/text.h"
#include "fuzz.h"
#include "reader/text/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    const auto input = fuzz::bytes(data, size);
    const auto decoded = reader::decode(input, reader::declared_encoding(input));
    if (decoded.ok()) fuzz::ensure(text::is_utf8(decoded.value().text));
    return 0;
}
