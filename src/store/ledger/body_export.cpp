#include <fcntl.h>

#include "base/digest.h"
#include "store/durable_file.h"
#include "store/ledger/body_archive_file.h"
#include "store/ledger/entries.h"
#include "store/ledger/verify.h"

namespace gongkai::store {

namespace {

namespace fs = std::filesystem;
using journal::LogKey;

Status add_contents(Connection& connection, const KeptContents& contents, const LogKey& log,
                    ArchiveFile& to, BodyArchive& made) {
    for (const auto& [digest, subject] : named_contents(connection, log)) {
        const auto bytes = contents.get(log.region, digest);
        if (!bytes)
            return archive_refused("archive.lost", "“" + subject + "”的文件 " +
                                                       contents.name_of(digest) +
                                                       " 不见了，没有导出。请先由备份恢复。");
        to.add_content(digest, *bytes);
        ++made.contents;
    }
    return Done{};
}

Status add_sealed(Connection& connection, const VaultKey& key, const LogKey& log,
                  std::string_view passphrase, ArchiveFile& to, BodyArchive& made) {
    const std::string salt = random_bytes(salt_bytes);
    const BoxKey own = key_of_passphrase(passphrase, salt);
    to.note("salt", salt);
    std::string unreadable;
    connection.each("SELECT id, box FROM sealed_datum WHERE region = $1 AND organ = $2 ORDER BY id",
                    {log.region, log.organ}, [&](Row& row) {
                        const std::string id = text(row[0]);
                        const auto plain = salted_in(key, log, id, blob(row[1]));
                        if (!plain) {
                            unreadable = id;
                            return;
                        }
                        to.add_sealed(id, sealed_box(own, archive_place(id), *plain));
                        ++made.sealed;
                    });
    if (unreadable.empty()) return Done{};
    return archive_refused("archive.lost",
                           "加密的内容 " + unreadable + " 已经损坏，没有导出。请先由备份恢复。");
}

Status write(Connection& connection, const KeptContents& contents, const VaultKey& key,
             std::string_view passphrase, ArchiveFile& to, BodyArchive& made) {
    journal::Frontier tree;
    each_entry(connection, made.log, [&](const journal::Entry& entry, std::string_view) {
        tree.add(leaf(entry));
        to.add(entry);
    });
    if (tree.size() == 0)
        return archive_refused("archive.nothing", "这个机关还没有任何工作记录，没有可以导出的。");
    made.head = {tree.size(), tree.root()};
    GK_CHECK(add_contents(connection, contents, made.log, to, made));
    if (!passphrase.empty()) GK_CHECK(add_sealed(connection, key, made.log, passphrase, to, made));
    return Done{};
}

void note(ArchiveFile& to, const BodyArchive& it) {
    to.note("region", std::to_string(it.log.region));
    to.note("organ", std::to_string(it.log.organ));
    to.note("installation", it.installation);
    to.note("body", it.body);
    to.note("size", std::to_string(it.head.size));
    to.note("root", bytes(it.head.root));
    to.note("contents", std::to_string(it.contents));
    to.note("sealed", std::to_string(it.sealed));
}

}  // namespace

Result<BodyArchive> export_body(Database& database, const KeptContents& contents,
                                const VaultKey& key, const LogKey& log, std::string body,
                                const fs::path& file, std::string_view passphrase) {
    if (fs::exists(file))
        return archive_refused("archive.exists",
                               "文件 " + file.string() + " 已经存在，没有覆盖。请换一个文件名。");
    const fs::path folder = fs::absolute(file).parent_path();
    BodyArchive made;
    made.log = log;
    made.body = std::move(body);
    Unfinished unfinished(folder);
    Status done = Done{};
    // For its owner alone, as all data is: drafts stand in it.
    Descriptor(unfinished.path(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC).sync();
    {
        ArchiveFile to = ArchiveFile::made(unfinished.path());
        database.read([&](Connection& connection) {
            const auto id = connection.run("SELECT id FROM installation", {});
            if (!id.empty()) made.installation = text(id[0][0]);
            done = write(connection, contents, key, passphrase, to, made);
        });
        GK_CHECK(done);
        note(to, made);
        to.finish();
    }
    Descriptor(unfinished.path(), 0).sync();
    unfinished.keep_as(fs::absolute(file));
    sync_folder(folder);
    return made;
}

}  // namespace gongkai::store
