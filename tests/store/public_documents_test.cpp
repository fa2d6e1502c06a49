#include <doctest/doctest.h>

#include "../disclosure/documents_for_tests.h"
#include "engines.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/projected_by.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing::publication;
using gongkai::testing::day;
using gongkai::testing::on_each_database;
using journal::Change;
using journal::LogKey;
using journal::View;

namespace {

const LogKey town{330302, 7}, other_town{330302, 8};
const DocumentRepository documents;

// A body's documents, recorded act by act.
class Town {
public:
    explicit Town(Database& database) : database_(database), ledger_(database, key_) {}

    std::string publish_one(const Content& text, const char* on, const LogKey& log = town) {
        const Date when = day(on);
        const std::string number = std::to_string(++serial_);
        const Document it =
            told(drafted(text, when),
                 {act(Submit{}, when), review(when, 0),
                  publish(when, "X/" + std::string(on).substr(0, 4) + "-0000" + number)});
        const std::string subject = "document/2025-000" + number;
        for (const Act& each : it.acts())
            record(subject, each, log);
        return subject;
    }
    void record(const std::string& subject, const Act& it, const LogKey& log = town) {
        REQUIRE(ledger_
                    .change({it.by, 1'767'225'600'000}, log,
                            [&](Change& change) -> Status {
                                change.append({subject, records::entry_kind<DocumentSubject>(it),
                                               records::record<DocumentSubject>(it)});
                                return Done{};
                            })
                    .ok());
    }
    template <class Work>
    auto look(Work work) const {
        std::optional<std::invoke_result_t<Work, const View&>> result;
        ledger_.look([&](const View& view) { result.emplace(work(view)); });
        return std::move(*result);
    }
    std::string faults() const {
        std::string all;
        database_.read([&](Connection& connection) {
            for (const auto& fault : verify_projections(connection, town))
                all += fault.what + "\n";
        });
        return all;
    }
    PublicPage page(const records::Ask& ask, const std::string& before = {}) const {
        return look([&](const View& view) {
            return documents.public_page(view, town, ask, before).value();
        });
    }

private:
    Database& database_;
    VaultKey key_ = VaultKey::random();
    store::Ledger ledger_;
    int serial_ = 0;
};

void in_each_town(const std::function<void(Town&, Database&)>& body) {
    on_each_database([&](Database& database) {
        migrate(database);
        Town it(database);
        body(it, database);
    });
}

std::string titles(const std::vector<PublicRow>& rows) {
    std::string all;
    for (const PublicRow& row : rows)
        all += row.title + " ";
    return all;
}

records::Ask of_two(std::string after = {}) {
    records::Ask ask;
    ask.limit = 2;
    ask.after = std::move(after);
    return ask;
}

Content called(const char* title) {
    Content text = content("甲", day("2023-01-01"));
    text.title = title;
    return text;
}

}  // namespace

TEST_CASE("the public list goes by pages forwards and back while others publish") {
    in_each_town([](Town& it, Database&) {
        for (const char* on :
             {"2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"})
            it.publish_one(called(on), on);
        const auto first = it.page(of_two());
        CHECK(titles(first.rows) == "2025-05-01 2025-04-01 ");
        CHECK(first.before == "");
        CHECK(first.count == records::Count{5, false});
        const auto second = it.page(of_two(first.after));
        CHECK(titles(second.rows) == "2025-03-01 2025-02-01 ");
        it.publish_one(called("new"), "2025-06-01");
        CHECK(titles(it.page(of_two(first.after)).rows) == "2025-03-01 2025-02-01 ");
        const auto third = it.page(of_two(second.after));
        CHECK(titles(third.rows) == "2025-01-01 ");
        CHECK(third.after == "");
        CHECK(titles(it.page(of_two(), third.before).rows) == "2025-03-01 2025-02-01 ");
        const auto back = it.page(of_two(), second.before);
        CHECK(titles(back.rows) == "2025-05-01 2025-04-01 ");
        CHECK(back.before != "");  // the new one
        CHECK(titles(it.page(of_two(), back.before).rows) == "new ");
        CHECK(titles(it.page(of_two(back.after)).rows) == "2025-03-01 2025-02-01 ");
        it.look([&](const View& view) {
            const auto code = [&](const records::Ask& ask, const std::string& before) {
                return documents.public_page(view, town, ask, before).error().code;
            };
            CHECK(code(of_two("abc"), {}) == "list.cursor");
            CHECK(code(of_two(), second.after) == "list.cursor");  // of the other way round
            return 0;
        });
    });
}

TEST_CASE("a row says what the document's public view says, and goes with it") {
    in_each_town([](Town& it, Database& database) {
        Content text = content("甲", day("2025-01-02"), Kind::NormativeDocument);
        text.attachments.push_back({"a.pdf", "application/pdf", 1, {{}, sha256("x")}});
        const auto subject = it.publish_one(text, "2025-03-03");
        const auto row = it.look(
            [&](const View& view) { return documents.find_short(view, town, "2025-00001"); });
        REQUIRE(row);
        CHECK(row->title == "关于甲的通知");
        CHECK(row->document_number == "茶政发〔2025〕3号");
        CHECK(row->kind == Kind::NormativeDocument);
        CHECK(row->subject_class == 7);
        CHECK(row->formed_on == day("2025-01-02"));
        CHECK(row->published_on == day("2025-03-03"));
        CHECK(row->attachments == 1);
        CHECK(!row->ending);
        CHECK(validity(*row, day("2025-04-01")) == "现行有效");
        it.look([&](const View& view) {
            CHECK(documents.find_public(view, town, subject) == row);
            CHECK(!documents.find_short(view, other_town, "2025-00001"));
            CHECK(!documents.find_short(view, town, "2025-00002"));
            CHECK(documents.find(view, row->key).ok());
            return 0;
        });
        it.record(subject, end<Repeal>(day("2025-04-01"), day("2025-05-01")));
        const auto ended =
            it.look([&](const View& view) { return documents.find_public(view, town, subject); });
        CHECK(validity(*ended, day("2025-04-30")) == "将于2025年5月1日废止");
        CHECK(validity(*ended, day("2025-05-01")) == "已于2025年5月1日废止");
        it.record(subject, withdraw(day("2025-06-01")));
        CHECK(it.page({}).rows.empty());
        CHECK(database.run("SELECT pair FROM public_document_pair", {}).empty());
        CHECK(it.faults() == "");
    });
}

TEST_CASE("drafts and new texts in the making are in no public row") {
    in_each_town([](Town& it, Database& database) {
        const Date on = day("2025-03-03");
        it.record("document/2025-0009", text<Draft>(on, called("金丝雀一")));
        const auto subject = it.publish_one(called("公开的"), "2025-03-03");
        it.record(subject, text<Revise>(on, called("金丝雀二")));
        for (const char* table : {"public_document", "public_document_pair"})
            for (const Row& row : database.run("SELECT * FROM " + std::string(table), {}))
                for (const Value& value : row)
                    if (const auto* word = std::get_if<std::string>(&value))
                        CHECK(word->find("丝雀") == std::string::npos);
        CHECK(titles(it.page({}).rows) == "公开的 ");
        CHECK(it.faults() == "");
    });
}

TEST_CASE("counts are of each kind, class and year, and of the body alone") {
    in_each_town([](Town& it, Database&) {
        it.publish_one(content("甲", day("2025-01-01"), Kind::Rule), "2025-01-01");
        it.publish_one(called("乙"), "2023-12-31");
        it.publish_one(called("丙"), "2025-12-31");
        it.publish_one(called("丁"), "2025-12-31", other_town);
        const auto counts =
            it.look([](const View& view) { return documents.public_counts(view, town); });
        const auto number = [](const records::Count& count) { return count.number; };
        CHECK(number(counts.all) == 3);
        CHECK(number(counts.kinds.at(Kind::Rule)) == 1);
        CHECK(number(counts.kinds.at(Kind::Information)) == 2);
        CHECK(number(counts.kinds.at(Kind::Interpretation)) == 0);
        CHECK(number(counts.classes.at(7)) == 3);
        CHECK(number(counts.classes.at(8)) == 0);
        CHECK(number(counts.years.at(2023)) == 1);
        CHECK(number(counts.years.at(2024)) == 0);
        CHECK(number(counts.years.at(2025)) == 2);
        CHECK(counts.years.size() == 3);
    });
}

TEST_CASE("words are found in title, number, keywords and abstract, in any width and script") {
    in_each_town([](Town& it, Database&) {
        Content text = called("关于財務公开的通知");
        text.abstract = "概述ＡＢＣ";
        text.keywords = {"收支表"};
        it.publish_one(text, "2025-03-03");
        it.publish_one(called("别的"), "2025-03-04");
        for (const auto& [words, found] : {std::pair("财务", true),
                                           {"abc", true},
                                           {"收支", true},
                                           {"没有", false},
                                           {"%", false}}) {
            CAPTURE(words);
            records::Ask ask;
            ask.search = words;
            CHECK((it.page(ask).rows.size() == 1) == found);
        }
    });
}

TEST_CASE("an interpretation and what it explains are found from each other") {
    in_each_town([](Town& it, Database&) {
        // Documents are judged under the first number before they get their own, and none explains
        // itself.
        it.publish_one(called("别的"), "2024-12-01");
        const auto explained = it.publish_one(called("办法"), "2025-01-01");
        for (const auto& [title, on] :
             {std::pair("解读一", "2025-02-01"), {"解读二", "2025-03-01"}}) {
            Content text = called(title);
            text.kind = Kind::Interpretation;
            text.interprets = explained;
            it.publish_one(text, on);
        }
        Content long_one = called("乱写的");
        long_one.kind = Kind::Interpretation;
        long_one.interprets = std::string(5000, 'x');  // anything is accepted there
        it.publish_one(long_one, "2025-03-02");
        it.look([&](const View& view) {
            CHECK(titles(documents.interpreting(view, town, explained, 9)) == "解读二 解读一 ");
            CHECK(titles(documents.interpreting(view, town, explained, 1)) == "解读二 ");
            CHECK(documents.interpreting(view, town, "", 9).empty());
            CHECK(documents.find_short(view, town, "2025-00003")->interprets == explained);
            return 0;
        });
    });
}

TEST_CASE("rules on disclosure are those that are named or marked so") {
    in_each_town([](Town& it, Database&) {
        it.publish_one(called("政府信息公开办法"), "2025-01-01");
        Content marked = called("保密审查办法");
        marked.keywords.push_back("政府信息公开制度");
        it.publish_one(marked, "2025-02-01");
        it.publish_one(called("别的"), "2025-03-01");
        Content explained = called("《政府信息公开办法》解读");
        explained.kind = Kind::Interpretation;
        it.publish_one(explained, "2025-04-01");
        CHECK(titles(it.look([](const View& view) {
                  return documents.about_disclosure(view, town, 9);
              })) == "保密审查办法 政府信息公开办法 ");
    });
}

TEST_CASE("likely documents have most of the pairs of signs that were asked for") {
    in_each_town([](Town& it, Database&) {
        it.publish_one(called("2024年低保名单"), "2025-01-01");
        it.publish_one(called("低保办法"), "2025-02-01");
        it.publish_one(called("公路养护计划"), "2025-03-01");
        const auto likely = [&](std::string_view wanted) {
            const auto pairs = sign_pairs(wanted);
            return titles(
                it.look([&](const View& view) { return documents.likely(view, town, pairs, 5); }));
        };
        CHECK(likely("低保名单") == "2024年低保名单 ");
        CHECK(likely("低保办法") == "低保办法 ");
        CHECK(likely("公路养护") == "公路养护计划 ");
        CHECK(likely("低保") == "");  // one pair is too little
        CHECK(likely("公路局低保名单的申请表格") == "");
        CHECK(likely("") == "");
    });
}

TEST_CASE("rows that a migration asks for are made from the journal") {
    in_each_town([](Town& it, Database& database) {
        it.publish_one(called("甲"), "2025-01-01");
        it.publish_one(called("乙"), "2025-02-01");
        const auto run = [&](const char* sql) {
            database.transaction([&](Connection& connection) { connection.run_script(sql); });
        };
        run("DELETE FROM public_document; DELETE FROM public_document_pair;"
            "UPDATE projected_by SET rules = ''");
        CHECK(it.faults() != "");
        const auto state = [&] {
            return it.look([](const View& view) { return documents.public_state(view, town); });
        };
        const auto before = state();
        keep_projected_by(database, VaultKey::random(), carried_rules());
        CHECK(it.faults() == "");
        CHECK(titles(it.page({}).rows) == "乙 甲 ");
        CHECK(state() != before);  // pages of the rows as they were are old
    });
}

TEST_CASE("the public state of a body changes with its log and its region's, and no other") {
    in_each_town([](Town& it, Database&) {
        const auto state = [&] {
            return it.look([](const View& view) { return documents.public_state(view, town); });
        };
        auto before = state();
        it.publish_one(called("甲"), "2025-01-01", other_town);
        CHECK(state() == before);
        it.publish_one(called("甲"), "2025-01-01");
        CHECK(state() != before);
        before = state();
        it.record("document/2025-0001", text<Draft>(day("2025-01-01"), called("乙")), {330302, 0});
        CHECK(state() != before);
    });
}
