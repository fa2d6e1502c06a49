#include "demo/proposal_play.h"

#include <memory>

namespace gongkai::demo {

namespace {

using namespace interaction::proposals;
using Who = demo::Part;

// One proposal on its way through the year.
struct Play {
    Scene& scene;
    Seat seat;
    int year;
    ProposalKey key{};
};
using Shared = std::shared_ptr<Play>;

// One more act on a working day; its text, where it has one, is in the clear.
void then(const Shared& play, unsigned month, unsigned day, Who who, Kinds what,
          std::string words = {}) {
    const Date on = play->scene.working_day(day_of(play->year, month, day));
    play->scene.agenda.plan(on, [=](std::int64_t at) {
        auto& desk = play->seat.desks->proposals;
        Act act;
        act.on = on;
        act.what = what;
        if (!words.empty()) act.words = records::in_clear(words);
        const auto seen = played(desk.open(play->key), "proposal").proposal.acts().size();
        (void)played(desk.record(play->seat.by(who, at), play->key, act, seen), "proposal act");
    });
}

Shared begun(Scene& scene, const Seat& seat, int year, unsigned day, Register assignment) {
    auto play = std::make_shared<Play>(Play{scene, seat, year});
    const Date on = scene.working_day(day_of(year, 3, day));
    scene.agenda.plan(on, [=](std::int64_t at) {
        Act act;
        act.on = on;
        act.what = assignment;
        const auto made =
            play->seat.desks->proposals.assign(play->seat.by(Who::Clerk, at), seat.organ, act);
        play->key = played(made, "proposal").key();
    });
    return play;
}

Register assignment(const Seat& seat, int year, Form form, std::string_view number,
                    std::string_view matter, std::string_view content) {
    Register it;
    it.form = form;
    it.assigned_number = number;
    it.session = (form == Form::Suggestion ? "云溪县人民代表大会" : "云溪县政协") +
                 std::to_string(year) + "年会议";
    it.matter = matter;
    it.units = {interaction::proposals::Part::Lead, std::string(seat.body->name), {}};
    it.proposer.clear = journal::canonical(journal::Record{}.set(
        "names", std::string(form == Form::Suggestion ? "何春林" : "方秀英")));
    it.content = records::in_clear(std::string(content));
    return it;
}

Reply reply(const Seat& seat, int year, std::string its_class, int serial, std::string_view text) {
    Reply it;
    it.answer_class = std::move(its_class);
    it.document_number = std::string(seat.body->issuer_code) + "函〔" + std::to_string(year) +
                         "〕" + std::to_string(serial) + "号";
    it.signed_by = "陈立";
    it.contact = std::string(seat.body->short_name) + "办公室";
    it.phone = seat.body->phone;
    it.text = records::in_clear(std::string(text));
    return it;
}

// Written for the public, looked at by the reviewer, published. `text`: the number of the act.
void made_public(const Shared& play, unsigned month, unsigned day, int text, Prepare prepared) {
    then(play, month, day, Who::Clerk, std::move(prepared));
    then(play, month, day + 1, Who::Reviewer, Review{{text}, {true, true, true, true}});
    then(play, month, day + 2, Who::Clerk, Publish{});
}

// Solved: an opinion of who joins, an answer, a receipt, all public.
void bus_stop(Scene& scene, const Seat& seat, int year) {
    auto first = assignment(seat, year, Form::Suggestion, "第16号", "关于增设公交站点的建议",
                            "镇卫生院门前没有公交站，老人看病不便，建议增设站点。");
    first.units.co_units = {"云溪县交通运输局"};
    const auto play = begun(scene, seat, year, 5, std::move(first));
    then(play, 4, 1, Who::Clerk, ReceiveOpinion{"云溪县交通运输局"}, "同意增设，线路不变。");
    then(play, 5, 20, Who::Clerk,
         Answer{reply(seat, year, "A", 1, "站点已于四月增设，线路不变。感谢对交通工作的关心。")});
    then(play, 6, 5, Who::Clerk, Feedback{Satisfaction::Satisfied});
    made_public(play, 6, 15, 4,
                {Manner::Full, "", "", "镇卫生院门前没有公交站，老人看病不便，建议增设站点。",
                 "站点已于四月增设，线路不变。感谢对交通工作的关心。", ""});
}

// Being solved, with a promise.
void dyke(Scene& scene, const Seat& seat, int year) {
    const auto play = begun(scene, seat, year, 6,
                            assignment(seat, year, Form::Cppcc, "第31号", "关于修复河堤的提案",
                                       "河堤多处塌陷，建议汛期前修复。"));
    auto its = reply(seat, year, "B", 2, "已列入今年计划，年底前完成一公里。");
    its.promises = {{"修复河堤一公里", day_of(year, 12, 20)}};
    then(play, 6, 1, Who::Clerk, Answer{std::move(its)});
    then(play, 6, 16, Who::Clerk, Feedback{Satisfaction::Basically});
    made_public(play, 6, 23, 3,
                {Manner::Summary, "", "", "", "已列入今年计划，年底前完成一公里。", ""});
    then(play, 10, 15, Who::Clerk, ReportPromise{1}, "已完成六百米。");
    then(play, 12, 16, Who::Clerk, EndPromise{1, PromiseEnd::Kept}, "一公里已经完工验收。");
}

// Not now; the deputy was not satisfied with the first answer. What concerns a company stays out.
void plant(Scene& scene, const Seat& seat, int year) {
    const auto play = begun(scene, seat, year, 7,
                            assignment(seat, year, Form::Suggestion, "第42号",
                                       "关于盘活闲置厂房的建议", "厂房闲置三年，建议引进项目。"));
    then(play, 5, 28, Who::Clerk, Answer{reply(seat, year, "C", 3, "条件暂不具备。")});
    then(play, 6, 10, Who::Clerk, Feedback{Satisfaction::Dissatisfied}, "没有说明为什么不具备。");
    then(play, 7, 2, Who::Clerk,
         AnswerAgain{reply(seat, year, "C", 4, "厂房权属正在诉讼，判决后再行研究。")});
    then(play, 7, 16, Who::Clerk, Feedback{Satisfaction::Satisfied});
    then(play, 7, 20, Who::Clerk, Prepare{Manner::None, "", "", "", "", "涉及企业的商业秘密。"});
    then(play, 7, 21, Who::Reviewer, Review{{5}, {true, true, true, true}});
}

// Where the body only joins, and gives the lead its opinion.
void joined(Scene& scene, const Seat& seat, int year) {
    auto first = assignment(seat, year, Form::Cppcc, "第8号", "关于加强校园周边管理的提案",
                            "上学放学时校门口拥堵，建议错时放学。");
    first.units = {
        interaction::proposals::Part::Joint, "云溪县教育局", {std::string(seat.body->name)}};
    const auto play = begun(scene, seat, year, 9, std::move(first));
    then(play, 4, 3, Who::Clerk, GiveOpinion{}, "同意错时放学，派人疏导。");
}

}  // namespace

void plan_proposals(Scene& scene, const Seat& seat, int year) {
    const std::string_view login = seat.body->login;
    if (login == "liuhe") {
        bus_stop(scene, seat, year);
        dyke(scene, seat, year);
        plant(scene, seat, year);
    }
    if (login == "yunxi") dyke(scene, seat, year);
    if (login == "liuhe" || login == "baiyang") joined(scene, seat, year);
}

}  // namespace gongkai::demo
