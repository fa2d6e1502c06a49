#include "recognizer/named_body.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace gongkai;
using recognizer::Doer;

namespace {

Doer doer(const std::string& words, const std::string& own) {
    const auto text = text::folded_points(words + "收到");
    return recognizer::doer(text, 0, text.size() - 2, text::folded_points(own));
}

}  // namespace

TEST_CASE("a body of another kind or another town is not the report's own") {
    const std::string county = "青禾县人民政府", town = "青禾县柳河镇人民政府",
                      bureau = "青禾县住房和城乡建设局";
    CHECK(doer("", county) == Doer::Unsaid);
    CHECK(doer("2023年共", county) == Doer::Unsaid);
    for (const std::string& own : {county, town, bureau, std::string()})
        for (const char* words : {"我局", "全县", "本机关", "全年我镇共", "市局2023年", "申请人"}) {
            CAPTURE(own);
            CAPTURE(words);
            CHECK(doer(words, own) == Doer::Own);
        }
    CHECK(doer("县民政局", county) == Doer::Another);
    CHECK(doer("县民政局2023年度共", town) == Doer::Another);
    CHECK(doer("县政府办公室", county) == Doer::Another);
    CHECK(doer("柳河镇", county) == Doer::Another);
    CHECK(doer("柳河镇", town) == Doer::Own);
    CHECK(doer("山塘镇", town) == Doer::Another);
    CHECK(doer("城东街道办", town) == Doer::Another);
    CHECK(doer("县住建局", bureau) == Doer::Own);
    CHECK(doer("县民政局", bureau) == Doer::Own);  // it may be a short name
    CHECK(doer("柳河镇", bureau) == Doer::Another);
    CHECK(doer("县民政局", "") == Doer::Own);
}
