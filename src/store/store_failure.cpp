#include "store/store_failure.h"

#include <cerrno>
#include <system_error>

namespace gongkai::store {

namespace {

std::string sentence(Away why, const std::string& place, const std::string& cause) {
    const std::string because = "（" + cause + "）。";
    switch (why) {
        case Away::DiskFull:
            return "磁盘已满，" + place + " 写不进去" + because +
                   "请在它所在的磁盘上腾出空间；已经办成的都在，有了空间就能继续，不必重启。";
        case Away::ReadOnly:
            return place + " 不能写" + because +
                   "请检查文件夹和文件的所有者、权限，以及磁盘是否只读挂载或者出了故障。";
        case Away::Locked:
            return "数据库 " + place + " 被占用，等了很久也没有轮到" + because +
                   "请看是否有 gongkai import 等程序正在写入，等它结束再试。";
        case Away::ServerGone:
            return "连接不上 PostgreSQL" + because +
                   "请检查它是否在运行，以及 GONGKAI_DATABASE 的地址和网络；恢复后本程序自己会"
                   "重新连接，不必重启。";
        case Away::CommitUnknown:
            return "正在提交时与 PostgreSQL 的连接断了" + because +
                   "这一笔有没有保存不能确定，请到列表里核对。";
        case Away::Replaced:
            return "程序运行中，数据库文件 " + place + " 被移走或者换掉了" + because +
                   "已停止办理：再写下去，重新启动后就找不到了。请停止程序，把原来的数据文件夹"
                   "放回原处；确实要用换上的数据，请停止程序后再换，然后启动。";
        case Away::OnlyReads:
            return place + " 是只读的副本" + because +
                   "请核对前置服务器的设置：提交的内容和办公台要转到连着主库的服务器。";
    }
    return cause;
}

}  // namespace

StoreFailure::StoreFailure(Away why, const std::string& place, const std::string& cause)
    : StoreError(sentence(why, place, cause)), why_(why) {}

Error StoreFailure::refusal() const {
    const auto error = [](const char* code, const char* message) {
        return Error{ErrorKind::Unavailable, code, message};
    };
    switch (why_) {
        case Away::DiskFull:
            return error("store.disk-full",
                         "服务器的磁盘已满，没有办成，刚才的内容没有保存。请过一会儿再试，或者"
                         "联系系统管理员腾出空间。");
        case Away::ReadOnly:
            return error("store.read-only",
                         "服务器的数据文件夹不能写，没有办成，刚才的内容没有保存。请联系系统"
                         "管理员检查文件夹的权限和磁盘。");
        case Away::Locked:
            return error("store.locked",
                         "数据正被占用，没有办成，刚才的内容没有保存。请过几秒再试。");
        case Away::ServerGone:
            return error("store.gone",
                         "暂时连接不上数据库，没有办成，刚才的内容没有保存。请过一会儿再试；"
                         "一直这样的，请联系系统管理员。");
        case Away::CommitUnknown:
            return error("store.unknown",
                         "保存时与数据库的连接断了，刚才的一笔不能确定有没有办成。请先到列表里"
                         "核对，没有的再办一次。");
        case Away::Replaced:
            return error("store.replaced",
                         "服务器上的数据文件在运行中被移走或者换掉了，已暂停办理，刚才的内容没有"
                         "保存。请联系系统管理员，原因见运行日志。");
        case Away::OnlyReads:
            return error("store.replica",
                         "这台服务器只供查阅，没有办成，刚才的内容没有保存。请联系系统管理员"
                         "核对前置服务器的设置。");
    }
    return error("store.gone", "暂时不能使用数据库。");
}

void throw_system_failure(int error, const std::string& file) {
    const std::string cause = std::generic_category().message(error);
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        throw StoreFailure(Away::DiskFull, file, cause);
    if (error == EACCES || error == EPERM || error == EROFS)
        throw StoreFailure(Away::ReadOnly, file, cause);
    throw StoreError("不能读写文件：" + file + "（" + cause + "）");
}

}  // namespace gongkai::store
