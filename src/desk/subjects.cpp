#include "desk/subjects.h"

#include "disclosure/document.h"
#include "disclosure/register.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"
#include "records/codec.h"
#include "reports/submission.h"
#include "requests/request.h"

namespace gongkai::desk {

std::span<const records::Table* const> tables() {
    static const records::Table* const all[] = {
        &requests::Subject::table(),
        &disclosure::DocumentSubject::table(),
        &disclosure::registers::Subject::table(),
        &reports::submissions::Subject::table(),
        &organs::bodies::Subject::table(),
        &organs::accounts::Subject::table(),
    };
    return all;
}

std::string_view title_of_entry(std::string_view entry_kind) {
    // It belongs to whatever subject held the datum.
    if (entry_kind == "datum.erase") return "删除加密保存的内容";
    for (const records::Table* table : tables())
        if (const auto row = records::row_of_entry(*table, entry_kind); row.ok())
            return row.value()->title;
    return entry_kind;
}

}  // namespace gongkai::desk
