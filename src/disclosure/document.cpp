#include "disclosure/document.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "disclosure/document_transition.h"
#include "journal/acts.h"

namespace gongkai::disclosure {

namespace {

using journal::annulled_acts;
using journal::annuls;

constexpr std::pair<std::string_view, std::string_view> stage_words[stages] = {
    {"none", "没有在办的文稿"},      {"draft", "起草中"},         {"in_review", "待审查"},
    {"asked_for", "已报请确定"},     {"to_work", "待处理后再审"}, {"not_public", "审查为不予公开"},
    {"cleared", "审查通过，待公开"},
};

constexpr std::pair<std::string_view, std::string_view> standing_words[standings] = {
    {"unpublished", "尚未公开"},
    {"public", "公开中"},
    {"withdrawn", "已撤下"},
    {"annulled", "登记有误，已作废"},
};

Error refused(std::string code, std::string message) {
    return {ErrorKind::NotAllowed, "document." + std::move(code), std::move(message)};
}

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "document." + std::move(code), std::move(message)};
}

Progress fold(const std::vector<Act>& acts, const std::set<int>& annulled, std::size_t count) {
    Progress it;
    // The draft stays even where it was annulled: the other acts are about its text.
    for (std::size_t i = 0; i < count; ++i)
        if ((i == 0 || !annulled.contains(int(i))) && !annuls(acts[i])) apply(acts[i], int(i), it);
    if (!annulled.contains(0)) return it;
    it.standing = Standing::Annulled;
    it.stage = Stage::None;
    it.shown = -1;
    return it;
}

// The act with the text that the public sees; -1 for none.
int shown_text(const Progress& it) {
    return it.shown < 0 ? -1 : it.revisions[std::size_t(it.shown)].text;
}

Status check_days(const Act& act, Date latest) {
    return journal::check_days("document.", act.on, act.recorded_on, latest);
}

Status check_interprets(const DocumentKey& key, const Act& act) {
    if (has_content(act.kind) && act.content.interprets == subject(key))
        return invalid("interprets.itself", "解读不能以自己为解读对象。请选择被解读的文件。");
    return Done{};
}

std::string status_words(const Progress& now) {
    std::string words(chinese(now.standing));
    if (now.standing != Standing::Annulled) words += "，" + std::string(chinese(now.stage));
    return words;
}

}  // namespace

std::string_view name(Stage it) { return stage_words[std::size_t(it)].first; }
std::string_view name(Standing it) { return standing_words[std::size_t(it)].first; }
std::string_view chinese(Stage it) { return stage_words[std::size_t(it)].second; }
std::string_view chinese(Standing it) { return standing_words[std::size_t(it)].second; }

std::string subject(const DocumentKey& key) { return "document/" + key.number; }

Result<Document> Document::begin(DocumentKey key, Act draft) {
    draft.kind = ActKind::Draft;
    GK_CHECK(check_days(draft, draft.on));
    GK_CHECK(check_interprets(key, draft));
    GK_CHECK(judge(draft, {}, Progress{}));
    return Document(std::move(key), {std::move(draft)});
}

Document Document::recorded(DocumentKey key, std::vector<Act> acts) {
    if (acts.empty() || acts.front().kind != ActKind::Draft)
        throw std::logic_error("a document begins with its draft");
    return {std::move(key), std::move(acts)};
}

bool Document::is_annulled(int act) const { return annulled_acts(acts_).contains(act); }

std::string Document::index_number() const {
    const auto it =
        std::ranges::find_if(acts_, [](const Act& act) { return !act.index_number.empty(); });
    return it == acts_.end() ? std::string() : it->index_number;
}

Progress Document::progress(std::optional<Date> as_of) const {
    const auto annulled = annulled_acts(acts_);
    return fold(acts_, annulled, journal::happened_by(as_of, acts_, annulled));
}

Result<Document> Document::after(Act act) const {
    if (act.kind == ActKind::Draft)
        return refused("act.not-now", "这份文件已经起草，不能重复起草。");
    const Progress now = progress();
    if (!transition(act.kind).lawful_in(now.stage, now.standing))
        return refused("act.not-now", "这份文件" + status_words(now) + "，不能办理“" +
                                          std::string(transition(act.kind).title) + "”。");
    if (act.kind == ActKind::Annul) return annulled(std::move(act));
    GK_CHECK(check_days(act, now.latest));
    GK_CHECK(check_interprets(key_, act));
    GK_CHECK(judge(act, acts_, now));
    Document next = *this;
    next.acts_.push_back(std::move(act));
    return next;
}

// What remains without the wrong act must still be lawful, act by act; and the public must not see
// through it what it does not see now: that takes a review and a publication.
Result<Document> Document::annulled(Act act) const {
    GK_CHECK(journal::check_annulment("document.", act, acts_));
    GK_CHECK(check_days(act, act.on));
    const int wrong = *act.refers_to;
    if (acts_[std::size_t(wrong)].kind == ActKind::Edit)
        return refused("annul.edit", "文稿的修改不用更正，请再修改一次。");
    const Progress now = progress();
    if (wrong == 0 && now.standing == Standing::Public)
        return refused("annul.public", "这份文件正在公开，不能作废。请先撤下。");
    Document next = *this;
    next.acts_.push_back(std::move(act));
    if (wrong == 0) return next;
    const auto gone = annulled_acts(next.acts_);
    for (std::size_t i = 1; i < acts_.size(); ++i) {
        const Act& kept = acts_[i];
        if (annuls(kept) || gone.contains(int(i))) continue;
        const Progress before = fold(acts_, gone, i);
        if (!transition(kept.kind).lawful_in(before.stage, before.standing) ||
            !judge(kept, std::span(acts_).first(i), before).ok())
            return refused("annul.others-rest-on-it",
                           "后面的“" + std::string(transition(kept.kind).title) +
                               "”以这条登记为前提。请先更正后面的登记。");
    }
    const int text = shown_text(next.progress());
    if (text >= 0 && text != shown_text(now))
        return refused("annul.shows",
                       "更正以后，现在没有公开的文稿会重新公开。要公开它，请起草新文稿，"
                       "经审查后公开。");
    return next;
}

}  // namespace gongkai::disclosure
