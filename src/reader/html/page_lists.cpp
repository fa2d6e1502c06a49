#include "reader/html/page_lists.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "reader/html/attributes.h"
#include "reader/list_number.h"

namespace gongkai::reader {
namespace {

// What CSS, and the editor UEditor ("cn"), call lists that are counted 一、 二、 三、.
constexpr std::string_view chinese_styles[] = {"cjk-ideographic", "simp-chinese-informal",
                                               "trad-chinese-informal", "japanese-informal", "cn"};

// Whether an element's own style counts in Chinese; `otherwise` where it says nothing.
bool counts_in_chinese(const GumboNode* node, bool otherwise) {
    const char* style = attribute(node, "style");
    if (style == nullptr) return otherwise;
    const std::string all = packed(style);
    constexpr std::string_view name = "list-style-type:";
    const auto at = all.find(name);
    if (at == all.npos) return otherwise;
    const auto value = std::string_view(all).substr(at + name.size());
    return std::ranges::find(chinese_styles, value.substr(0, value.find(';'))) !=
           std::end(chinese_styles);
}

int number(const GumboNode* node, const char* name, int otherwise) {
    const char* value = attribute(node, name);
    if (value == nullptr) return otherwise;
    return static_cast<int>(std::clamp(std::strtol(value, nullptr, 10), 0L, 9999L));
}

bool is_list(const GumboNode* node) {
    return node->v.element.tag == GUMBO_TAG_OL || node->v.element.tag == GUMBO_TAG_UL;
}

}  // namespace

void PageLists::enter(const GumboNode* node) {
    if (is_list(node)) {
        open_.push_back({counts_in_chinese(node, false), number(node, "start", 1)});
    } else if (node->v.element.tag == GUMBO_TAG_LI && !open_.empty()) {
        List& list = open_.back();
        const int own = number(node, "value", list.next);
        list.next = own + 1;
        mark_.clear();
        if (counts_in_chinese(node, list.chinese))
            mark_ = list_number("chineseCounting", own) + "、";
    }
}

void PageLists::leave(const GumboNode* node) {
    if (is_list(node)) open_.pop_back();
    if (node->v.element.tag == GUMBO_TAG_LI) mark_.clear();
}

std::string PageLists::take_mark() { return std::exchange(mark_, {}); }

}  // namespace gongkai::reader
