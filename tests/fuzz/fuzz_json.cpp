#include "files/json_text.h"
#include "fuzz.h"

// What parse_json() takes can be written, and comes back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    const auto bytes = fuzz::bytes(data, size);
    (void)files::parse_json(bytes, {16, false});
    const auto value = files::parse_json(bytes);
    if (!value.ok()) return 0;
    const auto written = files::json_text(value.value());
    const auto again = files::parse_json(written);
    fuzz::ensure(again.ok() && files::json_text(again.value()) == written);
    return 0;
}
