#include "organs/head_title.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

std::string head(std::string name, organs::OrganKind kind) {
    organs::OrganRecord organ;
    organ.name = std::move(name);
    organ.kind = kind;
    return head_title(organ);
}

}  // namespace

TEST_CASE("the head of a body is called as its name says") {
    using enum organs::OrganKind;
    CHECK(head("云溪县柳河镇人民政府", Government) == "镇长");
    CHECK(head("云溪县白水乡人民政府", Government) == "乡长");
    CHECK(head("云溪县人民政府", Government) == "县长");
    CHECK(head("云溪县人民政府办公室", Office) == "县长");
    CHECK(head("东城区人民政府办公室", Office) == "区长");
    CHECK(head("清江市人民政府办公厅", Office) == "市长");
    CHECK(head("某某自治区人民政府", Government) == "主席");
    CHECK(head("某某自治县人民政府", Government) == "县长");
    CHECK(head("云溪县市场监督管理局", Department) == "局长");
    CHECK(head("云溪县发展和改革委员会", Department) == "主任");
    CHECK(head("东城区人民路街道办事处", Subdistrict) == "主任");
    CHECK(head("云溪县档案馆", Department) == "主要负责人");
}
