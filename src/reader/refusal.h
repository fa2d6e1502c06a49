#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

// The refusals of the readers: one function for each code of reader.h, so that a code always
// carries the same advice. `detail` is a Chinese clause without a full stop, or empty.
namespace gongkai::reader {

Error refuse_empty(std::string_view detail = {});
Error refuse_too_large(std::size_t allowed_bytes);
Error refuse_unknown_format(std::string_view detail = {});
Error refuse_encrypted();
Error refuse_damaged(std::string_view detail = {});
Error refuse_bomb(std::string_view detail = {});
Error refuse_too_deep();
Error refuse_scan();
Error refuse_tool_missing(std::string_view program, std::string_view purpose);
Error refuse_no_cell();
Error refuse_tool_failed(std::string_view detail = {});
Error refuse_tool_slow(int seconds);
Error refuse_not_found(std::string_view path);

}  // namespace gongkai::reader
