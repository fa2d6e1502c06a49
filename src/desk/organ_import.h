#pragma once

#include <string>

#include "desk/table_file.h"

namespace gongkai::desk {

// Bodies of a region from a list as CSV or XLSX, whose first row names the
// columns: 机关名称, 机关类别, 级别, 区划代码, 成立日期, 工作机构, 办公地址, 联系电话, and if
// wished 统一社会信用代码, 上级机关, 办公时间, 传真, 网址, 终止日期. A body is known by its credit
// code or its name; what is blank stays as it is. A superior may stand further down in the list.
// All or nothing is written, and nothing in a dry run. Refusals: those of read_table() and
// Places::of().
using OrganImport = Import;

// A file to begin with: all columns, and one line as an example.
std::string organ_file_template();

}  // namespace gongkai::desk
