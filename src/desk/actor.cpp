#include "desk/actor.h"

namespace gongkai::desk {

Status check_right(const Actor& by, records::Right right) {
    if (by.may(right)) return Done{};
    return Error{ErrorKind::Forbidden, "door.right",
                 "您的账号没有“" + std::string(chinese(right)) + "”的权限。需要时请找系统管理员。"};
}

}  // namespace gongkai::desk
