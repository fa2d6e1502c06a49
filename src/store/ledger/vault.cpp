#include "store/ledger/vault.h"

#include <algorithm>
#include <system_error>

#include "base/damaged.h"
#include "base/regular_file.h"
#include "store/durable_file.h"
#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t id_bytes = 8;

std::string place(const journal::LogKey& log, const std::string& id) {
    return std::to_string(log.region) + "/" + std::to_string(log.organ) + "/" + id;
}

// Eight hexadecimal digits, in the order of the numbers.
std::string in_order(std::int64_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes += char(number >> shift & 0xFF);
    return hex(bytes);
}

Error bad_key(std::string message) { return {ErrorKind::Invalid, "vault.key", std::move(message)}; }

Status check_place(const fs::path& file, const fs::path& data_folder) {
    if (!is_below(file, data_folder)) return Done{};
    return bad_key("密钥文件 " + file.string() +
                   " 不能放在数据文件夹里：拿到数据的人会同时拿到密钥。请换一个位置。");
}

}  // namespace

Status VaultKey::make(const fs::path& file, const fs::path& data_folder) {
    GK_CHECK(check_place(file, data_folder));
    const fs::path place = fs::absolute(file);
    try {
        make_folders(place.parent_path());
        // Of two programs that begin at once one makes it, and both use that one's.
        create_durably(place, random_bytes(BoxKey().size()));
    } catch (const std::exception&) {
        return bad_key("不能写密钥文件 " + file.string() + "。请检查文件夹的权限和磁盘空间。");
    }
    return Done{};
}

Result<VaultKey> VaultKey::load(const fs::path& file, const fs::path& data_folder) {
    GK_CHECK(check_place(file, data_folder));
    const auto bytes = read_regular_file(file, "密钥文件", most_of_settings);
    if (!bytes.ok()) return bad_key(bytes.error().message);
    constexpr auto others = fs::perms::group_all | fs::perms::others_all;
    if ((fs::status(file).permissions() & others) != fs::perms::none)
        return bad_key("密钥文件 " + file.string() +
                       " 别人也能读。请改为只有本程序的用户能读（chmod 600）。");
    if (bytes.value().size() != BoxKey().size())
        return bad_key("密钥文件 " + file.string() + " 不是 32 个字节，可能选错了文件。");
    VaultKey key;
    std::ranges::transform(bytes.value(), key.key_.begin(),
                           [](char byte) { return static_cast<unsigned char>(byte); });
    return key;
}

VaultKey VaultKey::random() {
    VaultKey key;
    key.key_ = random_box_key();
    return key;
}

Box seal(const VaultKey& key, const journal::LogKey& log, std::int64_t near,
         std::string_view datum) {
    std::string plain = random_bytes(salt_bytes);
    plain += datum;
    journal::Sealed sealed{in_order(near) + hex(random_bytes(id_bytes)), hex(bytes(sm3({plain})))};
    auto box = boxed(key, log, sealed.id, plain);
    return {std::move(sealed), std::move(box)};
}

std::optional<std::string> salted_in(const VaultKey& key, const journal::LogKey& log,
                                     const std::string& id, const Blob& box) {
    return opened_box(key.key(), place(log, id), bytes_of(box));
}

Blob boxed(const VaultKey& key, const journal::LogKey& log, const std::string& id,
           std::string_view salted) {
    return blob_of(sealed_box(key.key(), place(log, id), salted));
}

bool opens(const VaultKey& key, const journal::LogKey& log, const std::string& id,
           const Blob& box) {
    return salted_in(key, log, id, box).has_value();
}

std::string open(const VaultKey& key, const journal::LogKey& log, const journal::Sealed& sealed,
                 const Blob& box) {
    const auto plain = salted_in(key, log, sealed.id, box);
    if (!plain || plain->size() < salt_bytes)
        throw Damaged("加密的内容打不开：密钥不对，或内容被改动过");
    if (hex(bytes(sm3({*plain}))) != sealed.digest) throw Damaged("加密的内容与记录的摘要不符");
    return plain->substr(salt_bytes);
}

}  // namespace gongkai::store
