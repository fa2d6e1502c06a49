#include "fuzz.h"
#include "journal/payload.h"

// Bytes that are taken for a canonical record are its canonical form, to the byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    const auto bytes = fuzz::bytes(data, size);
    const auto record = journal::parse_canonical(bytes);
    if (record.ok()) fuzz::ensure(canonical(record.value()) == bytes);
    return 0;
}
