#include "app/users.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gongkai::app {

std::optional<uid_t> owner_of(const std::filesystem::path& path) {
    struct stat it {};
    if (::stat(path.c_str(), &it) != 0) return {};
    return it.st_uid;
}

std::string name_of_user(uid_t user) {
    const passwd* known = ::getpwuid(user);
    return known ? known->pw_name : "#" + std::to_string(user);
}

Status check_user(const std::filesystem::path& data) {
    const auto owner = owner_of(data);
    if (::geteuid() != 0 || !owner || *owner == 0) return Done{};
    const std::string name = name_of_user(*owner);
    return Error{ErrorKind::Forbidden, "office.user",
                 "数据文件夹 " + data.string() + " 属于用户 " + name +
                     "，以 root 运行会留下服务打不开的文件，没有执行。请写成 runuser -u " + name +
                     " -- gongkai …"};
}

}  // namespace gongkai::app
