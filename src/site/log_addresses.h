#pragma once

#include <string_view>

// Where the logs for everybody are (docs/log.md), and the witness of others'.
namespace gongkai::address::pattern {

inline constexpr std::string_view log_checkpoint = "/log/{organ}/checkpoint",
                                  log_cosigned = "/log/{organ}/cosigned",
                                  log_keys = "/log/{organ}/keys",
                                  log_tile = "/log/{organ}/tile/{tile...}", verify = "/verify",
                                  witness = "/witness/add-checkpoint", witness_key = "/witness/key";

}  // namespace gongkai::address::pattern
