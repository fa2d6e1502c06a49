#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "records/field.h"

// What places set by rules of their own. 《代表法》 itself fixes three and six months; all else
// here is local, and stands in data/settings/proposals.json with its sources.
namespace gongkai::interaction::proposals {

// So many working days, or so many months.
enum class Unit { WorkingDays, Months };
constexpr auto words(Unit) {
    return word_list<Unit>({
        {Unit::WorkingDays, "working_days", "个工作日"},
        {Unit::Months, "months", "个月"},
    });
}
struct Span {
    int count = 1;
    Unit unit = Unit::Months;

    static constexpr auto fields() {
        return records::field_list(records::field<&Span::count>("count", "数量"),
                                   records::field<&Span::unit>("unit", "单位"));
    }
    friend bool operator==(const Span&, const Span&) = default;
};
using gongkai::chinese;  // of dates and words, which the one below would hide
inline std::string chinese(const Span& span) {
    return std::to_string(span.count) + std::string(chinese(span.unit));
}

// What an answer amounts to: A, B, C, in places D. `promises`: it names what is still to be done,
// with a day.
struct AnswerClass {
    std::string code;
    std::string words;
    bool promises = false;
    friend bool operator==(const AnswerClass&, const AnswerClass&) = default;
};

// How the public page names who proposed: by name, or by the number of the proposal alone.
enum class ProposerShown { Number, Name };
constexpr auto words(ProposerShown) {
    return word_list<ProposerShown>({
        {ProposerShown::Number, "number", "只显示编号"},
        {ProposerShown::Name, "name", "显示姓名"},
    });
}

// What is counted by. It is kept with each assignment as it was on that day, so that a setting that
// changes later does not make an answer late which was in time; what was assigned before that is
// judged by the settings of today.
struct Terms {
    Span answer{3, Unit::Months};              // 代表法: from the assignment
    Span extended{6, Unit::Months};            // 代表法: where the matter is wide and difficult
    Span return_within{5, Unit::WorkingDays};  // 青岛; 重庆 10
    Span opinion{1, Unit::Months};             // 青岛; 重庆 30 working days, 浙江 2 months
    Span feedback{15, Unit::WorkingDays};      // 北京; 重庆 20
    Span answer_again{1, Unit::Months};        // 浙江; 北京 and 重庆 2 months
    // UNSETTLED: an extension that is recorded after the first day has passed stays on record;
    // whether it still moves the day of the answer.
    bool late_extension_moves_day = false;
    // UNSETTLED: the same of a promise whose day was put off when it had passed.
    bool late_deferral_moves_day = false;
    // UNSETTLED: whether the months begin anew for a body that becomes the lead after it had only
    // joined; it is then that the matter is assigned to it.
    bool new_part_counts_anew = true;

    static constexpr auto fields() {
        using records::field;
        return records::field_list(field<&Terms::answer>("answer", "答复期限"),
                                   field<&Terms::extended>("extended", "延长后的答复期限"),
                                   field<&Terms::return_within>("return_within", "退回的期限"),
                                   field<&Terms::opinion>("opinion", "会办意见的期限"),
                                   field<&Terms::feedback>("feedback", "反馈的期限"),
                                   field<&Terms::answer_again>("answer_again", "再次答复的期限"),
                                   field<&Terms::late_extension_moves_day>(
                                       "late_extension_moves_day", "期满后的延长也改变期限"),
                                   field<&Terms::late_deferral_moves_day>(
                                       "late_deferral_moves_day", "期满后推迟的承诺也改变期限"),
                                   field<&Terms::new_part_counts_anew>(
                                       "new_part_counts_anew", "改为主办的，从调整之日起计算"));
    }
    friend bool operator==(const Terms&, const Terms&) = default;
};

struct Settings : Terms {
    // How far a promise may be put off at once: class B is what is solved within three years.
    Span longest_deferral{36, Unit::Months};
    ProposerShown proposer = ProposerShown::Number;
    std::vector<AnswerClass> classes{{"A", "所提问题已经解决或者采纳", false},
                                     {"B", "正在解决或者已列入计划逐步解决", true},
                                     {"C", "因条件限制或者其他原因暂时不能解决", false},
                                     {"D", "需要报请上级机关研究解决", false}};

    const AnswerClass* find(std::string_view code) const;  // nullptr where there is none
};

}  // namespace gongkai::interaction::proposals
