#include "desk/publishing.h"

#include <doctest/doctest.h>

#include "../disclosure/documents_for_tests.h"
#include "../store/engines.h"
#include "store/contents.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/registers.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::disclosure;
using desk::Publishing;
using desk::Text;
using desk::Upload;
using gongkai::testing::day;
using gongkai::testing::Folder;
namespace publication = gongkai::testing::publication;

namespace {

const journal::LogKey town{330302, 7};
const journal::Signature clerk{"account/1", 1'741'000'000'000},
    head{"account/2", 1'741'000'000'001};
const Date today = day("2025-03-05"), formed = day("2025-03-03");
constexpr std::string_view organ_code = "11330302MB1234567X";
constexpr std::size_t limit = 1000;

// A desk on a store of its own.
struct Office {
    Folder folder;
    testing::Place place;
    std::unique_ptr<store::Database> database = place.open();
    store::Ledger ledger{*database, store::VaultKey::random()};
    store::DocumentRepository documents;
    store::RegisterRepository registers;
    store::ContentFolder contents{folder.path, limit};
    Publishing publishing{ledger, documents, registers, contents};

    explicit Office(store::Database::Engine engine) : place(engine) { store::migrate(*database); }

    Document drafted(std::string_view mark) {
        return publishing.draft(clerk, town, {publication::content(mark, formed), mark, {}}, today)
            .value();
    }

    Document published(std::string_view mark) {
        const DocumentKey key = drafted(mark).key();
        REQUIRE(publishing.submit(clerk, {key, 1}, today).ok());
        REQUIRE(publishing.review(head, {key, 2}, 0, passed(), "", today, today).ok());
        return publishing.publish(clerk, {key, 3}, organ_code, today, today).value();
    }

    static Review passed() { return {Verdict::Public, true, {}, {}}; }

    void check_rows() {
        database->read([](store::Connection& connection) {
            CHECK(store::verify_log(connection, town).faults.empty());
            CHECK(store::verify_projections(connection, town).empty());
        });
    }
};

void in_each_office(const std::function<void(Office&)>& body) {
    Office sqlite(store::Database::Engine::Sqlite);
    body(sqlite);
    if (!testing::has_postgres()) return;
    Office postgres(store::Database::Engine::Postgres);
    body(postgres);
}

template <class T>
std::string code(const Result<T>& result) {
    return result.ok() ? "" : result.error().code;
}

}  // namespace

TEST_CASE("a document goes from draft to the public, is revised and withdrawn") {
    in_each_office([](Office& office) {
        Publishing& desk = office.publishing;
        const Document it = office.published("甲");
        CHECK(it.index_number() == "11330302MB1234567X/2025-00001");
        CHECK(office.published("乙").index_number() == "11330302MB1234567X/2025-00002");
        const auto list = [&] { return desk.catalogue(town, {}, {}, today); };
        REQUIRE(list().size() == 2);
        CHECK(list()[0].body(office.contents) == "甲");

        const std::string words = "甲的新文";
        const auto revised = desk.revise(clerk, {it.key(), {}},
                                         {publication::content("丙", today), words, {}}, today);
        REQUIRE(revised.ok());
        CHECK(list()[0].title() == "关于甲的通知");
        CHECK(list()[0].body(office.contents) == "甲");
        REQUIRE(desk.submit(clerk, {it.key(), {}}, today).ok());
        REQUIRE(
            desk.review(head, {it.key(), {}}, 4, Office::passed(), "看过了", today, today).ok());
        REQUIRE(desk.publish(clerk, {it.key(), {}}, "", today, today).ok());
        CHECK(list()[0].body(office.contents) == words);

        CHECK(code(desk.withdraw(head, {it.key(), {}}, "", today)) == "document.withdraw.reason");
        REQUIRE(desk.end(clerk, {it.key(), {}}, ActKind::Repeal, today, today, today).ok());
        REQUIRE(desk.withdraw(head, {it.key(), {}}, "附件有身份证号码", today).ok());
        CHECK(list().size() == 1);
        CHECK(code(desk.annul(head, {it.key(), {}}, 9, "撤错了", today)) == "document.annul.shows");
        REQUIRE(desk.annul(head, {it.key(), {}}, 8, "没有废止", today).ok());
        office.check_rows();
    });
}

TEST_CASE("a reason is sealed: no payload has its words") {
    in_each_office([](Office& office) {
        const Document it = office.published("甲");
        REQUIRE(office.publishing.withdraw(head, {it.key(), {}}, "附件有王小明的号码", today).ok());
        office.ledger.look([&](const journal::View& view) {
            for (const journal::Entry& entry : view.entries(town, subject(it.key())))
                CHECK(entry.payload.find("王小明") == std::string::npos);
            const Document back = office.documents.find(view, it.key()).value();
            CHECK(view.open(town, back.acts().back().words) == "附件有王小明的号码");
        });
    });
}

TEST_CASE("what is refused is not recorded") {
    in_each_office([](Office& office) {
        Publishing& desk = office.publishing;
        const DocumentKey key = office.drafted("甲").key();
        CHECK(code(desk.publish(clerk, {key, {}}, organ_code, today, today)) ==
              "document.act.not-now");
        CHECK(code(desk.submit(clerk, {{town, "2025-9"}, {}}, today)) == "document.not-found");
        REQUIRE(desk.submit(clerk, {key, {}}, today).ok());
        CHECK(code(desk.review(clerk, {key, {}}, 0, Office::passed(), "", today, today)) ==
              "document.review.own");
        CHECK(code(desk.review(head, {key, {}}, 0, Office::passed(), "", day("2025-03-06"),
                               today)) == "document.act.future");
        CHECK(code(desk.submit(clerk, {key, 1}, today)) == "document.changed");
        office.ledger.look([&](const journal::View& view) {
            CHECK(view.entries(town, subject(key)).size() == 2);
        });
        REQUIRE(desk.review(head, {key, {}}, 0, Office::passed(), "", today, today).ok());
        CHECK(code(desk.publish(clerk, {key, {}}, "x", today, today)) == "document.index.form");
        office.check_rows();
    });
}

TEST_CASE("an edit keeps the text and the attachments that it names, and takes no others") {
    in_each_office([](Office& office) {
        Publishing& desk = office.publishing;
        const Upload file{"附件.txt", "text/plain", "附件的字"};
        const Content what = publication::content("甲", formed);
        const Document it = desk.draft(clerk, town, {what, "正文", {&file, 1}}, today).value();
        const Content first = it.acts()[0].content;
        REQUIRE(first.attachments.size() == 1);
        CHECK(first.attachments[0].size == 12);
        CHECK(office.contents.get(first.attachments[0].digest) == "附件的字");

        Content next = first;
        next.title = "新标题";
        const Upload more{"二.txt", "text/plain", "二"};
        const auto edited = desk.edit(clerk, {it.key(), 1}, {next, {}, {&more, 1}}, today);
        REQUIRE(edited.ok());
        const Content& second = edited.value().acts()[1].content;
        CHECK(second.body_digest == sha256("正文"));
        CHECK(second.attachments.size() == 2);
        CHECK(code(desk.edit(clerk, {it.key(), 1}, {next, {}, {}}, today)) == "document.changed");

        // Another document's file cannot be taken over by its digest.
        const Document other = office.drafted("乙");
        CHECK(code(desk.edit(clerk, {other.key(), {}}, {next, {}, {}}, today)) ==
              "document.attachment.unknown");
        CHECK(code(desk.draft(clerk, town, {next, "x", {}}, today)) ==
              "document.attachment.unknown");
        CHECK(code(desk.draft(clerk, town, {what, {}, {}}, today)) == "document.body");
        const std::string large(limit + 1, 'x');
        CHECK(code(desk.draft(clerk, town, {what, large, {}}, today)) == "content.too-large");
        office.check_rows();
    });
}
