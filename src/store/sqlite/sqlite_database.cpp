#include "store/sqlite/sqlite_database.h"

#include <fcntl.h>

#include "store/durable_file.h"
#include "store/sqlite/sqlite_writer.h"

namespace gongkai::store {

namespace {

constexpr std::size_t most_idle_readers = 16;

// One writing connection with a thread of its own, and a reading connection for each thread that
// reads at a time.
class SqliteDatabase : public Database {
public:
    explicit SqliteDatabase(const std::filesystem::path& file)
        : file_(file),
          writer_(*this, file),
          files_(file),
          watch_(file, SqliteConnection::Access::Read) {}

    Engine engine() const override { return Engine::Sqlite; }
    bool is_replica() override { return false; }

    std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) override {
        check_reads(sql);
        const Reader reader(*this);
        return reader->run(sql, arguments);
    }

    void each(std::string_view sql, const std::vector<Value>& arguments,
              const std::function<void(Row&)>& row) override {
        check_reads(sql);
        const Reader reader(*this);
        reader->each(sql, arguments, row);
    }

    std::string state() override {
        const std::lock_guard lock(watch_mutex_);
        watch_.begin_work();
        return std::to_string(whole(watch_.run("PRAGMA data_version", {}).at(0).at(0)));
    }

    std::vector<std::string> damage() override {
        const Reader reader(*this);
        std::vector<std::string> all;
        for (const Row& row : reader->run("PRAGMA integrity_check", {}))
            if (text(row.at(0)) != "ok") all.push_back(text(row[0]));
        return all;
    }

    void wipe_deleted() override {
        SqliteConnection alone(file_, SqliteConnection::Access::Write);
        alone.run("PRAGMA wal_checkpoint(TRUNCATE)", {});
    }

    void read(const std::function<void(Connection&)>& work) override {
        const Reader reader(*this);
        reader->control("BEGIN");
        work(*reader);
        if (reader->failed()) throw failed_before();
    }

    void transaction_ending(const std::function<Ending(Connection&)>& work) override {
        Inside::check_outside(*this);
        writer_.carry_out(work);
    }

private:
    // A reading connection taken from those that are idle, and given back at the end.
    class Reader {
    public:
        explicit Reader(SqliteDatabase& owner)
            : owner_(owner), inside_(owner), it_(owner.take_reader()) {
            it_->begin_work();
        }
        ~Reader() { owner_.give_back(std::move(it_)); }
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;
        SqliteConnection* operator->() const { return it_.get(); }
        SqliteConnection& operator*() const { return *it_; }

    private:
        SqliteDatabase& owner_;
        Inside inside_;
        std::unique_ptr<SqliteConnection> it_;
    };

    std::unique_ptr<SqliteConnection> take_reader() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) {
            files_.check_database();  // one page is not made of two databases
            return std::make_unique<SqliteConnection>(file_, SqliteConnection::Access::Read);
        }
        auto reader = std::move(idle_.back());
        idle_.pop_back();
        return reader;
    }

    void give_back(std::unique_ptr<SqliteConnection> reader) noexcept {
        reader->roll_back();  // ends the snapshot
        const std::lock_guard lock(mutex_);
        if (idle_.size() < most_idle_readers) idle_.push_back(std::move(reader));
    }

    const std::filesystem::path file_;
    SqliteWriter writer_;
    const FilesInPlace files_;
    // data_version counts the commits of all other connections, so it is asked of one that is kept.
    std::mutex watch_mutex_;
    SqliteConnection watch_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file) {
    // For the service's user alone; what SQLite lays beside it takes after it.
    if (!std::filesystem::exists(file)) Descriptor(file, O_WRONLY | O_CREAT | O_CLOEXEC);
    return std::make_unique<SqliteDatabase>(file);
}

}  // namespace gongkai::store
