#include "desk/letter.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "law/clause.h"
#include "reader/reader.h"

using namespace gongkai;
using desk::LetterKind;
using desk::Notice;
using law::DecisionCode;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

const files::Letters& letters() {
    static const auto it = files::load_letters().value();
    return it;
}

std::vector<LetterKind> every_kind() {
    std::vector<LetterKind> all;
    for (int i = 0; i < desk::notices; ++i)
        all.emplace_back(Notice(i));
    for (const auto& it : law::decisions())
        all.emplace_back(it.code);
    return all;
}

desk::LetterFacts facts_for(LetterKind kind) {
    desk::LetterFacts facts;
    facts.organ = "云岭县民政局";
    facts.number = "云民公复〔2026〕14号";
    facts.addressee = "林知秋";
    facts.contact = "云岭县民政局办公室，0000-1234567";
    facts.date = day("2026-03-16");
    facts.review_organ = "云岭县人民政府";
    facts.court = "云岭县人民法院";
    facts.online_review = "https://example.invalid/fuyi";
    const auto* pattern = letters().find(desk::template_id(kind));
    REQUIRE(pattern);
    const auto wanted = desk::wanted_facts(*pattern);
    for (const auto& names : {wanted.needed, wanted.optional})
        for (const auto& name : names)
            if (name.ends_with("日期") || name.ends_with("期限"))
                facts.more[name] = day("2026-03-02");
            else
                facts.more[name] = "某项" + name;
    return facts;
}

bool has(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

std::string read_text(const std::string& bytes) {
    std::string all;
    const auto document = reader::read(bytes).value();
    for (const auto& block : document.blocks)
        if (const auto* it = std::get_if<reader::Paragraph>(&block.content)) all += it->text + "\n";
    return all;
}

}  // namespace

TEST_CASE("every letter is made whole, with its article and no placeholder left") {
    for (const auto kind : every_kind()) {
        CAPTURE(desk::template_id(kind));
        const auto bytes = desk::letter_docx(kind, facts_for(kind), letters());
        INFO((bytes.ok() ? "" : bytes.error().message));
        REQUIRE(bytes.ok());
        const auto text = read_text(bytes.value());
        for (const auto* words : {"云岭县民政局", "云民公复〔2026〕14号", "林知秋：",
                                  "2026年3月16日", "《中华人民共和国政府信息公开条例》"})
            CHECK_MESSAGE(has(text, words), words);
        CHECK_FALSE(has(text, "{"));
        CHECK_FALSE(has(text, "}"));
        if (const auto* code = std::get_if<DecisionCode>(&kind)) {
            const auto& decision = law::decision(*code);
            CHECK(has(text, "救济") + has(text, "复议") > 0);
            if (decision.basis) {
                auto article = law::chinese(*decision.basis);
                article.erase(0, article.find("第"));
                CHECK_MESSAGE(has(text, article), article);
            }
        } else {
            CHECK_FALSE(has(text, "复议"));
        }
    }
}

TEST_CASE("a missing fact is refused by its name") {
    for (const auto kind : every_kind()) {
        const auto full = facts_for(kind);
        for (const auto& name :
             desk::wanted_facts(*letters().find(desk::template_id(kind))).needed) {
            auto facts = full;
            facts.more.erase(name);
            const auto made = desk::letter(kind, facts, letters());
            REQUIRE_FALSE(made.ok());
            CHECK(made.error().code == "letter.missing-fact");
            CHECK(has(made.error().message, name));
        }
    }
    auto facts = facts_for(Notice::Extension);
    facts.number = " ";
    CHECK(has(desk::letter(Notice::Extension, facts, letters()).error().message, "文号"));
    facts = facts_for(DecisionCode::D5);
    facts.review_organ.clear();
    CHECK(has(desk::letter(DecisionCode::D5, facts, letters()).error().message, "复议机关"));
}

TEST_CASE("the way to contest follows from the decision and the day") {
    const auto text = [](DecisionCode code, desk::LetterFacts facts) {
        return desk::letter(code, facts, letters()).value().paragraphs.back();
    };
    CHECK(has(text(DecisionCode::D5, facts_for(DecisionCode::D5)), "应当先"));
    CHECK(has(text(DecisionCode::G3, facts_for(DecisionCode::G3)), "其他部分"));
    CHECK_FALSE(has(text(DecisionCode::G2, facts_for(DecisionCode::G2)), "应当先"));
    CHECK_FALSE(has(text(DecisionCode::N1, facts_for(DecisionCode::N1)), "六个月"));
    // 《行政复议法》 of 2023 is in force from 2024-01-01, the Regulation from 2019-05-15.
    const auto on = [&](std::string_view date) {
        auto facts = facts_for(DecisionCode::D5);
        facts.date = day(date);
        return facts;
    };
    CHECK_FALSE(has(text(DecisionCode::D5, on("2023-12-31")), "应当先"));
    CHECK(has(text(DecisionCode::D5, on("2024-01-01")), "应当先"));
    CHECK(has(text(DecisionCode::D5, on("2019-05-15")), "六个月"));
    CHECK(desk::letter(DecisionCode::D5, on("2019-05-14"), letters()).error().code ==
          "letter.no-remedy");
    // 《行政复议法》第二十二条第二款
    auto online = facts_for(DecisionCode::D5);
    online.online = true;
    CHECK(has(text(DecisionCode::D5, online), "https://example.invalid/fuyi"));
    online.online_review.clear();
    CHECK(has(desk::letter(DecisionCode::D5, online, letters()).error().message, "网上复议渠道"));
}

TEST_CASE("what is not known is left out where the template allows it") {
    auto facts = facts_for(DecisionCode::U1b);
    CHECK(has(desk::letter_text(desk::letter(DecisionCode::U1b, facts, letters()).value()),
              "某项负责机关"));
    facts.more.erase("负责机关");
    CHECK_FALSE(has(desk::letter_text(desk::letter(DecisionCode::U1b, facts, letters()).value()),
                    "负责公开该信息的机关是"));
}

TEST_CASE("what a person wrote is neither filled again nor taken for markup") {
    auto facts = facts_for(Notice::Extension);
    facts.more["申请内容"] = "{理由}<b>&\x01";
    const auto made = desk::letter(Notice::Extension, facts, letters()).value();
    CHECK(has(desk::letter_text(made), "{理由}<b>&"));
    CHECK(has(desk::letter_html(made), "{理由}&lt;b&gt;&amp;"));
    CHECK(has(read_text(desk::letter_docx(made)), "{理由}<b>&。"));
}

TEST_CASE("a folder of its own replaces a template; a broken one is named") {
    const auto folder = std::filesystem::temp_directory_path() / "gongkai_letters_test";
    std::filesystem::create_directories(folder);
    const auto write = [&](std::string_view text) { std::ofstream(folder / "G1.json") << text; };
    write(R"({"id":"G1","title":"答复","remedy":false,"paragraphs":["{机关}答复。"]})");
    CHECK(files::load_letters(folder).value().find("G1")->title == "答复");
    write(R"({"id":"G1","title":"答","remedy":"no","paragraphs":["甲"]})");
    CHECK(has(files::load_letters(folder).error().message,
              "“remedy”应是 true（是）或 false（否），现为 \"no\""));
    for (const auto* text : {"{", "{\"id\":\"G1\"}",
                             R"({"id":"G1","title":"答","remedy":false,"paragraphs":["{机关"]})",
                             R"({"id":"G2","title":"答","remedy":false,"paragraphs":["甲"]})"}) {
        write(text);
        const auto loaded = files::load_letters(folder);
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code == "letters.malformed");
        CHECK(has(loaded.error().message, ".json"));
        CHECK_FALSE(has(loaded.error().message, "another kind"));
    }
    std::filesystem::remove_all(folder);
    CHECK(files::load_letters(folder).error().code == "letters.no-folder");
}
