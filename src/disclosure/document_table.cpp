#include "disclosure/document.h"

template class gongkai::records::History<gongkai::disclosure::DocumentSubject>;

namespace gongkai::disclosure {

namespace {

using law::regulation;
using records::asked;
using records::hidden;
using records::needed;
using records::no_words;
using records::nowhere;
using records::Right;
using records::row;
using records::States;

constexpr auto write = Right::WriteDocuments;

// A document stands on two axes at once, and both must allow an act: the bits of its stages stand
// below those of its standings.
constexpr unsigned standings_from = 16;
static_assert(count_of<Stage> <= standings_from);

constexpr States at(States stages, States standings) {
    return stages | standings << standings_from;
}

constexpr States stages(std::initializer_list<Stage> all) { return records::in(all); }
constexpr States standings(std::initializer_list<Standing> all) { return records::in(all); }

constexpr States any_stage = (States{1} << count_of<Stage>)-1;
constexpr States known = standings({Standing::Unpublished, Standing::Public, Standing::Withdrawn});
constexpr States once_published = standings({Standing::Public, Standing::Withdrawn});

// Name, title, article, lawful in, right, the form's words for its day and its remark, what the
// public reads.
constexpr auto rows = records::rows_of<DocumentKinds>(
    row<Draft>("draft", "起草", regulation("6.1"), nowhere, write, "", no_words, hidden),
    // What was cleared and is then edited has to be reviewed again.
    row<Edit>("edit", "修改文稿", regulation("6.1"),
              at(stages({Stage::Draft, Stage::ToWork, Stage::NotPublic, Stage::Cleared}), known),
              write, "", asked("说明"), hidden),
    // Reg. 18: what was not public is assessed again when things have changed.
    row<Submit>("submit", "送审", regulation("17.1"),
                at(stages({Stage::Draft, Stage::NotPublic}), known), write, "", asked("说明"),
                hidden),
    row<Review>("review", "公开审查", regulation("17.2"),
                at(stages({Stage::InReview, Stage::AskedFor}), known), Right::ReviewDocuments,
                "审查日期", asked("审查意见"), hidden),
    row<Publish>("publish", "公开", regulation("23"), at(stages({Stage::Cleared}), known), write,
                 "公开日期", asked("说明"), hidden),
    row<Revise>("revise", "起草新文稿", regulation("26"), at(stages({Stage::None}), once_published),
                write, "", asked("说明"), hidden),
    row<Withdraw>("withdraw", "撤下", regulation("6.1"),
                  at(any_stage, standings({Standing::Public})), write, "", needed("撤下的原因"),
                  hidden),
    row<Repeal>("repeal", "登记废止", regulation("20(1)"), at(any_stage, once_published), write,
                "废止决定的日期", asked("说明"), hidden),
    row<Expire>("expire", "登记失效", regulation("20(1)"), at(any_stage, once_published), write,
                "办理日期", asked("说明"), hidden),
    row<Annul>("annul", "更正错误登记", regulation("4.2(1)"), at(any_stage, known), write, "",
               needed("错在哪里"), hidden));

constexpr records::Table document_table{"document", "document", "文件", "这份文件", rows};

}  // namespace

const records::Table& DocumentSubject::table() { return document_table; }

bool DocumentSubject::lawful(States states, const Progress& now) {
    const States here = at(stages({now.stage}), standings({now.standing}));
    return (states & here) == here;
}

std::string DocumentSubject::state_words(const Progress& now) {
    std::string words(chinese(now.standing));
    if (now.standing != Standing::Annulled) words += "，" + std::string(chinese(now.stage));
    return words;
}

void DocumentSubject::annul_all(Progress& now) {
    now.standing = Standing::Annulled;
    now.stage = Stage::None;
    now.shown = -1;
}

}  // namespace gongkai::disclosure
