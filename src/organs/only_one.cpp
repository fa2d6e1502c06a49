#include "organs/only_one.h"

namespace gongkai::organs {

Status check_only_one(const std::vector<Organ>& all, const Organ& organ) {
    if (organ.credit_code.empty()) return Done{};
    for (const Organ& other : all)
        if (other.key != organ.key && other.credit_code == organ.credit_code &&
            other.valid_from <= organ.valid_until.value_or(other.valid_from) &&
            organ.valid_from <= other.valid_until.value_or(organ.valid_from))
            return Error{ErrorKind::Conflict, "organ.duplicate",
                         "统一社会信用代码 " + organ.credit_code + " 已经是“" + other.name +
                             "”的。同一个机关请修改原来的记录，不要另建；代码写错的请改正。"};
    return Done{};
}

}  // namespace gongkai::organs
