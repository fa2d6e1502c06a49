#include "../disclosure/documents_for_tests.h"
#include "../store/stored_bytes_for_tests.h"
#include "disclosure/offer.h"
#include "office_for_tests.h"

// The words of a draft and the grounds of its review may themselves be secret (《条例》第十七条):
// they lie sealed until the text is published.
using namespace gongkai;
using namespace gongkai::disclosure;
using gongkai::testing::day;
using gongkai::testing::holds_bytes;
using gongkai::testing::Place;
using gongkai::testing::TestOffice;
namespace papers = gongkai::testing::publication;

namespace {

constexpr std::string_view title = "金丝雀标题", abstract = "金丝雀概述",
                           number = "金雀政发〔2025〕9号", keyword = "金丝雀词",
                           source = "金丝雀来源", audience = "金丝雀对象",
                           file_name = "金丝雀附件.txt", ground = "金丝雀理由",
                           remark = "金丝雀意见";
constexpr std::string_view of_the_text[] = {title,  abstract, number,   keyword,
                                            source, audience, file_name};
constexpr std::string_view organ_code = "11330302MB1234567X";
const Date formed = day("2025-03-03"), today = day("2025-03-05");

Content marked() {
    Content text = papers::with_body(papers::content("x", formed), "没有记号的正文",
                                     {papers::file(std::string(file_name), "text/plain", "字")});
    text.title = title;
    text.abstract = abstract;
    text.document_number = number;
    text.keywords = {std::string(keyword)};
    text.source = source;
    text.audience = audience;
    return text;
}

struct Desk {
    TestOffice& office;
    journal::LogKey town;
    DocumentKey key{};
    desk::Actor clerk = TestOffice::at("2025-03-05", "account/1"),
                head = TestOffice::at("2025-03-05", "account/2");

    desk::Publishing& publishing() { return office.desks.publishing; }
    Document draft(const Content& content) {
        auto made = publishing().draft(clerk, town, content).value();
        key = made.key();
        return made;
    }
    Document record(const desk::Actor& by, Act act) {
        return publishing().record(by, {key, {}}, std::move(act), organ_code).value();
    }
    Document found() {
        Result<Document> found = Error{};
        office.ledger.look(
            [&](const journal::View& view) { found = office.documents.find(view, key); });
        return found.value();
    }
    bool is_offered(std::string_view kind) {
        const auto all = offers(found(), "account/1", today);
        const auto one = std::ranges::find(all, kind, [](const Offer& it) { return it.row->name; });
        return one != all.end() && one->why_not.empty();
    }
    // The titles that the office's list finds.
    std::vector<std::string> listed(std::string_view sought = "") {
        records::Ask ask;
        ask.search = sought;
        std::vector<std::string> titles;
        const auto page = office.desks.document_list.page(town, today, ask);
        for (const auto& row : page.value().rows)
            titles.push_back(row.line.title);
        return titles;
    }
};

void on_each_desk(const std::function<void(Desk&, const Place&)>& body) {
    testing::on_each_engine([&](const Place& place) {
        const auto database = place.open();
        TestOffice office(*database);
        Desk desk{office, office.town()};
        body(desk, place);
        CHECK(office.faults() == "");
    });
}

Act cleared(Verdict verdict, int text) {
    Act act = papers::said(papers::review(today, text, verdict), std::string(remark));
    papers::conclusion_of(act).basis = ground;
    return act;
}

}  // namespace

TEST_CASE("the words of a draft and the grounds of its review are nowhere until it is published") {
    on_each_desk([](Desk& it, const Place& place) {
        const auto stored = [&](std::string_view mark) {
            return holds_bytes(place, it.office.database, mark);
        };
        it.draft(marked());
        it.record(it.clerk, papers::act(Edit{present_content(it.found())}, today));
        it.record(it.clerk, papers::act(Submit{}, today));
        it.record(it.head, cleared(Verdict::NotPublic, 1));
        it.record(it.clerk, papers::act(Submit{}, today));
        it.record(it.head, cleared(Verdict::Public, 1));
        for (const auto mark : of_the_text) {
            CAPTURE(mark);
            CHECK_FALSE(stored(mark));
        }
        CHECK_FALSE(stored(ground));

        // The office is offered what it may do, though the words come by a seal.
        CHECK(it.is_offered("publish"));
        it.record(it.clerk, papers::publish(today));
        for (const auto mark : of_the_text) {
            CAPTURE(mark);
            CHECK(stored(mark));
        }
        // Why it was first found not to be public stays with the office.
        CHECK_FALSE(stored(ground));
        CHECK_FALSE(stored(remark));
    });
}

TEST_CASE("whoever works on a draft reads it as it was written") {
    on_each_desk([](Desk& it, const Place&) {
        it.draft(marked());
        it.record(it.clerk, papers::act(Submit{}, today));
        const Document document = it.record(it.head, cleared(Verdict::NotPublic, 0));
        CHECK(it.found().acts() == document.acts());
        const Document found = it.found();
        const Content& content = present_content(found);
        CHECK(content.title == title);
        CHECK(content.attachments.at(0).file_name == file_name);
        CHECK(content.keywords == std::vector{std::string(keyword)});
        const Conclusion& conclusion = found.acts()[2].as<Review>()->conclusion;
        CHECK(conclusion.basis == ground);
        CHECK(conclusion.ground == law::regulation("16.1"));
        it.office.ledger.look([&](const journal::View& view) {
            const auto working = it.office.documents.in_preparation(view, it.town);
            REQUIRE(working.size() == 1);
            CHECK(present_content(working[0]).title == title);
        });
    });
}

TEST_CASE("the office's list shows and finds drafts by their sealed words") {
    on_each_desk([](Desk& it, const Place&) {
        it.draft(marked());
        Content other = papers::with_body(papers::content("公交", formed), "别的正文");
        it.draft(other);
        const std::vector<std::string> both{"关于公交的通知", std::string(title)},
            first{std::string(title)};
        CHECK(it.listed() == both);
        CHECK(it.listed("丝雀标") == first);
        CHECK(it.listed("标题 金雀政发") == first);
        CHECK(it.listed("标题 公交") == std::vector<std::string>{});
        CHECK(it.listed("2025-0001") == first);
        CHECK(it.listed("概述") == std::vector<std::string>{});
        // A new text of what is public: the list tells of the new one, the public of the old.
        it.record(it.clerk, papers::act(Submit{}, today));
        it.record(it.head, cleared(Verdict::Public, 0));
        it.record(it.clerk, papers::publish(today));
        other.title = "金丝雀新题";
        it.record(it.clerk, papers::act(Revise{other}, today));
        CHECK(it.listed("金丝雀") == std::vector{std::string("金丝雀新题"), std::string(title)});
        CHECK(it.listed("公交") == std::vector<std::string>{});
        const auto shown = PublicView::of(it.found(), today);
        REQUIRE(shown);
        CHECK(shown->title() == "关于公交的通知");
    });
}

TEST_CASE("what is published is the text that was reviewed, and needs no key to be read") {
    on_each_desk([](Desk& it, const Place&) {
        it.draft(marked());
        it.record(it.clerk, papers::act(Submit{}, today));
        it.record(it.head, cleared(Verdict::Public, 0));
        Content another = stated(present_content(it.found()));
        another.title = "没有审查过的标题";
        Act act = papers::publish(today, "11330302MB1234567X/2025-00001");
        std::get<Publish>(act.what).content = another;
        CHECK(it.found().after(act).error().code == "document.publish.text");
        std::get<Publish>(act.what).content.reset();
        CHECK(it.found().after(act).error().code == "document.publish.text");

        it.record(it.clerk, papers::publish(today));
        it.office.ledger.look([&](const journal::View& view) {
            it.office.documents.each(view, it.town, [&](const Document& unopened) {
                CHECK(content_in(unopened.acts()[0])->title.empty());
                CHECK(present_content(unopened).title == title);
                CHECK(present_content(unopened).attachments.at(0).file_name == file_name);
            });
        });
        // Taken down it is unpublished, not unsaid: the journal has stated it.
        it.record(it.head, papers::said(papers::act(Withdraw{}, today), "撤下的原因"));
        CHECK_FALSE(PublicView::of(it.found(), today));
        CHECK(it.listed("丝雀标") == std::vector{std::string(title)});
    });
}

TEST_CASE("one box that does not open takes no list with it") {
    on_each_desk([](Desk& it, const Place&) {
        const Document damaged = it.draft(marked());
        it.draft(papers::with_body(papers::content("公交", formed), "别的正文"));
        const std::string id = content_in(damaged.acts()[0])->secrets.seal.id;
        const auto box = it.office.database.run("SELECT box FROM sealed_datum WHERE id = $1", {id});
        const auto put = [&](const store::Value& bytes) {
            it.office.database.transaction([&](store::Connection& connection) {
                connection.run("UPDATE sealed_datum SET box = $1 WHERE id = $2", {bytes, id});
            });
        };
        put(store::blob_of("另外的字节"));
        CHECK(it.listed() == std::vector<std::string>{"关于公交的通知", "（内容已损坏）"});
        CHECK(it.listed("公交") == std::vector<std::string>{"关于公交的通知"});
        put(box.at(0).at(0));
    });
}
