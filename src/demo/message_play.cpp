#include "demo/message_play.h"

#include <memory>
#include <string>

#include "desk/message_desk.h"

namespace gongkai::demo {

namespace {

using interaction::MessageAct;
using interaction::MessageKey;
using namespace interaction::messages;

// A matter as it comes in, and as it is answered in public; made up.
struct Case {
    Matter matter;
    std::string_view title, content, answer, asked_in_public;
};
constexpr Case cases[] = {
    {Matter::Help, "路灯不亮", "溪桥路农贸市场门口的路灯坏了几天，晚上出行不便。",
     "已安排维修人员更换灯具，路灯恢复照明。", "溪桥路农贸市场门口路灯不亮，何时修复？"},
    {Matter::Consultation, "养老保险如何缴费", "想问城乡居民养老保险今年怎么缴、缴到什么时候。",
     "可在便民服务中心窗口或者手机银行缴纳，缴费截止到12月31日。",
     "城乡居民养老保险如何缴费，截止到哪一天？"},
    {Matter::Complaint, "夜间施工噪音", "工地夜里十一点还在施工，影响休息。",
     "已约谈施工单位，夜间不再进行产生噪音的作业。", "工地夜间施工噪音扰民怎么办？"},
    {Matter::Suggestion, "增设公交候车亭", "柳河桥头等车没有遮雨的地方，建议增设候车亭。",
     "已列入明年的农村客运站点改造计划。", "建议在柳河桥头增设公交候车亭。"},
    {Matter::Consultation, "临时救助怎样申请", "家里有人生病住院，想了解临时救助。",
     "可向户籍所在地乡镇提出申请，带身份证和医疗费用票据。", "临时救助如何申请，需要什么材料？"},
    {Matter::Complaint, "垃圾清运不及时", "村口垃圾箱满了几天没有人收。",
     "已督促保洁公司当日清运，并增加清运次数。", "村口垃圾清运不及时，如何处理？"},
    {Matter::Help, "自来水水压低", "三楼以上早晚没有水。", "已更换加压泵，水压恢复正常。",
     "三楼以上水压低，何时解决？"},
    {Matter::Report, "反映有人违规收费", "有人在市场收摊位费不开票。",
     "已转有关部门核查，并告知来信人。", ""},
};
constexpr std::string_view names[] = {"王某", "李某", "张某", "赵某", "周某", "孙某"};
constexpr std::string_view units[] = {"党政办公室", "社会事务办公室", "经济发展办公室"};

// One message on its way: each step is recorded on its day, and sees those before it.
struct Play {
    Seat seat;
    const Case* about = nullptr;
    MessageKey key{};
    std::size_t seen = 1;

    desk::MessageDesk& desk() const { return seat.desks->messages; }
};
using Shared = std::shared_ptr<Play>;

void plan_act(Scene& scene, const Shared& play, Date on, Part part, Kinds what,
              std::string words = "已办理。") {
    scene.agenda.plan(on, [play, on, part, what, words](std::int64_t at) {
        MessageAct act;
        act.on = on;
        act.what = what;
        act.words = records::in_clear(words);
        (void)played(play->desk().act_on(play->seat.by(part, at), play->key, act, play->seen),
                     "message");
        ++play->seen;
    });
}

Concern concern_of(Dice& dice, const Case& about, int number, int year) {
    Concern it;
    const int turn = dice.between(1, 100);
    it.source = turn <= 70   ? Source::Hotline
                : turn <= 80 ? Source::HeadMailbox
                : turn <= 88 ? Source::SecretaryMailbox
                : turn <= 96 ? Source::Website
                             : Source::Correction;
    it.matter = about.matter;
    if (it.source == Source::Hotline)
        it.ticket = "RX" + std::to_string(year) + std::to_string(10'000 + number);
    it.reply_wished = true;
    it.writer.clear = desk::packed(Writer{std::string(dice.pick(names)),
                                          "1990000" + std::to_string(dice.between(1000, 9999)),
                                          "溪桥路" + std::to_string(dice.between(2, 90)) + "号"});
    it.title = records::in_clear(std::string(about.title));
    it.content = records::in_clear(std::string(about.content));
    return it;
}

void plan_publication(Scene& scene, const Shared& play, Date on) {
    const Case& about = *play->about;
    const PublicText text{std::string(about.title), std::string(about.asked_in_public),
                          std::string(about.answer)};
    Propose propose;
    propose.text.clear = canonical(records::entry_record(records::fields_of<PublicText>, &text));
    plan_act(scene, play, on, Part::Clerk, propose);
    // The proposal is the act that has been recorded last then.
    scene.agenda.plan(on, [play, on](std::int64_t at) {
        MessageAct act;
        act.on = on;
        act.what = Review{{int(play->seen) - 1}, {true, true, true, true}};
        (void)played(
            play->desk().act_on(play->seat.by(Part::Reviewer, at), play->key, act, play->seen),
            "review");
        ++play->seen;
    });
    plan_act(scene, play, on, Part::Clerk, Publish{}, "");
}

// The answer, the call-back and the end.
void plan_answer(Scene& scene, Dice& dice, const Shared& play, Date came) {
    plan_act(scene, play, came, Part::Clerk, Accept{});
    plan_act(scene, play, scene.after(came, 1), Part::Clerk,
             PassOn{std::string(dice.pick(units)), {}}, "请按期办理。");
    const bool late = dice.chance(6);
    const Date answered = scene.after(came, late ? 17 : dice.between(2, 3));
    Reply reply;
    reply.by_way = dice.chance(80) ? ReplyBy::Phone : ReplyBy::Letter;
    reply.answer = records::in_clear(std::string(play->about->answer));
    plan_act(scene, play, answered, Part::Clerk, reply);
    const Date called = scene.after(answered, 1);
    const bool content = dice.chance(90);
    plan_act(scene, play, called, Part::Clerk,
             CallBack{true, content ? Solved::Yes : Solved::Partly,
                      content ? Satisfaction::Satisfied : Satisfaction::FairlySatisfied});
    plan_act(scene, play, called, Part::Clerk, Close{});
    if (!play->about->asked_in_public.empty() && dice.chance(35))
        plan_publication(scene, play, scene.after(called, 1));
}

void plan_message(Scene& scene, Dice& dice, const Seat& seat, int number, Date came) {
    const auto play = std::make_shared<Play>();
    play->seat = seat;
    play->about = &dice.pick(cases);
    const Concern concern = concern_of(dice, *play->about, number, year_of(came));
    scene.agenda.plan(came, [play, concern, came](std::int64_t at) {
        MessageAct act;
        act.on = came;
        act.what = Enter{concern};
        play->key = played(play->desk().enter(play->seat.by(Part::Clerk, at), play->seat.organ,
                                              std::move(act)),
                           "message")
                        .message.key();
    });
    const bool dispatched =
        concern.source != Source::Website && concern.source != Source::Correction;
    if (dispatched && dice.chance(5))
        plan_act(scene, play, scene.after(came, 1), Part::Clerk, SendBack{}, "属于县城管局职责。");
    else if (dice.chance(5))
        plan_act(scene, play, scene.after(came, 1), Part::Clerk, Transfer{"县住房和城乡建设局"},
                 "您反映的事项已转县住房和城乡建设局办理，请等候其答复。");
    else
        plan_answer(scene, dice, play, came);
}

}  // namespace

void plan_messages(Scene& scene, Dice& dice, const Seat& seat, int year) {
    const Date first = day_of(year, 1, 4), last = std::min(scene.last, day_of(year, 12, 15));
    int number = 0;
    for (Date on = first + std::chrono::days{dice.between(0, 12)}; on <= last;
         on += std::chrono::days{dice.between(9, 24)})
        plan_message(scene, dice, seat, ++number, scene.working_day(on));
}

}  // namespace gongkai::demo
