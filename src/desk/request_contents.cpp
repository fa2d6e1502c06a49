#include "desk/request_contents.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::desk {

namespace {

constexpr std::size_t longest_content = 10'000;  // signs
constexpr std::size_t longest_particular = 200;

// GB 11643: 17 digits and a check sign.
bool is_id_number(std::string_view id) {
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (id.size() != 18) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        if (id[i] < '0' || id[i] > '9') return false;
        sum += (id[i] - '0') * weights[i];
    }
    return std::string_view("10X98765432")[std::size_t(sum % 11)] == (id[17] == 'x' ? 'X' : id[17]);
}

bool looks_like_card(const NewRequest& it) {
    const std::string_view id = it.who.id_number;
    return it.applicant_kind == requests::ApplicantKind::NaturalPerson && id.size() == 18 &&
           std::ranges::all_of(id.substr(0, 17), [](char c) { return c >= '0' && c <= '9'; });
}

bool fits(const Applicant& who) {
    return std::ranges::all_of(records::fields_of<Applicant>, [&](const records::Field& field) {
        const auto& particular = *static_cast<const std::string*>(field.member(&who));
        return text::is_utf8(particular) && text::length(particular) <= longest_particular;
    });
}

}  // namespace

// Reg. 29 asks for name, proof of identity and contact; other papers than ID cards are as good.
std::vector<Error> missing_contents(const NewRequest& it) {
    std::vector<Error> all;
    const auto miss = [&](std::string_view what, std::string_view message) {
        all.push_back({ErrorKind::Invalid, "request." + std::string(what), std::string(message)});
    };
    const Applicant& who = it.who;
    const std::string& content = it.content.clear;
    if (text::is_blank(who.name))
        miss("applicant", "请填写申请人的姓名或者名称（《条例》第二十九条）。");
    if (text::is_blank(who.id_number))
        miss("id-number", "请填写证件号码，例如身份证号、统一社会信用代码（《条例》第二十九条）。");
    else if (looks_like_card(it) && !is_id_number(who.id_number))
        miss("id-number", "身份证号的校验位不对，请核对是否有数字写错。");
    if (text::is_blank(who.phone) && text::is_blank(who.email) && text::is_blank(who.address))
        miss("contact", "请至少填写一种联系方式：电话、电子邮箱或通信地址（《条例》第二十九条）。");
    if (!fits(who)) miss("too-long", "申请人的姓名、证件和联系方式每项请不超过 200 个字。");
    if (text::is_blank(content))
        miss("content", "请写明所需政府信息的名称、文号或者其他特征性描述（《条例》第二十九条）。");
    else if (!text::is_utf8(content) || text::length(content) > longest_content)
        miss("content", "所需信息的描述太长，请不超过一万字。");
    return all;
}

}  // namespace gongkai::desk
