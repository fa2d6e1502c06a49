#include "desk/log_receipt.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace gongkai::desk {

namespace {

constexpr std::size_t digits_of_leaf = 2 * sizeof(Digest);

Error malformed(const std::string& what) {
    return {ErrorKind::Invalid, "receipt.form",
            what +
                "回执的核验网址里应有 log（日志）、entry（序号）和 leaf（摘要）三项，"
                "请从回执上完整复制，或者重新扫描二维码。"};
}

// The value of a field of a query; nothing where there is none.
std::optional<std::string_view> field(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
        if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=')
            return part.substr(name.size() + 1);
    }
    return {};
}

std::optional<std::int64_t> number(std::string_view digits) {
    std::int64_t number = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (number < 0 || std::to_string(number) != digits) return {};
    return number;
}

std::optional<journal::LogKey> log_in(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == text.npos) return {};
    const auto region = number(text.substr(0, dash)), organ = number(text.substr(dash + 1));
    if (!region || !organ) return {};
    return journal::LogKey{*region, *organ};
}

}  // namespace

LogReceipt receipt_of(const journal::Entry& entry) {
    return {entry.log, entry.sequence, tlog::Sha256Hash::leaf(canonical(entry))};
}

std::string written(const LogReceipt& it) {
    return "verify?log=" + std::to_string(it.log.region) + "-" + std::to_string(it.log.organ) +
           "&entry=" + std::to_string(it.entry) + "&leaf=" + hex(bytes(it.leaf));
}

Result<LogReceipt> parse_receipt(std::string_view pasted) {
    std::string_view query = text::trim(pasted);
    if (const auto mark = query.find('?'); mark != query.npos) query.remove_prefix(mark + 1);
    const auto log_text = field(query, "log"), entry_text = field(query, "entry"),
               leaf_text = field(query, "leaf");
    if (!log_text && !entry_text && !leaf_text) return malformed("粘贴的内容不是回执的核验网址。");
    const auto log = log_in(log_text.value_or(""));
    if (!log) return malformed("缺日志（log），或者它不是 330302-3 这样的编号。");
    const auto entry = number(entry_text.value_or(""));
    if (!entry) return malformed("缺序号（entry），或者它不是整数。");
    std::string digits(leaf_text.value_or(""));
    std::ranges::transform(digits, digits.begin(),
                           [](char c) { return c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c; });
    if (digits.size() != digits_of_leaf)
        return malformed("摘要（leaf）应有 64 位，现在有 " + std::to_string(text::length(digits)) +
                         " 位，可能没有复制完整。");
    const auto leaf = parse_sm3(digits);
    if (!leaf) return malformed("摘要（leaf）里有 0 到 9、a 到 f 以外的字符，可能抄错了。");
    return LogReceipt{*log, *entry, *leaf};
}

}  // namespace gongkai::desk
