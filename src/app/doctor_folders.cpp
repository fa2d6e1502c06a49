#include <sys/vfs.h>

#include <array>
#include <system_error>

#include "app/doctor.h"
#include "app/users.h"
#include "store/ledger/vault.h"

// Whose the files are and whether there is room.
namespace gongkai::app {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view of_data = "数据文件夹", of_key = "密钥", of_disk = "磁盘";
constexpr std::uint64_t megabyte = std::uint64_t{1} << 20;
constexpr std::uint64_t scarce = 1024 * megabyte, too_little = 200 * megabyte;
// File systems of other machines, on which SQLite's write-ahead log does not work.
constexpr std::array<unsigned, 4> over_a_network{0x6969, 0xFF534D42, 0xFE534D42, 0x517B};

// Files that the service could not open, since somebody else, mostly root, has made them.
void diagnose_owners(const DoctorPlace& place, uid_t owner, Diagnoses& all) {
    const fs::path database = place.office.data / "gongkai.sqlite";
    const fs::path key = key_of(place.office);
    std::string others;
    for (const fs::path& file :
         {database, fs::path(database.string() + "-wal"), fs::path(database.string() + "-shm"),
          place.office.data / "installation", key, checkpoint_of(place.office)})
        if (const auto its = owner_of(file); its && *its != owner)
            others += " " + file.string() + "（" + name_of_user(*its) + "）";
    if (others.empty()) {
        all.push_back({Health::Good, of_data,
                       place.office.data.string() + "，属于用户 " + name_of_user(owner), ""});
        return;
    }
    const std::string user = name_of_user(owner);
    all.push_back(
        {Health::Bad, of_data, "这些文件不属于 " + user + "，服务打不开：" + others,
         "chown " + user + ": 这些文件；以后的命令都以 runuser -u " + user + " -- gongkai 运行"});
}

void diagnose_place(const DoctorPlace& place, Diagnoses& all) {
    struct statfs system {};
    if (::statfs(place.office.data.c_str(), &system) != 0) return;
    for (const unsigned each : over_a_network)
        if (unsigned(system.f_type) == each && place.office.setting.database.empty())
            all.push_back({Health::Bad, of_data, "数据文件夹在网络文件系统上，SQLite 在那里会损坏",
                           "把数据文件夹移到本机的盘上，或者改用 PostgreSQL"});
}

void diagnose_room(const fs::path& path, Diagnoses& all) {
    std::error_code none;
    const auto space = fs::space(path, none);
    if (none) return;
    const Health health = space.available < too_little ? Health::Bad
                          : space.available < scarce   ? Health::Note
                                                       : Health::Good;
    all.push_back(
        {health, of_disk,
         path.string() + " 所在的盘还剩 " + std::to_string(space.available / megabyte) + " MB",
         health == Health::Good ? "" : "清理出空间，或者换一块大些的盘"});
}

void diagnose_key(const DoctorPlace& place, Diagnoses& all) {
    const fs::path key = key_of(place.office);
    std::error_code none;
    if (!fs::exists(key, none)) {
        const bool was_there = !place.office.setting.database.empty() ||
                               fs::exists(place.office.data / "installation", none);
        if (was_there)
            all.push_back({Health::Bad, of_key,
                           "找不到密钥文件 " + key.string() + "，没有它打不开已经加密的内容",
                           "从密钥的备份恢复这个文件，或者在设置里写对 key"});
        return;
    }
    const auto loaded = store::VaultKey::load(key, place.office.data);
    if (loaded.ok())
        all.push_back({Health::Good, of_key, key.string() + "；请确认另有一份抄存", ""});
    else
        all.push_back({Health::Bad, of_key, loaded.error().message, "按提示改正"});
}

}  // namespace

void diagnose_folders(const DoctorPlace& place, Diagnoses& all) {
    const auto owner = owner_of(place.office.data);
    if (!owner) {
        all.push_back({Health::Note, of_data,
                       place.office.data.string() + " 还没有，或者看不到；第一次启动时会建立",
                       "如果应当有数据，请核对 data 写得对不对，磁盘有没有挂上"});
        diagnose_key(place, all);
        return;
    }
    diagnose_owners(place, *owner, all);
    diagnose_place(place, all);
    diagnose_key(place, all);
    diagnose_room(place.office.data, all);
    if (!place.backup.empty()) diagnose_room(place.backup, all);
}

}  // namespace gongkai::app
