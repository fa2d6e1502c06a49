#include "disclosure/document_act.h"

#include <algorithm>
#include <array>

namespace gongkai::disclosure {

namespace {

// In the order of ActKind.
constexpr std::array<std::string_view, act_kinds> kind_names{
    "draft",  "edit",     "submit", "review", "publish",
    "revise", "withdraw", "repeal", "expire", "annul"};

struct Word {
    std::string_view name;
    std::string_view chinese;
};
constexpr std::array<Word, verdicts> verdict_words{{
    {"public", "可以公开"},
    {"after_work", "处理后公开"},
    {"not_public", "不予公开"},
    {"ask_others", "报请确定"},
}};

}  // namespace

std::string_view name(ActKind kind) { return kind_names[std::size_t(kind)]; }
std::string_view name(Verdict it) { return verdict_words[std::size_t(it)].name; }
std::string_view chinese(Verdict it) { return verdict_words[std::size_t(it)].chinese; }

std::optional<ActKind> act_kind(std::string_view name) {
    const auto it = std::ranges::find(kind_names, name);
    if (it == kind_names.end()) return {};
    return ActKind(it - kind_names.begin());
}

std::optional<Verdict> verdict(std::string_view name) {
    const auto it = std::ranges::find(verdict_words, name, &Word::name);
    if (it == verdict_words.end()) return {};
    return Verdict(it - verdict_words.begin());
}

bool has_content(ActKind kind) {
    return kind == ActKind::Draft || kind == ActKind::Edit || kind == ActKind::Revise;
}

}  // namespace gongkai::disclosure
