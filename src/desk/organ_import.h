#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"

namespace gongkai::desk {

enum class ImportAction { Create, Change, Same, Refused };
constexpr auto words(ImportAction) {
    using enum ImportAction;
    return word_list<ImportAction>({
        {Create, "create", "新增"},
        {Change, "change", "修改"},
        {Same, "same", "不变"},
        {Refused, "refused", "不能导入"},
    });
}

// What becomes of one row of a list of bodies.
struct ImportRow {
    int line = 0;      // of the file, from 1
    std::string name;  // of the body
    ImportAction action{};
    std::vector<std::string> messages;  // Change: what changes; Refused: why
};

// Bodies of a region from comma-separated text (UTF-8 or GB 18030), whose first row names the
// columns: 机关名称, 机关类别, 级别, 区划代码, 成立日期, 工作机构, 办公地址, 联系电话, and if
// wished 统一社会信用代码, 上级机关, 办公时间, 传真, 网址, 终止日期. A body is known by its credit
// code or its name; what is blank stays as it is. A superior may stand further down in the list.
// All or nothing is written, and nothing in a dry run. Refusals: those of reader::decode() and
// files::parse_csv(), import.columns.
struct OrganImport {
    std::vector<ImportRow> rows;
    int created = 0, changed = 0, refused = 0;
    bool written = false;  // nothing is, where a row is refused
};

}  // namespace gongkai::desk
