// docs/records.md and data/web/record_schemas.json are made from the declarations, and committed so
// that they can be read without the program.
#include "desk/record_schemas.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "desk/subjects.h"

using namespace gongkai;

namespace {

std::string committed(const std::string& path) {
    std::ifstream in(std::string(GONGKAI_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("what is committed about records is what the declarations say") {
    CHECK_MESSAGE(committed("docs/records.md") == desk::records_page(),
                  "make it anew: gongkai records > docs/records.md");
    CHECK_MESSAGE(committed("data/web/record_schemas.json") == desk::record_schemas_file(),
                  "make it anew: gongkai records --format schemas > data/web/record_schemas.json");
}

TEST_CASE("the page of records says what is asked, by which article and by whom") {
    const std::string page = desk::records_page();
    for (const char* line : {
             "### 同意延长并告知申请人 `extend`",
             "依据《条例》第三十三条第二款；权限：同意延长答复期限",
             "| `days` | 延长多少个工作日 | 整数，1 到 20 | 必填 |",
             "| `until` | 补正期限到哪一天 | 日期 | 必填 |",
             "| `query_code` | 查询码 | 文字，加密 | 系统填写，不显示 |",
             "| `items.code` | 处理决定 |",
             "## 台账登记 `register`",
             "## 账号 `account`",
         })
        CHECK_MESSAGE(page.find(line) != std::string::npos, line);
}

TEST_CASE("every subject that has acts has schemas, so that API and console know it") {
    const json::Object schemas = desk::record_schemas();
    for (const auto* table : desk::tables()) {
        CAPTURE(table->subject);
        std::string name(table->subject);
        name[0] = char(name[0] - 'a' + 'A');
        CHECK(std::ranges::any_of(schemas.members(), [&](const json::Member& schema) {
            return schema.name.find(name) != std::string::npos;
        }));
    }
}
