#include "store/ledger/histories.h"

#include "base/damaged.h"

namespace gongkai::store {

void damaged_record(const records::Table& table, const std::string& subject) {
    throw Damaged(std::string(table.chinese) + "的记录不完整：" + subject);
}

bool is_act_of(const records::Table& table, const journal::Entry& entry) {
    const std::string_view kind = entry.kind;
    const std::size_t size = table.subject.size();
    return kind.size() > size && kind[size] == '.' && kind.starts_with(table.subject);
}

void date_by_entry(const records::Row& row, const journal::Entry& entry, records::Dated& act) {
    using records::Days;
    const Date day = china_day(entry.recorded_at);
    switch (row.days) {
        case Days::Both: return;
        case Days::Happened: act.recorded_on = day; return;
        case Days::Recorded: act.on = act.recorded_on; return;
        case Days::None: act.on = act.recorded_on = day; return;
    }
}

Error not_found(const records::Table& table, const std::string& number) {
    return {ErrorKind::NotFound, std::string(table.refusals) + ".not-found",
            "没有编号为“" + number + "”的" + std::string(table.chinese) + "。请核对编号。"};
}

std::string number_in(const records::Table& table, std::string_view subject) {
    return std::string(subject.substr(table.subject.size() + 1));
}

}  // namespace gongkai::store
