#include "desk/publishing.h"

#include <doctest/doctest.h>

#include "../disclosure/documents_for_tests.h"
#include "../store/engines.h"
#include "base/digest.h"
#include "desk/document_desk.h"
#include "desk/platform.h"
#include "desk/recording.h"
#include "store/contents.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/people.h"
#include "store/ledger/registers.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::disclosure;
using desk::Publishing;
using gongkai::testing::day;
using gongkai::testing::Folder;
namespace papers = gongkai::testing::publication;
using papers::act;
using papers::publish;
using papers::review;
using papers::said;
using papers::with_body;

namespace {

const journal::LogKey town{330302, 7};
const desk::Actor clerk = desk::Actor::unasked("account/1", 1'741'150'000'000),
                  head = desk::Actor::unasked("account/2", 1'741'150'000'001);
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
    const std::unique_ptr<store::KeptContents> kept =
        store::contents_of(*database, folder.path, limit);
    store::KeptContents& contents = *kept;
    store::Bodies organs;
    Publishing publishing{ledger, documents, registers, contents, organs};

    explicit Office(store::Database::Engine engine) : place(engine) {
        store::migrate(*database);
        organs::Organ body;
        body.key = town;
        body.name = "云溪县柳河镇人民政府";
        body.valid_from = day("2019-05-15");
        REQUIRE(ledger
                    .change(clerk, {town.region, 0},
                            [&](journal::Change& change) -> Status {
                                auto act = organs::bodies::act_for(body, true, {});
                                desk::sign(act, records::row_of<organs::bodies::Subject>(act),
                                           clerk);
                                desk::append<organs::bodies::Subject>(
                                    change, organs::bodies::history_key(town), act);
                                return Done{};
                            })
                    .ok());
    }

    Document drafted(std::string_view mark) {
        return publishing.draft(clerk, town, with_body(papers::content(mark, formed), mark))
            .value();
    }

    Document published(std::string_view mark) {
        const DocumentKey key = drafted(mark).key();
        REQUIRE(publishing.record(clerk, {key, 1}, submission()).ok());
        REQUIRE(publishing.record(head, {key, 2}, clearance(0)).ok());
        return publishing.record(clerk, {key, 3}, publish(today), organ_code).value();
    }

    static Act submission() { return act(Submit{}, today); }
    static Act clearance(int text) { return review(today, text); }

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
        const Document document = office.published("甲");
        CHECK(index_number(document) == "11330302MB1234567X/2025-00001");
        CHECK(index_number(office.published("乙")) == "11330302MB1234567X/2025-00002");
        const desk::Catalogue catalogue(office.ledger, office.documents);
        const auto list = [&] { return catalogue.whole_page(town, {}, today).value().documents; };
        REQUIRE(list().size() == 2);
        CHECK(list()[1].body(office.contents) == "甲");

        const desk::Target target{document.key(), {}};
        const std::string words = "甲的新文";
        const Revise revision{with_body(papers::content("丙", today), words)};
        REQUIRE(desk.record(clerk, target, act(revision, today)).ok());
        CHECK(list()[1].title() == "关于甲的通知");
        CHECK(list()[1].body(office.contents) == "甲");
        REQUIRE(desk.record(clerk, target, Office::submission()).ok());
        REQUIRE(desk.record(head, target, said(Office::clearance(4), "看过了")).ok());
        REQUIRE(desk.record(clerk, target, publish(today)).ok());
        CHECK(list()[1].body(office.contents) == words);

        const Act withdrawal = act(Withdraw{}, today);
        CHECK(code(desk.record(head, target, withdrawal)) == "document.withdraw.reason");
        REQUIRE(desk.record(clerk, target, act(Repeal{today}, today)).ok());
        REQUIRE(desk.record(head, target, said(withdrawal, "附件有身份证号码")).ok());
        CHECK(list().size() == 1);
        const auto annulment = [&](int which, const char* reason) {
            return code(desk.record(head, target, said(act(Annul{{which}}, today), reason)));
        };
        CHECK(annulment(9, "撤错了") == "document.annul.shows");
        CHECK(annulment(8, "没有废止") == "");
        office.check_rows();
    });
}

TEST_CASE("a reason is sealed: no payload has its words") {
    in_each_office([](Office& office) {
        const DocumentKey key = office.published("甲").key();
        const Act withdrawal = said(act(Withdraw{}, today), "附件有王小明的号码");
        REQUIRE(office.publishing.record(head, {key, {}}, withdrawal).ok());
        office.ledger.look([&](const journal::View& view) {
            for (const journal::Entry& entry : view.entries(town, subject(key)))
                CHECK(entry.payload.find("王小明") == std::string::npos);
            const Document back = office.documents.find(view, key).value();
            CHECK(view.open(town, back.acts().back().words.seal) == "附件有王小明的号码");
        });
    });
}

TEST_CASE("what is refused is not recorded") {
    in_each_office([](Office& office) {
        Publishing& desk = office.publishing;
        const DocumentKey key = office.drafted("甲").key();
        const desk::Target target{key, {}};
        const Act submission = Office::submission(), clearance = Office::clearance(0);
        CHECK(code(desk.record(clerk, target, publish(today), organ_code)) ==
              "document.act.not-now");
        CHECK(code(desk.record(clerk, {{town, "2025-9"}, {}}, submission)) == "document.not-found");
        REQUIRE(desk.record(clerk, target, submission).ok());
        CHECK(code(desk.record(clerk, target, clearance)) == "document.review.own");
        CHECK(code(desk.record(head, target, review(day("2025-03-06"), 0))) ==
              "document.act.future");
        CHECK(code(desk.record(clerk, {key, 1}, submission)) == "document.changed");
        office.ledger.look([&](const journal::View& view) {
            CHECK(view.entries(town, subject(key)).size() == 2);
        });
        REQUIRE(desk.record(head, target, clearance).ok());
        CHECK(code(desk.record(clerk, target, publish(today), "x")) == "document.index.form");
        office.check_rows();
    });
}

TEST_CASE("an edit keeps the text and the attachments that it names, and takes no others") {
    in_each_office([](Office& office) {
        Publishing& desk = office.publishing;
        const Content what = papers::content("甲", formed);
        const Attachment given = papers::file("附件.txt", "text/plain", "附件的字");
        const Document document = desk.draft(clerk, town, with_body(what, "正文", {given})).value();
        const Content first = *content_in(document.acts()[0]);
        REQUIRE(first.attachments.size() == 1);
        CHECK(first.attachments[0].size == 12);
        CHECK(office.contents.get(town.region, first.attachments[0].bytes.digest) == "附件的字");

        Content next = first;
        next.title = "新标题";
        Content larger = next;
        larger.attachments.push_back(papers::file("二.txt", "text/plain", "二"));
        const auto edit = [&](const desk::Target& target, const Content& text) {
            return desk.record(clerk, target, act(Edit{text}, today));
        };
        const auto edited = edit({document.key(), 1}, larger);
        REQUIRE(edited.ok());
        const Content& second = *content_in(edited.value().acts()[1]);
        CHECK(second.body.digest == sha256("正文"));
        CHECK(second.attachments.size() == 2);
        CHECK(code(edit({document.key(), 1}, next)) == "document.changed");

        // Another document's text or file cannot be taken over by its digest.
        const DocumentKey other = office.drafted("乙").key();
        CHECK(code(edit({other, {}}, with_body(next, "x"))) == "document.attachment.unknown");
        CHECK(code(edit({other, {}}, first)) == "document.body");
        const auto draft = [&](const Content& text) { return code(desk.draft(clerk, town, text)); };
        CHECK(draft(with_body(next, "x")) == "document.attachment.unknown");
        CHECK(draft(what) == "document.body");
        CHECK(draft(with_body(what, std::string(limit + 1, 'x'))) == "content.too-large");
        office.check_rows();
    });
}

TEST_CASE("the bytes of a file are asked for once nothing else can be refused") {
    in_each_office([](Office& office) {
        desk::DocumentDesk documents(office.ledger, office.documents, office.contents,
                                     office.publishing);
        const auto key = office.drafted("甲").key();
        int asked = 0;
        const std::string bytes(900, 'b');
        desk::NewFile file{
            "收支.txt", "text/plain", bytes.size(), [&]() -> Result<std::shared_ptr<ByteSource>> {
                ++asked;
                return std::shared_ptr<ByteSource>(std::make_shared<MemorySource>(bytes));
            }};
        const auto refused = [&](const desk::Actor& by, const desk::Target& target,
                                 const desk::NewFile& it) {
            const auto done = documents.attach(by, target, it);
            return done.ok() ? "" : done.error().code;
        };
        const desk::Actor reader{{"account/3", clerk.at}, [](records::Right) { return false; }};
        CHECK(refused(reader, {key, 1}, file) == "door.right");
        CHECK(refused(clerk, {{town, "2025-00099"}, 1}, file) == "document.not-found");
        CHECK(refused(clerk, {key, 2}, file) == "document.changed");
        CHECK(refused(clerk, {office.published("乙").key(), 4}, file) == "document.act.not-now");
        auto named = file;
        named.file_name = "a/b.txt";
        CHECK(refused(clerk, {key, 1}, named) == "document.attachment.name");
        CHECK(asked == 0);
        CHECK(refused(clerk, {key, 1}, file) == "");
        CHECK(asked == 1);
        const auto kept = documents.attachment(key, "收支.txt").value();
        CHECK(kept.digest == sha256(bytes));
        CHECK(kept.bytes->read(0, 2000) == bytes);
        CHECK(refused(clerk, {key, 2}, file) == "document.attachment.twice");
        CHECK(asked == 1);
    });
}
