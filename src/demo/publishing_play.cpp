#include "demo/publishing_play.h"

#include <memory>

#include "demo/papers.h"
#include "desk/publishing.h"

namespace gongkai::demo {

namespace {

using disclosure::ActKind;
using disclosure::Content;
using disclosure::DocumentKey;
using disclosure::Kind;
using disclosure::Review;
using disclosure::Verdict;

// One document on its way; where a step knows the next, it plans it.
struct Playing {
    Scene& scene;
    Seat seat;
    const Paper* paper;
    int year;
    Content content;
    std::string body;
    DocumentKey key{};
    std::shared_ptr<std::string> explained{};  // subject of the year's last normative document

    desk::Publishing desk() const {
        auto& office = *seat.office;
        return {office.ledger, office.documents, office.registers, office.contents};
    }
};
using Shared = std::shared_ptr<Playing>;

constexpr std::string_view allowance = "项目,标准,单位\n基本补助,1200,元/年\n专项补助,3000,元/次\n";

Content content_of(Dice& dice, const Seat& seat, const Paper& paper, int year, int serial) {
    Content it;
    it.title = title_of(paper, *seat.body, year);
    it.abstract = paper.what;
    it.kind = paper.kind;
    it.subject_class = {paper.subject_class};
    it.keywords = {std::string(seat.body->short_name), std::to_string(year)};
    it.source = seat.body->name;
    it.channels = {disclosure::Channel::Website};
    if (dice.chance(40)) it.channels.push_back(disclosure::Channel::NewMedia);
    if (dice.chance(25)) it.channels.push_back(disclosure::Channel::Board);
    if (disclosure::is_normative(paper.kind))
        it.document_number = std::string(seat.body->issuer_code) + "〔" + std::to_string(year) +
                             "〕" + std::to_string(serial) + "号";
    return it;
}

void draft(const Shared& it, std::int64_t at) {
    const Date today = china_day(at);
    if (it->paper->kind == Kind::Interpretation && it->explained)
        it->content.interprets = *it->explained;
    const desk::Upload table{"附件：标准.csv", "text/csv", allowance};
    const std::span<const desk::Upload> uploads(&table, it->paper->attachment ? 1 : 0);
    it->key = played(it->desk().draft(it->seat.by(Part::Clerk, at), it->seat.organ,
                                      {it->content, it->body, uploads}, today),
                     "draft")
                  .key();
}

void submit(const Shared& it, std::int64_t at) {
    (void)played(it->desk().submit(it->seat.by(Part::Clerk, at), {it->key, {}}, china_day(at)),
                 "submit document");
}

void review(const Shared& it, std::int64_t at, int text, Verdict verdict) {
    Review what{verdict, true, {}, {}};
    if (verdict == Verdict::AfterWork) {
        what.ground = law::regulation("15");
        what.basis = "附件中有个人手机号码，删去后可以公开。";
    }
    (void)played(it->desk().review(it->seat.by(Part::Reviewer, at), {it->key, {}}, text, what, "",
                                   china_day(at), china_day(at)),
                 "review");
}

void publish(const Shared& it, std::int64_t at) {
    const Date today = china_day(at);
    (void)played(it->desk().publish(it->seat.by(Part::Clerk, at), {it->key, {}},
                                    it->seat.body->credit_code, today, today),
                 "publish");
    if (disclosure::is_normative(it->paper->kind) && it->explained)
        *it->explained = disclosure::subject(it->key);
}

using StepOfDocument = void (*)(const Shared&, std::int64_t);
void plan(const Shared& it, Date on, StepOfDocument step) {
    it->scene.agenda.plan(on, [it, step](std::int64_t at) { step(it, at); });
}

// The reviewer wants a number taken out: act 3 is the text without it.
void plan_rework(const Shared& it, Date on) {
    plan(it, on, [](const Shared& me, std::int64_t at) { review(me, at, 0, Verdict::AfterWork); });
    plan(it, it->scene.after(on, 1), [](const Shared& me, std::int64_t at) {
        const Date today = china_day(at);
        auto desk = me->desk();
        Content content = me->content;
        (void)played(desk.edit(me->seat.by(Part::Clerk, at), {me->key, {}},
                               {content, me->body + "（已删去个人联系方式。）\n"}, today),
                     "edit");
    });
}

void plan_first_publication(const Shared& it, Dice& dice, Date formed) {
    Scene& scene = it->scene;
    plan(it, formed, draft);
    plan(it, scene.after(formed, 1), submit);
    plan(it, scene.after(formed, 2),
         [](const Shared& me, std::int64_t at) { review(me, at, 0, Verdict::Public); });
    // Reg. 26: within 20 working days. Some are late.
    const int days = dice.chance(12) ? dice.between(22, 30) : dice.between(3, 15);
    plan(it, scene.after(formed, days), publish);
}

void plan_reworked_publication(const Shared& it, Date formed) {
    Scene& scene = it->scene;
    plan(it, formed, draft);
    plan(it, scene.after(formed, 1), submit);
    plan_rework(it, scene.after(formed, 2));
    plan(it, scene.after(formed, 3), submit);
    plan(it, scene.after(formed, 4),
         [](const Shared& me, std::int64_t at) { review(me, at, 3, Verdict::Public); });
    plan(it, scene.after(formed, 6), publish);
}

void plan_later_life(const Shared& it, Dice& dice, Date formed) {
    Scene& scene = it->scene;
    if (disclosure::is_normative(it->paper->kind) && dice.chance(30))
        plan(it, scene.after(formed, 220), [](const Shared& me, std::int64_t at) {
            const Date today = china_day(at);
            (void)played(me->desk().end(me->seat.by(Part::Head, at), {me->key, {}}, ActKind::Repeal,
                                        today, today, today),
                         "repeal");
        });
    else if (dice.chance(3))
        plan(it, scene.after(formed, 60), [](const Shared& me, std::int64_t at) {
            (void)played(me->desk().withdraw(me->seat.by(Part::Head, at), {me->key, {}},
                                             "附件误列了一处联系电话，撤下核对。", china_day(at)),
                         "withdraw");
        });
}

}  // namespace

void plan_documents(Scene& scene, Dice& dice, const Seat& seat, int year) {
    const auto explained = std::make_shared<std::string>();
    int serial = 0;
    for (const Paper& paper : papers_of(*seat.body)) {
        if (disclosure::is_normative(paper.kind)) ++serial;
        const Date formed =
            scene.working_day(day_of(year, unsigned(paper.month), unsigned(dice.between(1, 24))));
        auto it = std::make_shared<Playing>(Playing{scene,
                                                    seat,
                                                    &paper,
                                                    year,
                                                    content_of(dice, seat, paper, year, serial),
                                                    text_of(paper, *seat.body, year),
                                                    {},
                                                    explained});
        it->content.formed_on = formed;
        if (disclosure::is_normative(paper.kind)) it->content.issued_on = formed;
        if (!paper.attachment && dice.chance(8))
            plan_reworked_publication(it, formed);
        else
            plan_first_publication(it, dice, formed);
        plan_later_life(it, dice, formed);
    }
}

namespace {

void plan_line(Scene& scene, const Seat& seat, disclosure::RegisterKind kind, Date quarter_end,
               Decimal amount) {
    scene.agenda.plan(scene.after(quarter_end, 3), [=](std::int64_t at) {
        auto& office = *seat.office;
        disclosure::RegisterAct line;
        line.on = quarter_end;
        line.what = disclosure::registers::Enter{
            kind, {}, amount, std::string(seat.body->short_name) + "办件台账"};
        desk::Publishing desk{office.ledger, office.documents, office.registers, office.contents};
        (void)played(desk.enter_line(seat.by(Part::Clerk, at), seat.organ, line), "register line");
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
