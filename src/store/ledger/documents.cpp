#include "store/ledger/documents.h"

#include "base/damaged.h"
#include "base/text.h"
#include "disclosure/document_number.h"
#include "store/ledger/document_listing.h"
#include "store/ledger/projection.h"

// The lists of documents: their rows, and what is read from them.
namespace gongkai::store {

namespace {

using journal::Entry;
using journal::LogKey;
using journal::View;
using namespace disclosure;

// in_preparation: a text is on its way to the public. kind and subject_class are those of what the
// public sees, or else of the last text.
const Table document_table{
    "document", {"subject"}, {"number",         "kind",       "subject_class",
                              "in_preparation", "is_public",  "published_on",
                              "index_number",   "index_year", "index_serial",
                              "present_kind",   "title",      "document_number",
                              "words",          "state",      "stage",
                              "standing",       "formed_on",  "first_published_on",
                              "latest",         "due",        "provisional",
                              "told_on",        "refused",    "ends_on",
                              "acts",           "secrets"}};
const Table content_table{"document_content", {"digest", "subject"}, {}};

void put_contents(const Entry& entry, const Act& act, Rows& rows) {
    const Content* content = content_in(act);
    if (!content) return;
    const auto put = [&](const std::string& digest) {
        rows.put(content_table, entry.log, {digest, entry.subject}, {});
    };
    put(content->body.digest);
    for (const Attachment& file : content->attachments)
        put(file.bytes.digest);
}

// The stage of the text in preparation; where none is, what the public has.
std::string state_of(const ListLine& line) {
    return std::string(line.stage == Stage::None ? name(line.standing) : name(line.stage));
}

std::string words_of_line(const ListLine& line) {
    return text::fold(line.title + "\n" + line.document_number + "\n" + line.index_number);
}

void add_line(const ListLine& line, std::vector<Value>& values) {
    const std::string words = words_of_line(line);
    for (Value& value : std::vector<Value>{
             std::string(name(line.kind)), line.title, line.document_number, words, state_of(line),
             std::string(name(line.stage)), std::string(name(line.standing)), iso(line.formed_on),
             day_column(line.first_published_on), iso(line.latest), sorted_day_column(line.due),
             std::int64_t{line.provisional}, day_column(line.told_on), std::int64_t{line.refused},
             day_column(line.ends_on), std::int64_t{line.acts}, seal_column(line.secrets)})
        values.push_back(std::move(value));
}

void apply(const Entry& entry, Rows& rows) {
    const Document document = history_of<DocumentSubject>(rows.entries(entry.log, entry.subject));
    put_contents(entry, document.acts().back(), rows);
    const Progress progress = document.progress();
    const bool is_public = progress.standing == Standing::Public;
    const Revision& told =
        is_public ? progress.revisions[std::size_t(progress.shown)] : progress.revisions.back();
    const Content& content = content_of(document, told);
    const std::string index = index_number(document);
    std::int64_t year = 0, serial = 0;
    if (!index.empty()) {
        const auto number = IndexNumber::parse(index);
        if (!number.ok()) throw StoreError("索引号的记录不完整：" + entry.subject);
        year = number.value().year();
        serial = number.value().serial();
    }
    std::vector<Value> values{document.key().number,
                              std::string(name(content.kind)),
                              std::int64_t{content.subject_class},
                              std::int64_t{progress.stage != Stage::None},
                              std::int64_t{is_public},
                              is_public ? iso(*told.published_on) : std::string(),
                              index,
                              year,
                              serial};
    add_line(list_line(document, rows.rules().calendar()), values);
    rows.put(document_table, entry.log, {entry.subject}, std::move(values));
}

// Those of the texts that lie sealed whose words `q` finds. Each is opened for it: a body has few
// that were never published, and no column may hold their words.
Condition found_in_secrets(const View& view, const LogKey& log, const std::string& sought) {
    const auto open = records::opening_of(view, log);
    const auto words = sought_words(sought);
    Condition found;
    for (const Row& row :
         connection_of(view).run("SELECT subject, secrets, index_number FROM document "
                                 "WHERE region = $1 AND organ = $2 AND secrets <> ''",
                                 {log.region, log.organ})) {
        ListLine line;
        line.secrets = seal_in(row[1]);
        line.index_number = text(row[2]);
        try {
            reveal(line, open);
        } catch (const Damaged&) {
            continue;  // one damaged text shall not keep others from being found
        }
        if (!holds_all(words_of_line(line), words)) continue;
        found.sql += found.sql.empty() ? "VALUES (?)" : ", (?)";
        found.arguments.push_back(row[0]);
    }
    return found;
}

}  // namespace

const Projection document_projection{"document.", {&document_table, &content_table}, apply};

Result<Document> DocumentRepository::find(const View& view, const DocumentKey& key) const {
    const auto entries = view.entries(key.log, subject(key));
    if (entries.empty()) return not_found(DocumentSubject::table(), key.number);
    const auto open = records::opening_of(view, key.log);
    auto acts = acts_of<DocumentSubject>(entries);
    for (Act& act : acts)
        reveal(act, open);
    return Document::recorded(key, std::move(acts));
}

Result<Document> DocumentRepository::find_index(const View& view, const LogKey& log,
                                                const std::string& index_number) const {
    const auto rows = connection_of(view).run(
        "SELECT number FROM document WHERE region = $1 AND organ = $2 AND index_number = $3 "
        "AND index_number <> ''",
        {log.region, log.organ, index_number});
    if (!rows.empty()) return find(view, {log, text(rows[0][0])});
    return Error{ErrorKind::NotFound, "document.not-found",
                 "没有索引号为“" + index_number + "”的文件。请核对索引号。"};
}

std::vector<Document> DocumentRepository::in_preparation(const View& view,
                                                         const LogKey& log) const {
    std::vector<Document> all;
    for (const Row& row : connection_of(view).run(
             "SELECT number FROM document WHERE region = $1 AND organ = $2 AND in_preparation = 1 "
             "ORDER BY subject",
             {log.region, log.organ}))
        all.push_back(find(view, {log, text(row[0])}).value());
    return all;
}

Result<records::Page<ListLine>> DocumentRepository::page(const View& view, const LogKey& log,
                                                         const ListDays& days,
                                                         const records::Ask& ask) const {
    Listing listing = document_listing(days);
    if (!ask.search.empty()) listing.also_found = found_in_secrets(view, log, ask.search);
    GK_TRY(page, page_of(connection_of(view), log, listing, ask));
    return page.shown(document_line);
}

int DocumentRepository::next_index(const View& view, const LogKey& log, int year) const {
    const auto rows = connection_of(view).run(
        "SELECT coalesce(max(index_serial), 0) FROM document WHERE region = $1 AND organ = $2 "
        "AND index_year = $3",
        {log.region, log.organ, std::int64_t{year}});
    return int(whole(rows.at(0)[0])) + 1;
}

}  // namespace gongkai::store
