#include "demo/publishing_play.h"

#include <memory>

#include "demo/papers.h"
#include "desk/publishing.h"

namespace gongkai::demo {

namespace {

using disclosure::Content;
using disclosure::DocumentKey;
using disclosure::Kind;
using disclosure::Review;
using disclosure::Verdict;

// One document on its way; where a step knows the next, it plans it.
struct Play {
    Scene& scene;
    Seat seat;
    const Paper* paper;
    int year;
    Content content;
    std::string body;
    DocumentKey key{};
    std::shared_ptr<std::string> explained{};  // subject of the year's last normative document

    desk::Publishing& desk() const { return seat.desks->publishing; }
};
using Shared = std::shared_ptr<Play>;

constexpr std::string_view allowance = "项目,标准,单位\n基本补助,1200,元/年\n专项补助,3000,元/次\n";

Content content_of(Dice& dice, const Seat& seat, const Paper& paper, int year, int serial) {
    Content content;
    content.title = title_of(paper, *seat.body, year);
    content.abstract = paper.what;
    content.kind = paper.kind;
    content.subject_class = paper.subject_class;
    content.keywords = {std::string(seat.body->short_name), std::to_string(year)};
    content.source = seat.body->name;
    content.channels = {disclosure::Channel::Website};
    if (dice.chance(40)) content.channels.push_back(disclosure::Channel::NewMedia);
    if (dice.chance(25)) content.channels.push_back(disclosure::Channel::Board);
    if (disclosure::is_normative(paper.kind))
        content.document_number = std::string(seat.body->issuer_code) + "〔" +
                                  std::to_string(year) + "〕" + std::to_string(serial) + "号";
    return content;
}

void draft(const Shared& play, std::int64_t at) {
    if (play->paper->kind == Kind::Interpretation && play->explained)
        play->content.interprets = *play->explained;
    Content content = play->content;
    content.body.clear = play->body;
    if (play->paper->attachment)
        content.attachments.push_back({"附件：标准.csv",
                                       "text/csv",
                                       std::int64_t(allowance.size()),
                                       {std::string(allowance), {}}});
    play->key = played(play->desk().draft(play->seat.by(Part::Clerk, at), play->seat.organ,
                                          std::move(content)),
                       "draft")
                    .key();
}

// Happened on the day on which it is written down.
void act(const Shared& play, Part part, std::int64_t at, disclosure::DocumentKinds what,
         std::string words = {}) {
    disclosure::Act act;
    act.on = china_day(at);
    act.words.clear = std::move(words);
    act.what = std::move(what);
    const std::string step(records::row_of<disclosure::DocumentSubject>(act).title);
    (void)played(play->desk().record(play->seat.by(part, at), {play->key, {}}, std::move(act),
                                     play->seat.body->credit_code),
                 step);
}

void submit(const Shared& play, std::int64_t at) {
    act(play, Part::Clerk, at, disclosure::Submit{});
}

void review(const Shared& play, std::int64_t at, int text, Verdict verdict) {
    disclosure::Conclusion conclusion{verdict, true, {}, {}};
    if (verdict == Verdict::AfterWork) {
        conclusion.ground = law::regulation("15");
        conclusion.basis = "附件中有个人手机号码，删去后可以公开。";
    }
    act(play, Part::Reviewer, at, Review{{text}, std::move(conclusion)});
}

void publish(const Shared& play, std::int64_t at) {
    act(play, Part::Clerk, at, disclosure::Publish{});
    if (disclosure::is_normative(play->paper->kind) && play->explained)
        *play->explained = subject(play->key);
}

using StepOfDocument = void (*)(const Shared&, std::int64_t);
void plan(const Shared& play, Date on, StepOfDocument step) {
    play->scene.agenda.plan(on, [play, step](std::int64_t at) { step(play, at); });
}

// The reviewer wants a number taken out: act 3 is the text without it.
void refuse(const Shared& play, std::int64_t at) { review(play, at, 0, Verdict::AfterWork); }
void clear(const Shared& play, std::int64_t at) { review(play, at, 0, Verdict::Public); }
void clear_reworked(const Shared& play, std::int64_t at) { review(play, at, 3, Verdict::Public); }

void rework(const Shared& play, std::int64_t at) {
    Content content = play->content;
    content.body.clear = play->body + "（已删去个人联系方式。）\n";
    act(play, Part::Clerk, at, disclosure::Edit{std::move(content)});
}

void repeal(const Shared& play, std::int64_t at) {
    act(play, Part::Head, at, disclosure::Repeal{china_day(at)});
}

void withdraw(const Shared& play, std::int64_t at) {
    act(play, Part::Head, at, disclosure::Withdraw{}, "附件误列了一处联系电话，撤下核对。");
}

void plan_first_publication(const Shared& play, Dice& dice, Date formed) {
    Scene& scene = play->scene;
    plan(play, formed, draft);
    plan(play, scene.after(formed, 1), submit);
    plan(play, scene.after(formed, 2), clear);
    // Reg. 26: within 20 working days. Some are late.
    const int days = dice.chance(12) ? dice.between(22, 30) : dice.between(3, 15);
    plan(play, scene.after(formed, days), publish);
}

void plan_reworked_publication(const Shared& play, Date formed) {
    Scene& scene = play->scene;
    plan(play, formed, draft);
    plan(play, scene.after(formed, 1), submit);
    plan(play, scene.after(formed, 2), refuse);
    plan(play, scene.after(scene.after(formed, 2), 1), rework);
    plan(play, scene.after(formed, 3), submit);
    plan(play, scene.after(formed, 4), clear_reworked);
    plan(play, scene.after(formed, 6), publish);
}

void plan_later_life(const Shared& play, Dice& dice, Date formed) {
    Scene& scene = play->scene;
    if (disclosure::is_normative(play->paper->kind) && dice.chance(30))
        plan(play, scene.after(formed, 220), repeal);
    else if (dice.chance(3))
        plan(play, scene.after(formed, 60), withdraw);
}

}  // namespace

void plan_documents(Scene& scene, Dice& dice, const Seat& seat, int year) {
    const auto explained = std::make_shared<std::string>();
    int serial = 0;
    for (const Paper& paper : papers_of(*seat.body)) {
        if (disclosure::is_normative(paper.kind)) ++serial;
        const Date formed =
            scene.working_day(day_of(year, unsigned(paper.month), unsigned(dice.between(1, 24))));
        auto play = std::make_shared<Play>(Play{scene,
                                                seat,
                                                &paper,
                                                year,
                                                content_of(dice, seat, paper, year, serial),
                                                text_of(paper, *seat.body, year),
                                                {},
                                                explained});
        play->content.formed_on = formed;
        if (disclosure::is_normative(paper.kind)) play->content.issued_on = formed;
        if (!paper.attachment && dice.chance(8))
            plan_reworked_publication(play, formed);
        else
            plan_first_publication(play, dice, formed);
        plan_later_life(play, dice, formed);
    }
}

namespace {

void plan_line(Scene& scene, const Seat& seat, disclosure::RegisterKind kind, Date quarter_end,
               Decimal amount) {
    scene.agenda.plan(scene.after(quarter_end, 3), [=](std::int64_t at) {
        disclosure::RegisterAct line;
        line.on = quarter_end;
        line.what = disclosure::registers::Enter{
            kind, {}, amount, std::string(seat.body->short_name) + "办件台账"};
        (void)played(seat.desks->publishing.enter_line(seat.by(Part::Clerk, at), seat.organ, line),
                     "register line");
    });
}

}  // namespace

void plan_registers(Scene& scene, Dice& dice, const Seat& seat, int year) {
    using enum disclosure::RegisterKind;
    const bool department = seat.body->kind == organs::OrganKind::Department;
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const auto month = std::chrono::month(unsigned(quarter) * 3);
        const Date end = std::chrono::sys_days{std::chrono::year{year} / month / std::chrono::last};
        if (department) {
            plan_line(scene, seat, License, end, Decimal(dice.between(5, 60)));
            if (dice.chance(70)) plan_line(scene, seat, Penalty, end, Decimal(dice.between(1, 12)));
            if (dice.chance(20)) plan_line(scene, seat, Compulsion, end, Decimal(1));
        } else if (dice.chance(30)) {
            plan_line(scene, seat, License, end, Decimal(dice.between(1, 9)));
        }
    }
}

}  // namespace gongkai::demo
