#include "disclosure/register_line.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"

namespace gongkai::disclosure {

namespace {

struct Word {
    std::string_view name;
    std::string_view chinese;
};
// In the order of RegisterKind.
constexpr std::array<Word, 4> words{{
    {"license", "行政许可"},
    {"penalty", "行政处罚"},
    {"compulsion", "行政强制"},
    {"fee", "行政事业性收费"},
}};

Error refused(std::string code, std::string message) {
    return {ErrorKind::NotAllowed, "register." + std::move(code), std::move(message)};
}

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "register." + std::move(code), std::move(message)};
}


}  // namespace

std::string_view name(RegisterKind it) { return words[std::size_t(it)].name; }
std::string_view chinese(RegisterKind it) { return words[std::size_t(it)].chinese; }

std::optional<RegisterKind> register_kind(std::string_view name) {
    const auto it = std::ranges::find(words, name, &Word::name);
    if (it == words.end()) return {};
    return RegisterKind(it - words.begin());
}

std::string subject(const RegisterKey& key) { return "register/" + key.number; }

Status check_entry(const RegisterEvent& event) {
    if (event.on > event.recorded_on)
        return invalid("future", "日期" + chinese(event.on) + "还没有到，不能登记以后的数。");
    if (event.from && *event.from > event.on)
        return invalid("period", "期间的第一天晚于最后一天。请核对两个日期。");
    // Table two counts by year, so that a line may not stand astride two.
    if (event.from && year_of(*event.from) != year_of(event.on))
        return invalid("years", "期间跨了两个年度。请按年度分开登记。");
    if (event.amount.is_negative() || event.amount.is_zero())
        return invalid("amount", "数量应当大于 0。登记有误的，请更正原来那一条。");
    if (event.kind != RegisterKind::Fee && !event.amount.is_whole())
        return invalid("amount.whole",
                       "“" + std::string(chinese(event.kind)) + "”登记的是件数，应当是整数。");
    if (text::trim(event.source).empty() || !text::is_utf8(event.source) ||
        event.source.find('\0') != std::string::npos)
        return invalid("source", "请填写数据来源，例如“行政审批局办件系统”。");
    return Done{};
}

Status check_annulment(const RegisterEntry& entry, const RegisterEvent& event) {
    if (entry.annulled) return refused("annul.twice", "这一条登记已经更正过。");
    if (event.words.empty()) return invalid("annul.reason", "请写明原登记错在哪里。");
    return Done{};
}

RegisterEntry entry_of(const RegisterKey& key, const std::vector<RegisterEvent>& events) {
    if (events.empty() || events.front().act != RegisterAct::Enter)
        throw std::logic_error("a line of a register begins with its entry");
    const RegisterEvent& first = events.front();
    RegisterEntry it;
    it.subject = subject(key);
    it.kind = first.kind;
    it.on = first.on;
    it.amount = first.amount;
    it.source = first.source;
    it.recorded_on = first.recorded_on;
    for (const RegisterEvent& event : events) {
        if (event.act != RegisterAct::Annul) continue;
        it.annulled = true;
        it.annulled_on = event.recorded_on;
    }
    return it;
}

}  // namespace gongkai::disclosure
