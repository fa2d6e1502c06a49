#include "forms/label.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/text.h"

namespace gongkai::forms {
namespace {

std::string key(const std::string& printed) { return text::utf8(label_key(printed)); }

TEST_CASE("a label is known without its number, notes, signs and spaces") {
    const std::pair<const char*, const char*> cases[] = {
        {"一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"},
        {"（三）不予公开", "不予公开"},
        {"2．其他法律行政\n法规禁止公开", "其他法律行政法规禁止公开"},
        {"2.其它法律行政法规禁止公开", "其他法律行政法规禁止公开"},
        {"3.危及“三安全一稳定”", "危及三安全一稳定"},
        {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"},
        {"（七）总 计", "总计"},
        {"本年收费金额（单位：万元）", "本年收费金额"},
        {"１、屬於國家秘密", "属于国家秘密"},
        {"[image: x]规章", "规章"},
        {"10.其他", "其他"},
        {"三安全", "三安全"},
        {"它", "它"},
        {"（本列数据）", ""},
        {"", ""},
        {"——", ""},
        {"（没有完的", ""},
        {"一）规章", "规章"},
    };
    for (const auto& [printed, expected] : cases) {
        CAPTURE(printed);
        CHECK(key(printed) == expected);
    }
}

TEST_CASE("the key of a folded text is that of the text") {
    for (const std::string printed : {"（一）予以公开", "2．其他", "行政許可"})
        CHECK(label_key(text::folded(printed).text) == label_key(printed));
}

TEST_CASE("likeness counts the signs that both have in one order") {
    CHECK(likeness(U"行政许可", U"行政许可") == doctest::Approx(1));
    CHECK(likeness(U"行政许可", U"行政处罚") == doctest::Approx(0.5));
    CHECK(likeness(U"规章", U"许可") == doctest::Approx(0));
    CHECK(likeness(U"", U"规章") == doctest::Approx(0));
    CHECK(likeness(U"", U"") == doctest::Approx(0));
}

TEST_CASE("likeness lies between nothing and all and is the same both ways") {
    CHECK(rc::check([] {
        const auto sign = rc::gen::element(U'行', U'政', U'许', U'可', U'处', U'罚');
        const auto one = *rc::gen::container<std::u32string>(sign);
        const auto other = *rc::gen::container<std::u32string>(sign);
        const double like = likeness(one, other);
        RC_ASSERT(like >= 0 && like <= 1);
        RC_ASSERT(std::abs(like - likeness(other, one)) < 1e-9);
        if (!one.empty() && one.size() <= 64) RC_ASSERT(likeness(one, one) > 0.999);
    }));
}

}  // namespace
}  // namespace gongkai::forms
