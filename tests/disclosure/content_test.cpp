#include "disclosure/content.h"

#include <doctest/doctest.h>

#include "disclosure/document_number.h"
#include "documents_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::publication;
using gongkai::testing::day;

namespace {

const Date today = day("2025-03-03"), tomorrow = day("2025-03-04");

template <class T>
std::string code(const Result<T>& result) {
    return result.ok() ? "" : result.error().code;
}

}  // namespace

TEST_CASE("a document number is read as the standard has it") {
    const struct {
        const char* text;
        const char* refusal;
    } cases[] = {
        {"国办发〔2017〕47号", ""},
        {"浙政办发〔2025〕100号", ""},
        {"国办发[2017]47号", "document.number.brackets"},
        {"国办发（2017）47号", "document.number.brackets"},
        {"国办发〕2017〔47号", "document.number.brackets"},
        {"国办发〔2017〕47", "document.number.end"},
        {"〔2017〕47号", "document.number.issuer"},
        {"国办发〔17〕47号", "document.number.year"},
        {"国办发〔0017〕47号", "document.number.year"},
        {"国办发〔2017〕047号", "document.number.serial"},
        {"国办发〔2017〕第47号", "document.number.serial"},
        {"国办发〔2017〕-4号", "document.number.serial"},
        {"国办发〔2017〕号", "document.number.serial"},
        {"国办发〔2017〕99999999999号", "document.number.serial"},
        {"", "document.number.brackets"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto number = DocumentNumber::parse(c.text);
        CHECK(code(number) == c.refusal);
        if (number.ok()) CHECK(number.value().text() == c.text);
    }
    CHECK(DocumentNumber::parse("国办发〔2017〕47号").value().year() == 2017);
    CHECK(is_decree_number("茶乌市人民政府令第12号"));
    CHECK_FALSE(is_decree_number("茶乌市人民政府令第012号"));
    CHECK_FALSE(is_decree_number("令第12号"));
    CHECK_FALSE(is_decree_number("令第号"));
}

TEST_CASE("an index number has a code, a year and a serial number") {
    CHECK(IndexNumber::make("11330302MB1234567X", 2026, 12).value().text() ==
          "11330302MB1234567X/2026-00012");
    CHECK(IndexNumber::make("X", 2026, 123456).value().text() == "X/2026-123456");
    for (const char* good : {"11330302MB1234567X/2026-00012", "X/2026-123456"})
        CHECK(IndexNumber::parse(good).value().text() == good);
    for (const char* bad : {"", "/2026-00012", "x/2026-00012", "X/26-00012", "X/2026-12",
                            "X/2026-00000", "X/2026-012345", "X/2026-0001a", "X/2026-", "X2026"})
        CHECK(code(IndexNumber::parse(bad)) == "document.index.form");
    CHECK(code(IndexNumber::make("", 2026, 1)) == "document.index.form");
}

TEST_CASE("a text that cannot be worked on is refused") {
    const auto refusal = [](void (*change)(Content&)) {
        Content text = content("甲", today, Kind::NormativeDocument);
        change(text);
        return code(check(text, today));
    };
    CHECK(refusal([](Content&) {}) == "");
    CHECK(refusal([](Content& text) { text.title = " 　"; }) == "document.title");
    CHECK(refusal([](Content& text) { text.title.assign(301, 'x'); }) == "document.title");
    CHECK(refusal([](Content& text) { text.title = "\xff"; }) == "document.encoding");
    CHECK(refusal([](Content& text) { text.keywords = {std::string("\0", 1)}; }) ==
          "document.encoding");
    CHECK(refusal([](Content& text) { text.body.digest = "../../etc"; }) == "document.body");
    CHECK(refusal([](Content& text) { text.subject_class = 16; }) == "document.subject-class");
    CHECK(refusal([](Content& text) { text.formed_on = tomorrow; }) == "document.formed.future");
    CHECK(refusal([](Content& text) { text.issued_on = tomorrow; }) == "document.issued.future");
    CHECK(refusal([](Content& text) { text.document_number = "令第12号"; }) ==
          "document.number.brackets");
    CHECK(refusal([](Content& text) {
              text.kind = Kind::Rule;
              text.document_number = "茶乌市人民政府令第12号";
          }) == "");
    CHECK(refusal([](Content& text) {
              text.attachments = {{"", "", 0, text.body}};
          }) == "document.attachment.name");
    CHECK(refusal([](Content& text) {
              text.attachments = {{"../a", "", 0, text.body}};
          }) == "document.attachment.name");
    CHECK(refusal([](Content& text) {
              text.attachments = {{"a", "", 0, {"", "x"}}};
          }) == "document.attachment.digest");
    CHECK(refusal([](Content& text) {
              text.attachments = {{"a", "", 0, text.body}, {"a", "", 0, text.body}};
          }) == "document.attachment.twice");
}

TEST_CASE("a text that lacks something is not sent to review") {
    const auto refusal = [](Kind kind, void (*change)(Content&)) {
        Content text = content("甲", today, kind);
        change(text);
        return code(drafted(text, today).after(act(Submit{}, today)));
    };
    CHECK(refusal(Kind::Information, [](Content&) {}) == "");
    CHECK(refusal(Kind::Information, [](Content& text) { text.abstract.clear(); }) ==
          "document.abstract");
    CHECK(refusal(Kind::Information, [](Content& text) { text.channels.clear(); }) ==
          "document.channels");
    for (const Kind kind : {Kind::NormativeDocument, Kind::Rule}) {
        CHECK(refusal(kind, [](Content&) {}) == "");
        CHECK(refusal(kind, [](Content& text) { text.document_number.clear(); }) ==
              "document.number.missing");
        CHECK(refusal(kind, [](Content& text) { text.issued_on.reset(); }) ==
              "document.issued.missing");
    }
}

TEST_CASE("each subject class names its article") {
    CHECK(law::chinese(subject_clause(7)) == "《条例》第二十条第七项");
    CHECK(law::chinese(subject_clause(0)) == "《条例》第二十一条");
    CHECK(subject_words(7) == "财政预算、决算信息");
}

TEST_CASE("an act is read back from its record as it was") {
    Content every = content("甲", today, Kind::Interpretation);
    every.attachments = {{"附件1.pdf", "application/pdf", 1234, {"", sha256("x")}}};
    every.interprets = "document/2025-0002";
    every.channels = {Channel::Gazette, Channel::Board};
    every.audience = "个体工商户";
    every.issued_on = today;
    Content bare = content("乙", today);
    bare.keywords.clear();
    bare.source.clear();
    const std::vector<Act> acts{text<Draft>(today, every),
                                text<Edit>(today, bare),
                                text<Revise>(today, content("丙", today, Kind::Rule)),
                                act(Submit{}, today),
                                review(today, 1),
                                review(today, 1, Verdict::NotPublic),
                                with_words(review(today, 1, Verdict::AskOthers)),
                                publish(today, "X/2025-00001"),
                                publish(today),
                                withdraw(today),
                                end<Repeal>(today, tomorrow),
                                end<Expire>(today, today),
                                annul(today, 3)};
    for (const Act& each : acts) {
        CAPTURE(kind_of(each));
        const auto bytes = journal::canonical(records::record<DocumentSubject>(each));
        auto back = records::act_of<DocumentSubject>("document." + std::string(kind_of(each)),
                                                     journal::parse_canonical(bytes).value());
        REQUIRE(back.ok());
        back.value().by = each.by;
        CHECK(back.value() == each);
    }
    const auto refusal = [](std::string_view kind, const journal::Record& payload) {
        return code(records::act_of<DocumentSubject>(kind, payload));
    };
    const auto publication = records::record<DocumentSubject>(publish(today));
    CHECK(refusal("document.publish", publication) == "");
    for (const std::string_view other : {"document.draft", "document.review", "document.repeal",
                                         "request.register", "document.burn"})
        CHECK(refusal(other, publication) == "document.record");
    CHECK(refusal("document.submit", journal::Record{}) == "document.record");
}
