#include "fuzz.h"
#include "tlog/witness.h"

// What is read of a note, a key, a checkpoint or a witness's request is what was written, to the
// byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    using namespace gongkai::tlog;
    const auto bytes = fuzz::bytes(data, size);
    if (const auto note = parse_note(bytes); note.ok())
        fuzz::ensure(written(note.value()) == bytes);
    if (const auto key = parse_key(bytes); key.ok()) fuzz::ensure(key.value().written() == bytes);
    if (const auto it = parse_checkpoint(bytes); it.ok())
        fuzz::ensure(bytes.starts_with(written(it.value())));
    if (const auto it = parse_add_checkpoint(bytes); it.ok())
        fuzz::ensure(written(it.value()) == bytes);
    return 0;
}
