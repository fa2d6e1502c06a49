#include "desk/person_in_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace gongkai::desk {

namespace {

using Points = std::u32string;
using PointsView = std::u32string_view;

// Seven digits are a telephone number of a county without its area code.
constexpr std::size_t telling_digits = 7;
constexpr std::size_t shortest_address = 5;

constexpr PointsView numerals = U"一二三四五六七八九十百零〇";
constexpr PointsView streets = U"路街巷弄道";
constexpr PointsView units = U"号弄栋幢座室组户";
constexpr std::array<PointsView, 7> nobody{U"匿名",     U"未留姓名", U"不详", U"不愿透露",
                                           U"热心市民", U"群众",     U"市民"};

bool among(char32_t sign, PointsView all) { return all.find(sign) != PointsView::npos; }
bool is_digit(char32_t sign) { return sign >= U'0' && sign <= U'9'; }
bool is_number(char32_t sign) { return is_digit(sign) || among(sign, numerals); }

bool is_between_names(char32_t sign) { return text::is_space(sign) || among(sign, U",，、;；/"); }

// The names, folded. A name that is padded with a space, such as 王 伟, is one.
std::vector<Points> names_in(std::string_view given) {
    std::vector<Points> all(1);
    for (const char32_t sign : text::points(text::trim(given)))
        if (is_between_names(sign))
            all.emplace_back();
        else
            all.back() += sign;
    std::erase_if(all, [](const Points& it) { return it.empty(); });
    if (std::ranges::any_of(all, [](const Points& it) { return it.size() < 2; }))
        all = {text::points(given)};
    for (Points& it : all)
        it = text::folded_points(text::utf8(it));
    std::erase_if(all, [](const Points& it) {
        return it.size() < 2 || std::ranges::find(nobody, PointsView(it)) != nobody.end();
    });
    return all;
}

bool names_somebody(PointsView folded, std::string_view name) {
    return std::ranges::any_of(
        names_in(name), [&](const Points& it) { return folded.find(it) != PointsView::npos; });
}

// Digits that follow each other, with no more than a dash or a bracket between.
std::vector<Points> digit_runs(PointsView folded) {
    std::vector<Points> all(1);
    for (const char32_t sign : folded)
        if (is_digit(sign))
            all.back() += sign;
        else if (!among(sign, U"-()+"))
            all.emplace_back();
    std::erase_if(all, [](const Points& it) { return it.size() < telling_digits; });
    return all;
}

bool has_phone(PointsView folded, std::string_view phone) {
    const auto written = digit_runs(folded);
    for (const Points& run : digit_runs(text::folded_points(phone)))
        for (std::size_t at = 0; at + telling_digits <= run.size(); ++at)
            for (const Points& it : written)
                if (it.find(PointsView(run).substr(at, telling_digits)) != Points::npos)
                    return true;
    return false;
}

// Whether a piece stands in the text and its number ends there: 溪桥路5 is not in 溪桥路58号.
bool stands_whole(PointsView folded, PointsView piece) {
    for (auto at = folded.find(piece); at != PointsView::npos; at = folded.find(piece, at + 1)) {
        const auto end = at + piece.size();
        if (end == folded.size() || !is_number(piece.back()) || !is_number(folded[end]))
            return true;
    }
    return false;
}

// 桥路58 of 云溪县溪桥路58号, 河村3组 of 柳河村3组.
std::vector<Points> pieces_of(const Points& address) {
    std::vector<Points> all;
    const auto is_place = [&](std::size_t at) {
        return text::is_han(address[at]) && !is_number(address[at]);
    };
    for (std::size_t at = 2; at < address.size(); ++at) {
        if (!is_number(address[at]) || !is_place(at - 1) || !is_place(at - 2)) continue;
        std::size_t end = at;
        while (end < address.size() && is_number(address[end]))
            ++end;
        const bool has_unit = end < address.size() && among(address[end], units);
        if (among(address[at - 1], streets))
            all.push_back(address.substr(at - 2, end - at + 2));
        else if (has_unit)
            all.push_back(address.substr(at - 2, end - at + 3));
    }
    return all;
}

bool has_address(PointsView folded, std::string_view given) {
    const Points address = text::folded_points(given);
    if (address.size() >= shortest_address && stands_whole(folded, address)) return true;
    return std::ranges::any_of(pieces_of(address),
                               [&](const Points& it) { return stands_whole(folded, it); });
}

}  // namespace

std::vector<std::string> parts_found(std::span<const std::string> texts,
                                     const PersonParts& person) {
    bool name = false, phone = false, address = false;
    for (const std::string& it : texts) {
        const Points folded = text::folded_points(it);
        name = name || names_somebody(folded, person.name);
        phone = phone || has_phone(folded, person.phone);
        address = address || has_address(folded, person.address);
    }
    std::vector<std::string> found;
    if (name) found.emplace_back("姓名");
    if (phone) found.emplace_back("电话");
    if (address) found.emplace_back("地址");
    return found;
}

Status check_without_person(std::span<const std::string> texts, const PersonParts& person,
                            std::string code) {
    std::string all;
    for (const std::string& it : parts_found(texts, person))
        all += (all.empty() ? "" : "、") + it;
    if (all.empty()) return Done{};
    return Error{ErrorKind::Invalid, std::move(code),
                 "拟公开的内容里还有登记时加密保存的" + all + "。请删去后再提交。"};
}

}  // namespace gongkai::desk
