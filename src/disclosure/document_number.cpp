#include "disclosure/document_number.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/whole_number.h"

namespace gongkai::disclosure {

namespace {

constexpr std::string_view open = "〔", close = "〕", end = "号";
constexpr std::size_t year_digits = 4, index_digits = 5;

Error malformed(std::string_view part, std::string_view message) {
    return {ErrorKind::Invalid, "document.number." + std::string(part),
            "发文字号" + std::string(message) + "，例如“国办发〔2017〕47号”。"};
}

// Digits alone, without a leading zero, above 0.
std::optional<int> plain_number(std::string_view text) {
    if (text.empty() || text.front() == '0' || text.front() == '-') return {};
    return whole_number<int>(text);
}

bool is_code(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    });
}

std::string padded(int number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

Error bad_index() {
    return {ErrorKind::Invalid, "document.index.form",
            "索引号由机关代码、年份和顺序号组成，例如“11330302MB1234567X/2026-00012”。"};
}

}  // namespace

Result<DocumentNumber> DocumentNumber::parse(std::string_view text) {
    const auto opened = text.find(open);
    const auto closed = text.find(close);
    if (opened == text.npos || closed == text.npos || closed < opened)
        return malformed("brackets", "的年份应当用六角括号“〔〕”括入");
    if (!text.ends_with(end)) return malformed("end", "的顺序号后应当加“号”字");
    const auto issuer = text.substr(0, opened);
    if (issuer.empty() || !text::is_utf8(issuer) || text::trim(issuer) != issuer ||
        issuer.find('\0') != issuer.npos)
        return malformed("issuer", "应当以发文机关代字开头");
    const auto year_text = text.substr(opened + open.size(), closed - opened - open.size());
    const auto year = plain_number(year_text);
    if (!year || year_text.size() != year_digits) return malformed("year", "的年份应当标全称");
    const auto from = closed + close.size();
    const auto serial = from > text.size() - end.size()
                            ? std::nullopt
                            : plain_number(text.substr(from, text.size() - end.size() - from));
    if (!serial) return malformed("serial", "的顺序号不加“第”字，不编虚位");
    return DocumentNumber{std::string(issuer), *year, *serial};
}

std::string DocumentNumber::text() const {
    return issuer_code_ + std::string(open) + std::to_string(year_) + std::string(close) +
           std::to_string(serial_) + std::string(end);
}

bool is_decree_number(std::string_view text) {
    constexpr std::string_view decree = "令第";
    const auto at = text.find(decree);
    if (at == text.npos || at == 0 || !text.ends_with(end) || !text::is_utf8(text)) return false;
    const auto from = at + decree.size();
    return from < text.size() - end.size() &&
           plain_number(text.substr(from, text.size() - end.size() - from)).has_value();
}

Result<IndexNumber> IndexNumber::make(std::string_view organ_code, int year, int serial) {
    if (!is_code(organ_code) || year < 1000 || year > 9999 || serial < 1) return bad_index();
    return IndexNumber(std::string(organ_code), year, serial);
}

Result<IndexNumber> IndexNumber::parse(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == text.npos) return bad_index();
    const auto rest = text.substr(slash + 1);
    if (rest.size() < year_digits + 1 + index_digits || rest[year_digits] != '-')
        return bad_index();
    const auto year = plain_number(rest.substr(0, year_digits));
    const auto digits = rest.substr(year_digits + 1);
    const auto first = std::min(digits.find_first_not_of('0'), digits.size());
    const auto serial = plain_number(digits.substr(first));
    if (!year || !serial) return bad_index();
    GK_TRY(it, make(text.substr(0, slash), *year, *serial));
    if (it.text() != text) return bad_index();
    return it;
}

std::string IndexNumber::text() const {
    return organ_code_ + "/" + std::to_string(year_) + "-" + padded(serial_, index_digits);
}

}  // namespace gongkai::disclosure
