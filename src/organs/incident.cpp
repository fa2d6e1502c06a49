#include "organs/incident.h"

#include <algorithm>

namespace gongkai::organs {

namespace {

struct Row {
    std::string_view code;  // or the beginning of several, with the dot
    IncidentWords words;
};

constexpr Row rows[] = {
    {"http.damaged",
     {"内容损坏或者丢失，这个页面打不开",
      "请运行 gongkai journal verify 查明是哪个文件或者哪条记录，再由备份恢复它。其他页面不受"
      "影响。"}},
    {"http.broken-off",
     {"文件发送到一半，读不下去了",
      "请按故障编号查运行日志，再运行 gongkai journal verify 核对文件。"}},
    {"http.incident",
     {"程序出了故障，没有办成", "请按故障编号查运行日志，连同日志告诉程序的维护者。"}},
    {"store.disk-full",
     {"磁盘已满，写不进去", "请在数据文件夹所在的磁盘上腾出空间；不必重新启动。"}},
    {"store.read-only",
     {"数据文件夹或者数据库不能写", "请检查所有者、权限，以及磁盘是否只读挂载或者出了故障。"}},
    {"store.locked",
     {"数据库被别的程序占用得太久", "请看是否有导入、备份等命令在运行，等它结束。"}},
    {"store.replaced",
     {"数据库文件在运行中被移走或者换掉了",
      "已停止办理。请停止程序，把原来的数据文件夹放回原处再启动。"}},
    {"store.",
     {"连接不上数据库，或者提交时断开", "请检查 PostgreSQL 是否在运行，以及地址和网络。"}},
    {"checkpoint.",
     {"检查点与数据库对不上、没有写成，或者文件被换过",
      "请看详情；停止了办理的，核实数据后用 gongkai checkpoint resume 继续。"}},
    {"backup.",
     {"备份没有做成，或者有文件没有备份到",
      "请看备份命令的输出，排除原因后再备份一次，并用 gongkai backup --check 核对。"}},
};

}  // namespace

IncidentWords incident_words(std::string_view code) {
    const auto* const row = std::ranges::find_if(rows, [&](const Row& it) {
        return it.code.ends_with('.') ? code.starts_with(it.code) : code == it.code;
    });
    if (row != std::end(rows)) return row->words;
    return {"系统出了故障", "请按时间查运行日志。"};
}

}  // namespace gongkai::organs
