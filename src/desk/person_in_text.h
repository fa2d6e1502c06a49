#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// Whether a text that is to be public still names the person whose sealed particulars it came with.
// 个人信息保护法 art. 28, Reg. 15: the second look is a person's, but what can be compared is
// compared.
namespace gongkai::desk {

// As far as they are known; what is empty is not looked for. `name` may hold several, with commas,
// 、 or spaces between.
struct PersonParts {
    std::string_view name, phone, address;
};

// What was found, as words of a refusal: 姓名, 电话, 地址. Never the particulars themselves, since
// refusals end up in logs.
//
//   a name      of two signs or more, whole; not one that says that none was left (匿名)
//   a phone     seven of its digits in a row, however they are grouped
//   an address  whole, or a street or village with its number (溪桥路58号): a street by itself is
//               what the letter may be about
std::vector<std::string> parts_found(std::span<const std::string> texts, const PersonParts& person);

// A refusal with this code where something was found, naming what and where to mend it.
Status check_without_person(std::span<const std::string> texts, const PersonParts& person,
                            std::string code);

}  // namespace gongkai::desk
