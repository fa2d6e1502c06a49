#pragma once

#include <string>
#include <string_view>

// How the owner of a session knows it again.
namespace gongkai::desk {

// "Firefox, Windows" of what a browser calls itself; 未知设备 of what says nothing known.
std::string device_name(std::string_view user_agent);

// 10.20.*.* and 2001:db8:*: enough to tell a place apart, and no more. Empty of nothing.
std::string address_part(std::string_view address);

}  // namespace gongkai::desk
