#include "store/sqlite/sqlite_copy.h"

#include <fcntl.h>
#include <sqlite3.h>

#include <memory>

#include "store/database.h"
#include "store/durable_file.h"

namespace gongkai::store {

namespace {

constexpr int pages_at_a_time = 2048;

struct Close {
    void operator()(sqlite3* it) const { sqlite3_close(it); }
};
struct Finish {
    void operator()(sqlite3_backup* it) const { sqlite3_backup_finish(it); }
};
using Open = std::unique_ptr<sqlite3, Close>;

[[noreturn]] void fail(const std::filesystem::path& file, sqlite3* connection) {
    throw StoreError("不能复制数据库 " + file.string() + "（" + sqlite3_errmsg(connection) + "）");
}

Open opened(const std::filesystem::path& file, int flags) {
    sqlite3* connection = nullptr;
    const int status = sqlite3_open_v2(file.c_str(), &connection, flags, nullptr);
    Open held(connection);
    if (status != SQLITE_OK) fail(file, connection);
    return held;
}

// One reading from here to the end, so that what others commit meanwhile starts nothing over.
void begin_reading(const std::filesystem::path& file, sqlite3* connection) {
    constexpr auto* one_row = "BEGIN; SELECT count(*) FROM sqlite_schema";
    if (sqlite3_exec(connection, one_row, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(file, connection);
}

}  // namespace

void copy_sqlite(const std::filesystem::path& source, const std::filesystem::path& target,
                 const std::function<void(std::uint64_t, std::uint64_t)>& told) {
    // Not read-only: reading a write-ahead log may have to mend what a killed program left.
    const Open from = opened(source, SQLITE_OPEN_READWRITE);
    const Open to = opened(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    begin_reading(source, from.get());
    std::unique_ptr<sqlite3_backup, Finish> copying(
        sqlite3_backup_init(to.get(), "main", from.get(), "main"));
    if (!copying) fail(target, to.get());
    for (;;) {
        const int status = sqlite3_backup_step(copying.get(), pages_at_a_time);
        const auto all = std::uint64_t(sqlite3_backup_pagecount(copying.get()));
        told(all - std::uint64_t(sqlite3_backup_remaining(copying.get())), all);
        if (status == SQLITE_DONE) break;
        if (status != SQLITE_OK) fail(target, to.get());
    }
    copying.reset();
    // Without a write-ahead log the copy is one file, which can be read where nothing can be
    // written.
    if (sqlite3_exec(to.get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr) !=
        SQLITE_OK)
        fail(target, to.get());
    Descriptor(target, O_RDONLY | O_CLOEXEC).sync();
}

}  // namespace gongkai::store
