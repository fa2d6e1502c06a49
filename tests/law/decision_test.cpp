#include "law/decision.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "files/form_files.h"

namespace gongkai::law {
namespace {

using enum DecisionCode;
using Codes = std::vector<DecisionCode>;

DecisionCode any_code() {
    return decisions()[*rc::gen::inRange<std::size_t>(0, decisions().size())].code;
}

TEST_CASE("clauses are printed as lawyers cite them") {
    CHECK(chinese(regulation("33.2")) == "《条例》第三十三条第二款");
    CHECK(chinese(regulation("36(4)")) == "《条例》第三十六条第四项");
    CHECK(chinese(regulation("20(15)")) == "《条例》第二十条第十五项");
    CHECK(chinese(regulation("29.2(1)")) == "《条例》第二十九条第二款第一项");
    CHECK(chinese(regulation("10")) == "《条例》第十条");
    CHECK(chinese(fee_measures("6")) == "国办函〔2020〕109号第六条");
    CHECK(chinese(delivery_reply) == "国办公开办函〔2016〕235号");
    CHECK(chinese(review_law("23.1(4)")) == "《行政复议法》第二十三条第一款第四项");
    CHECK(chinese(litigation_law("46")) == "《行政诉讼法》第四十六条");
    CHECK(chinese(litigation_law("101")) == "《行政诉讼法》第一百零一条");
    CHECK(chinese(litigation_law("110")) == "《行政诉讼法》第一百一十条");
}

TEST_CASE("the table of the Regulation's clauses ends where the Regulation does") {
    const auto has = [](std::string_view number) {
        return regulation_2019::has(clause_of(Source::Regulation, number));
    };
    for (const auto* number : {"1", "56", "33.3", "36(7)", "4.2(5)", "20.1(1)"})
        CHECK_MESSAGE(has(number), number);
    for (const auto* number : {"0", "57", "33.4", "36(8)", "14(1)", "4(1)", "4.1(1)", "20.1(16)"})
        CHECK_MESSAGE(!has(number), number);
}

TEST_CASE("every decision has its own code and a row of the form of 2021") {
    const auto forms = files::load_forms().value();
    const auto form = std::ranges::find(forms, "2021", &forms::Form::id);
    REQUIRE(form != forms.end());
    std::set<std::string_view> codes, rows;
    for (const Decision& it : decisions()) {
        CAPTURE(name(it.code));
        CHECK(named<DecisionCode>(name(it.code)) == it.code);
        CHECK(&decision(it.code) == &it);
        CHECK(form->find("requests." + std::string(it.row) + ".total"));
        codes.insert(name(it.code));
        rows.insert(it.row);
    }
    CHECK(codes.size() == 23);
    // Two pairs share a row, so all the rows of outcomes are reached.
    CHECK(rows.size() == 21);
    CHECK(!named<DecisionCode>("U1"));
    CHECK(!named<DecisionCode>("g1"));
    CHECK(!named<DecisionCode>(""));
}

TEST_CASE("each decision cites its article and counts in its row of table three") {
    const struct {
        const char* code;
        const char* article;  // none where the law has none
        const char* row;
    } cases[] = {
        {"G1", "《条例》第三十六条第一项", "result_granted"},
        {"G2", "《条例》第三十六条第二项", "result_granted"},
        {"G3", "《条例》第三十七条", "result_partial"},
        {"D1", "《条例》第十四条", "denied_state_secret"},
        {"D2", "《条例》第十四条", "denied_law_forbidden"},
        {"D3", "《条例》第十四条", "denied_security_stability"},
        {"D4", "《条例》第十五条", "denied_third_party_rights"},
        {"D5", "《条例》第十六条第一款", "denied_internal_affairs"},
        {"D6", "《条例》第十六条第二款", "denied_process_info"},
        {"D7", "《条例》第十六条第二款", "denied_enforcement_file"},
        {"D8", "《条例》第三十六条第七项", "denied_admin_inquiry"},
        {"U1a", "《条例》第三十六条第四项", "unavailable_not_held"},
        {"U1b", "《条例》第三十六条第五项", "unavailable_not_held"},
        {"U2", "《条例》第三十八条", "unavailable_needs_creation"},
        {"U3", "《条例》第三十条", "unavailable_still_unclear"},
        {"N1", "《条例》第三十九条第一款", "not_processed_petition"},
        {"N2", "《条例》第三十六条第六项", "not_processed_duplicate"},
        {"N3", "《条例》第三十九条第二款", "not_processed_publication"},
        {"N4", "《条例》第三十五条", "not_processed_excessive"},
        {"N5", "", "not_processed_reconfirm"},
        {"O1", "《条例》第三十条", "other_no_correction"},
        {"O2", "国办函〔2020〕109号第六条", "other_fee_unpaid"},
        {"O3", "", "other_other"},
    };
    CHECK(std::size(cases) == decisions().size());
    for (const auto& it : cases) {
        CAPTURE(it.code);
        const auto code = named<DecisionCode>(it.code);
        REQUIRE(code);
        const Decision& found = decision(*code);
        CHECK((found.basis ? chinese(*found.basis) : "") == it.article);
        CHECK(found.row == it.row);
        CHECK(found.gives == (it.code[0] == 'G'));
    }
}

TEST_CASE("refusals under articles 14 to 16 go to review first") {
    for (const DecisionCode code : {D1, D2, D3, D4, D5, D6, D7, G3})
        CHECK(decision(code).remedy == RemedyPath::ReviewFirst);
    for (const DecisionCode code : {D8, U2, N1, N2, N3})
        CHECK(decision(code).remedy == RemedyPath::Unsettled);
    for (const DecisionCode code : {G1, G2, U1a, U1b, U3, N4, O1, O2})
        CHECK(decision(code).remedy == RemedyPath::Either);
    for (const Decision& it : decisions())
        CHECK(it.closes_without_answer == (name(it.code)[0] == 'O'));
}

TEST_CASE("a request counts under one row") {
    const struct {
        Codes items;
        DecisionCode counted;
    } cases[] = {
        {{G2}, G2},           {{D6, D6}, D6}, {{G2, D6}, G3}, {{G1, U1a}, G3}, {{G3}, G3},
        {{G3, G2}, G3},       {{G3, D1}, G3}, {{G2, G1}, G1}, {{D6, D1}, D1},  {{U1b, U1a}, U1a},
        {{N1, U1a, O3}, U1a}, {{N2, D8}, D8}, {{O2, N5}, N5}, {{G2, N1}, G3},
    };
    for (const auto& it : cases) {
        CAPTURE(name(it.items.front()));
        CHECK(counted_outcome(it.items) == it.counted);
    }
    CHECK(!counted_outcome({}));
}

TEST_CASE("the order of counting can be set") {
    const CountingOrder order{{N1, D6}};
    CHECK(counted_outcome(Codes{D1, D6}, order) == D6);
    CHECK(counted_outcome(Codes{D1, D6, N1}, order) == N1);
    CHECK(counted_outcome(Codes{U1a, D1}, order) == D1);
    CHECK(counted_outcome(Codes{G2, N1}, order) == G3);
}

TEST_CASE("the order of the items does not matter, and none is invented but G3") {
    CHECK(rc::check([] {
        Codes items;
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
            items.push_back(any_code());
        CountingOrder order;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            order.first.push_back(any_code());
        const auto counted = counted_outcome(items, order).value();
        RC_ASSERT(counted == G3 || std::ranges::count(items, counted) > 0);
        std::ranges::reverse(items);
        RC_ASSERT(counted_outcome(items, order) == counted);
        std::ranges::sort(items);
        RC_ASSERT(counted_outcome(items, order) == counted);
    }));
}

}  // namespace
}  // namespace gongkai::law
