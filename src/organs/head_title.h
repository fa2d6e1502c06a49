#pragma once

#include <string>

#include "organs/organ.h"

namespace gongkai::organs {

// What the head of a body is called: 镇长 of a town's government, 县长 of a county's and of its
// office, 局长 of a bureau. By its name, since kind and level alone tell 镇 from 乡 and 局 from
// 委员会 as little as 县 from 区. 主要负责人 where the name does not say.
std::string head_title(const OrganRecord& organ);

}  // namespace gongkai::organs
