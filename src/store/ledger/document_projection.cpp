#include "disclosure/document_number.h"
#include "disclosure/record.h"
#include "store/ledger/document_repository.h"
#include "store/ledger/projection.h"

namespace gongkai::store {

namespace {

using disclosure::Act;
using disclosure::Document;
using disclosure::Progress;
using disclosure::Stage;
using disclosure::Standing;
using journal::Entry;

// in_preparation: a text is on its way to the public. kind and subject_class are those of what the
// public sees, or else of the last text.
const Table document_table{"document",
                           {"subject"},
                           {"number", "kind", "subject_class", "in_preparation", "is_public",
                            "published_on", "index_number", "index_year", "index_serial"}};
const Table content_table{"document_content", {"digest", "subject"}, {}};

void put_contents(const Entry& entry, const Act& act, Rows& rows) {
    if (!disclosure::has_content(act.kind)) return;
    const auto put = [&](const std::string& digest) {
        rows.put(content_table, entry.log, {digest, entry.subject}, {});
    };
    put(act.content.body_digest);
    for (const disclosure::Attachment& file : act.content.attachments)
        put(file.digest);
}

void apply(const Entry& entry, Rows& rows) {
    const Document it = document_of(rows.entries(entry.log, entry.subject));
    put_contents(entry, it.acts().back(), rows);
    const Progress progress = it.progress();
    const bool is_public = progress.standing == Standing::Public;
    const disclosure::Revision& told =
        is_public ? progress.revisions[std::size_t(progress.shown)] : progress.revisions.back();
    const disclosure::Content& content = it.content(told);
    const std::string index = it.index_number();
    std::int64_t year = 0, serial = 0;
    if (!index.empty()) {
        const auto number = disclosure::IndexNumber::parse(index);
        if (!number.ok()) throw StoreError("索引号的记录不完整：" + entry.subject);
        year = number.value().year();
        serial = number.value().serial();
    }
    rows.put(
        document_table, entry.log, {entry.subject},
        {it.key().number, std::string(name(content.kind)), std::int64_t{content.subject_class.item},
         std::int64_t{progress.stage != Stage::None}, std::int64_t{is_public},
         is_public ? iso(*told.published_on) : std::string(), index, year, serial});
}

}  // namespace

const Projection document_projection{"document.", {&document_table, &content_table}, apply};

}  // namespace gongkai::store
