#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "files/message_term_files.h"
#include "files/place_settings.h"
#include "files/proposal_settings_file.h"

using namespace gongkai;
using namespace gongkai::interaction::proposals;

TEST_CASE("the carried settings of proposals are those that the program has") {
    const Settings carried = files::load_proposal_settings({}).value();
    const Settings usual;
    CHECK(carried.answer == usual.answer);
    CHECK(carried.extended == usual.extended);
    CHECK(carried.return_within == usual.return_within);
    CHECK(carried.opinion == usual.opinion);
    CHECK(carried.feedback == usual.feedback);
    CHECK(carried.answer_again == usual.answer_again);
    CHECK(carried.late_extension_moves_day == usual.late_extension_moves_day);
    CHECK(carried.late_deferral_moves_day == usual.late_deferral_moves_day);
    CHECK(carried.new_part_counts_anew == usual.new_part_counts_anew);
    CHECK(carried.longest_deferral == usual.longest_deferral);
    CHECK(carried.proposer == usual.proposer);
    CHECK(carried.classes == usual.classes);
}

TEST_CASE("a place says what is otherwise there") {
    const auto chongqing = files::parse_proposal_settings(
        R"({"return_within": {"count": 10, "unit": "working_days"}, "proposer": "name",
            "classes": [{"code": "甲", "words": "已经解决", "promises": false}]})");
    REQUIRE(chongqing.ok());
    CHECK(chongqing.value().return_within == Span{10, Unit::WorkingDays});
    CHECK(chongqing.value().answer == Span{3, Unit::Months});
    CHECK(chongqing.value().proposer == ProposerShown::Name);
    CHECK(chongqing.value().find("甲")->words == "已经解决");
    CHECK(chongqing.value().find("A") == nullptr);
    const auto other = files::parse_proposal_settings(
        R"({"late_deferral_moves_day": true, "new_part_counts_anew": false,
            "longest_deferral": {"count": 12, "unit": "months"}})");
    REQUIRE(other.ok());
    CHECK(other.value().late_deferral_moves_day);
    CHECK_FALSE(other.value().new_part_counts_anew);
    CHECK(other.value().longest_deferral == Span{12, Unit::Months});
    for (const char* wrong :
         {"", "[]", R"({"colour": 1})", R"({"answer": {"count": 0, "unit": "months"}})",
          R"({"answer": {"count": 400, "unit": "months"}})",
          R"({"answer": {"count": 3, "unit": "weeks"}})", R"({"answer": 3})", R"({"classes": []})",
          R"({"proposer": "face"})",
          R"({"classes": [{"code": "A", "words": "甲", "promises": false},
                          {"code": "A", "words": "乙", "promises": false}]})"}) {
        CAPTURE(wrong);
        const auto settings = files::parse_proposal_settings(wrong);
        REQUIRE_FALSE(settings.ok());
        CHECK(settings.error().code == "proposal-settings.malformed");
    }
}

TEST_CASE("a data folder's own settings take the place of those of the program") {
    const auto folder = std::filesystem::temp_directory_path() / "gongkai-place-settings";
    std::filesystem::remove_all(folder);
    CHECK(files::load_proposal_settings(folder).value().answer == Span{3, Unit::Months});
    CHECK(files::load_message_terms(folder).ok());
    std::filesystem::create_directories(folder / "settings");
    const auto write = [&](const char* name, const char* text) {
        std::ofstream(folder / "settings" / name) << text;
    };
    write("proposals.json", R"({"opinion": {"count": 30, "unit": "working_days"}})");
    write("message_terms.json",
          R"({"terms": [{"days": 9, "unit": "calendar", "basis": "本县办法"}]})");
    CHECK(files::load_proposal_settings(folder).value().opinion == Span{30, Unit::WorkingDays});
    CHECK(files::load_message_terms(folder).ok());
    write("proposals.json", "{");
    write("message_terms.json", "{");
    for (const auto& fault : {files::load_proposal_settings(folder).error(),
                              files::load_message_terms(folder).error()}) {
        CAPTURE(fault.message);
        CHECK(fault.message.starts_with(folder.string()));
    }
    CHECK(files::load_message_terms(folder).error().code == "message-terms.malformed");
    CHECK(files::settings_of_place(folder, "nothing.json").error().code == "settings.missing");
    std::filesystem::remove(folder / "settings/proposals.json");
    std::filesystem::create_directory(folder / "settings/proposals.json");
    CHECK(files::load_proposal_settings(folder).error().code == "settings.unreadable");
    std::filesystem::remove_all(folder);
}

TEST_CASE("a wrong setting of proposals is told in Chinese, with its place and what it should be") {
    for (const auto& [wrong, said] : {
             std::pair{R"({"answer": {"count": "three", "unit": "months"}})",
                       "“answer”里的“count”应是 1 到 366 的整数，现为 \"three\""},
             {R"({"answer": {"unit": "months"}})", "缺少“answer”里的“count”，请补上"},
             {R"({"answer": 3})", "“answer”应是写在一对花括号里的一组，现为 3"},
             {R"({"answer": {"count": 3, "unit": "weeks"}})",
              "“answer”里的“unit”应是下列之一：working_days"},
             {R"({"late_deferral_moves_day": 1})",
              "“late_deferral_moves_day”应是 true（是）或 false（否），现为 1"},
             {R"({"proposer": 5})", "“proposer”应是下列之一："},
             {R"({"classes": {}})", "“classes”应是写在方括号里的清单，现为 {}"},
             {R"({"classes": [{"code": "A", "words": "甲", "promises": "no"}]})",
              "“classes”的第 1 项里的“promises”应是 true（是）或 false（否），现为 \"no\""},
             {R"({"colour": 1})", "没有“colour”这一项，可以写的有 answer"},
         }) {
        CAPTURE(wrong);
        const auto settings = files::parse_proposal_settings(wrong);
        REQUIRE_FALSE(settings.ok());
        CAPTURE(settings.error().message);
        CHECK(settings.error().message.find(said) != std::string::npos);
    }
}
