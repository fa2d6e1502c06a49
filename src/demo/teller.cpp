#include "demo/teller.h"

#include "demo/asking.h"

namespace gongkai::demo {

using law::DecisionCode;
using requests::Act;
using requests::Answer;
using requests::Party;
using requests::Reference;

namespace {

std::vector<requests::ItemDecision> items_of(DecisionCode code, int items) {
    if (code == DecisionCode::G3 && items == 3)
        return {{1, DecisionCode::G2}, {2, DecisionCode::D6}, {3, DecisionCode::U1a}};
    std::vector<requests::ItemDecision> all;
    for (int item = 1; item <= items; ++item)
        all.push_back({item, code});
    return all;
}

}  // namespace

Teller::Teller(const Scene& scene, Dice& dice, Date on)
    : scene_(scene), dice_(dice), story_{any_request(dice, on), 0, {}}, now_(on) {
    if (!requests::needs_confirmation(story_.asked.channel)) return;
    wait(dice.between(0, 1));
    add(requests::Confirm{}, Part::Clerk);
}

Step& Teller::add(requests::Kinds what, Part who, std::string words) {
    now_ = scene_.working_day(now_);
    Step step;
    step.act.what = std::move(what);
    step.act.on = now_;
    step.who = who;
    step.act.words = records::in_clear(std::move(words));
    return story_.steps.emplace_back(std::move(step));
}

void Teller::correction(int days_to_answer) {
    wait(dice_.between(1, 5));
    now_ = scene_.working_day(now_);
    add(requests::AskCorrection{scene_.after(now_, 15)}, Part::Clerk,
        "请明确所需信息的名称、文号或者形成时间，以便检索。");
    if (days_to_answer == 0) return;
    wait(days_to_answer);
    add(requests::Correct{}, Part::Clerk, "补充说明了所需文件的名称和大致时间。");
}

void Teller::consultation(Party party, std::optional<Answer> answer) {
    wait(dice_.between(2, 5));
    add(requests::Consult{party}, Part::Clerk,
        party == Party::ThirdParty
            ? "所申请的合同涉及贵方的商业信息，请于收到后15个工作日内提出意见。"
            : "该信息由贵机关共同制作，请提出意见。");
    const int consulted = last();
    if (party != Party::OtherOrgan) {
        wait(dice_.between(1, 2));
        add(requests::Serve{Reference{consulted}}, Part::Clerk);
    }
    if (!answer) return;
    wait(answer == Answer::Silent ? 17 : dice_.between(3, 12));
    add(requests::Opinion{Reference{consulted}, *answer}, Part::Clerk,
        answer == Answer::Refuses  ? "不同意公开，涉及报价明细。"
        : answer == Answer::Agrees ? "同意公开。"
                                   : "");
}

void Teller::extension() {
    wait(dice_.between(8, 11));
    add(requests::ProposeExtension{20}, Part::Clerk, "需向多个科室调取档案。");
    wait(1);
    add(requests::Extend{20}, Part::Head, "同意。");
}

void Teller::fee(std::int64_t yuan) {
    wait(dice_.between(2, 4));
    add(requests::FeeNotice{yuan}, Part::Clerk, "本次申请的信息共计六百余页，超过规定数量。");
    const int sent = last();
    wait(2);
    add(requests::Serve{Reference{sent}}, Part::Clerk);
}

void Teller::decision(DecisionCode code) {
    constexpr std::string_view search =
        "检索了本机关档案室2015年以来的目录和电子公文系统，检索词为申请中的名称和文号。";
    add(requests::Decide{items_of(code, story_.asked.items), false,
                         records::in_clear(std::string(search))},
        Part::Head, "经审查，本机关决定：" + std::string(chinese(code)) + "。");
}

void Teller::delivery() {
    wait(dice_.between(0, 1));
    Step& answer = add(requests::Deliver{story_.asked.wished}, Part::Clerk);
    if (dice_.chance(6)) answer.recorded_later = dice_.between(2, 9);
}

void Teller::remedies() {
    using requests::Remedy;
    using requests::RemedyOutcome;
    // Most are upheld.
    const auto outcome = [&] {
        const int turn = dice_.between(1, 10);
        return turn <= 6   ? RemedyOutcome::Upheld
               : turn <= 8 ? RemedyOutcome::Corrected
                           : RemedyOutcome::Other;
    };
    const auto run = [&](Remedy remedy, int days) {
        add(requests::FileRemedy{remedy}, Part::Clerk);
        const int filed = last();
        wait_days(days);
        add(requests::RemedyResult{Reference{filed}, outcome()}, Part::Clerk, "见决定书。");
    };
    wait_days(dice_.between(15, 55));
    if (dice_.chance(25)) return run(Remedy::SuitDirect, dice_.between(70, 170));
    run(Remedy::Review, dice_.between(35, 60));
    if (!dice_.chance(35)) return;
    wait_days(dice_.between(5, 14));
    run(Remedy::SuitAfterReview, dice_.between(70, 170));
}

}  // namespace gongkai::demo
