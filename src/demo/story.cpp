#include "demo/story.h"

#include <algorithm>
#include <memory>

#include "demo/teller.h"

namespace gongkai::demo {

namespace {

using law::DecisionCode;
using requests::Answer;
using requests::Party;

// How the handling may go before the decision.
enum class Course { Plain, Late, Corrected, Extended, ThirdParty, CoMaker, OtherOrgan, Paid, Slip };

Course any_course(Dice& dice, DecisionCode ends_with) {
    const int turn = dice.between(1, 100);
    if (turn <= 55) return Course::Plain;
    if (turn <= 61) return Course::Late;
    if (turn <= 73) return Course::Corrected;
    if (turn <= 81) return Course::Extended;
    if (turn <= 85) return Course::CoMaker;
    if (turn <= 89) return Course::OtherOrgan;
    if (turn <= 92) return Course::Slip;
    if (!law::decision(ends_with).gives) return Course::Plain;
    return turn <= 97 ? Course::ThirdParty : Course::Paid;
}

// A wrong entry and its correction: nobody had asked for one.
void slip(Teller& it) {
    it.wait(1);
    it.add(requests::ProposeExtension{20}, Part::Clerk, "登记到了另一件申请上。");
    const int wrong = it.last();
    it.add(requests::Annul{{wrong}}, Part::Clerk, "报请延长的是另一件申请。");
}

void handle(Teller& it, Course course) {
    Dice& dice = it.dice();
    switch (course) {
        case Course::Plain: return it.wait(dice.between(3, 15));
        case Course::Late: return it.wait(dice.between(21, 27));
        case Course::Corrected: it.correction(dice.between(2, 9)); break;
        case Course::Extended: it.extension(); return it.wait(dice.between(11, 22));
        case Course::ThirdParty:
            it.consultation(Party::ThirdParty, dice.chance(70) ? Answer::Agrees : Answer::Silent);
            break;
        case Course::CoMaker: it.consultation(Party::CoMaker, Answer::Agrees); break;
        case Course::OtherOrgan: it.consultation(Party::OtherOrgan, Answer::Agrees); break;
        case Course::Paid:
            it.fee(100 + 10 * dice.between(1, 40));
            it.wait(dice.between(2, 8));
            it.add(requests::Pay{}, Part::Clerk);
            break;
        case Course::Slip: slip(it); break;
    }
    it.wait(dice.between(2, 9));
}

// Those that only one course leads to. False for the others.
bool tell_special(Teller& it, DecisionCode ends_with) {
    switch (ends_with) {
        case DecisionCode::O1:
            it.correction(0);
            it.wait(17);
            it.add(requests::LapseUncorrected{}, Part::Clerk);
            return true;
        case DecisionCode::O2:
            it.fee(160);
            it.wait(23);
            it.add(requests::LapseUnpaid{}, Part::Clerk);
            return true;
        case DecisionCode::O3:
            it.wait(it.dice().between(2, 8));
            it.add(requests::Withdraw{}, Part::Clerk, "申请人来电称已从网站查到，自愿撤回。");
            return true;
        case DecisionCode::U3: it.correction(5); break;
        case DecisionCode::N4:
            it.wait(3);
            it.add(requests::AskReasons{}, Part::Clerk,
                   "您一个月内提出了九件内容相近的申请，请说明理由。");
            it.wait(6);
            it.add(requests::GiveReasons{}, Part::Clerk, "称为个人收集资料。");
            break;
        case DecisionCode::D4: it.consultation(Party::ThirdParty, Answer::Refuses); break;
        default: return false;
    }
    it.wait(it.dice().between(2, 8));
    it.decision(ends_with);
    it.delivery();
    return true;
}

bool draws_remedy(Dice& dice, DecisionCode ends_with) {
    return dice.chance(law::decision(ends_with).gives ? 4 : 18);
}

// What is carried from one step to the next.
struct Playing {
    Seat seat;
    Story story;
    std::optional<requests::Request> request;
    std::size_t next = 0;
};

void play_next(Scene& scene, const std::shared_ptr<Playing>& it, Date not_before);

void play_step(Scene& scene, const std::shared_ptr<Playing>& it, std::int64_t at) {
    const Step& step = it->story.steps[it->next++];
    it->request =
        played(it->seat.desks->requests.act_on(it->seat.by(step.who, at), it->request->key(),
                                               step.act, it->request->acts().size()),
               records::row_of<requests::Subject>(step.act).name);
    play_next(scene, it, china_day(at));
}

void play_next(Scene& scene, const std::shared_ptr<Playing>& it, Date not_before) {
    if (it->next == it->story.steps.size()) return;
    const Step& step = it->story.steps[it->next];
    const Date on = step.act.on + std::chrono::days{step.recorded_later};
    scene.agenda.plan(std::max(on, not_before),
                      [&scene, it](std::int64_t at) { play_step(scene, it, at); });
}

}  // namespace

Story story_of(const Scene& scene, Dice& dice, Date on, DecisionCode ends_with) {
    Teller it(scene, dice, on);
    if (ends_with == DecisionCode::G3 && dice.chance(40)) it.asks_for(3);
    if (ends_with == DecisionCode::G2 && dice.chance(8)) it.asks_for(2);
    if (!tell_special(it, ends_with)) {
        handle(it, any_course(dice, ends_with));
        it.decision(ends_with);
        it.delivery();
        if (draws_remedy(dice, ends_with)) it.remedies();
    }
    return it.take();
}

std::vector<Story> open_stories(const Scene& scene, Dice& dice) {
    const auto begun = [&](int working_days_ago) {
        return Teller(scene, dice, scene.after(scene.last, -working_days_ago));
    };
    std::vector<Story> all;
    for (const int ago : {24, 20, 19, 16, 3, 0})
        all.push_back(begun(ago).take());
    for (const bool fee : {false, true}) {
        Teller it = begun(8);
        fee ? it.fee(240) : it.correction(0);
        all.push_back(it.take());
    }
    Teller consulted = begun(12);
    consulted.consultation(Party::ThirdParty, {});
    all.push_back(consulted.take());
    Teller proposed = begun(17);
    proposed.wait(12);
    proposed.add(requests::ProposeExtension{15}, Part::Clerk, "需向县档案馆调取材料。");
    all.push_back(proposed.take());
    return all;
}

void plan(Scene& scene, const Seat& seat, Story story) {
    auto it = std::make_shared<Playing>();
    it->seat = seat;
    it->story = std::move(story);
    const auto& asked = it->story.asked;
    const Date on = asked.received_on + std::chrono::days{it->story.registered_later};
    scene.agenda.plan(on, [&scene, it](std::int64_t at) {
        const Part who =
            it->story.asked.channel == requests::Channel::Internet ? Part::Public : Part::Clerk;
        it->request = played(it->seat.desks->requests.take_in(it->seat.by(who, at), it->seat.organ,
                                                              it->story.asked),
                             "register")
                          .request;
        play_next(scene, it, china_day(at));
    });
}

}  // namespace gongkai::demo
