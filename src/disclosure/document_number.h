#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gongkai::disclosure {

// An official document's number (发文字号), such as 国办发〔2017〕47号. Holds only well-formed
// numbers (GB/T 9704—2012 7.2.5): parse() is the one way in.
class DocumentNumber {
public:
    // Refusals document.number.brackets, .end, .issuer, .year, .serial.
    static Result<DocumentNumber> parse(std::string_view text);

    const std::string& issuer_code() const { return issuer_code_; }  // 机关代字
    int year() const { return year_; }
    int serial() const { return serial_; }
    std::string text() const;

    friend auto operator<=>(const DocumentNumber&, const DocumentNumber&) = default;

private:
    DocumentNumber(std::string issuer_code, int year, int serial)
        : issuer_code_(std::move(issuer_code)), year_(year), serial_(serial) {}

    std::string issuer_code_;
    int year_;
    int serial_;
};

// Whether this is the number of the decree that makes a rule public, 某市人民政府令第12号: it has
// no year and is counted through a term of office.
bool is_decree_number(std::string_view text);

// The index number (索引号) of what is published: the organ's code, the year of first publication
// and a serial number in that year, as in 11330302MB1234567X/2026-00012. It is given once, at the
// first publication, and never to another document.
class IndexNumber {
public:
    // Refusal document.index.form.
    static Result<IndexNumber> make(std::string_view organ_code, int year, int serial);
    static Result<IndexNumber> parse(std::string_view text);

    const std::string& organ_code() const { return organ_code_; }
    int year() const { return year_; }
    int serial() const { return serial_; }
    std::string text() const;

    friend auto operator<=>(const IndexNumber&, const IndexNumber&) = default;

private:
    IndexNumber(std::string organ_code, int year, int serial)
        : organ_code_(std::move(organ_code)), year_(year), serial_(serial) {}

    std::string organ_code_;
    int year_;
    int serial_;
};

}  // namespace gongkai::disclosure
