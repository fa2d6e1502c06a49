#include "demo/report_season.h"

#include <iterator>
#include <memory>

#include "desk/report_room.h"

namespace gongkai::demo {

namespace {

using reports::SubmissionKey;

struct Filing {
    Seat seat, filing;
    std::string supervisor;
    int year;

    SubmissionKey kept() const { return {seat.organ, year}; }
    SubmissionKey filed() const { return {filing.organ, year}; }
    bool from_outside() const { return seat.desks != filing.desks; }
};
using Shared = std::shared_ptr<Filing>;

// What a clerk writes: another text every year, as the work was another.
struct YearsWords {
    std::string_view management, platform, supervision, problem, improvement;
};
constexpr YearsWords years_words[] = {
    {"完善公开审查流程，起草和审查由不同的人员办理，全年没有发生失泄密问题。",
     "依托县政府网站公开专栏发布信息，并在服务大厅设置查阅点。",
     "组织业务培训一次，按季度检查公开内容的时效。",
     "政策解读的形式比较单一，对群众关心的问题回应不够细。",
     "重要文件在印发后十日内配发图文解读，由业务科室负责人审核。"},
    {"清理历年文件的有效性并标注废止情况，逐件核对发文字号和印发日期。",
     "改版公开专栏的目录，把补贴发放、征地补偿两类信息放到首页。",
     "分管负责人每月听取一次汇报，对两起超期公开的情形作了通报。",
     "部分信息形成后没有及时送审，公开的时间偏晚。",
     "把公开时限写进发文流程，临近期限由专人提醒经办人。"},
    {"对依申请公开的答复实行双人核稿，引用的条款逐一校对。",
     "新媒体账号与公开专栏同步更新，并为老年读者提供大字版。",
     "邀请村居和企业代表座谈，征集意见七条，已全部答复。",
     "基层公开内容的表述不够通俗，表格口径与上级不完全一致。",
     "统一各类统计口径并编写样表，年内对经办人员逐一辅导。"},
};

desk::ReportWords words_of(const Body& body, int year) {
    const YearsWords& told = years_words[std::size_t(year) % std::size(years_words)];
    desk::ReportWords it;
    it.management = told.management;
    it.platform = told.platform;
    it.supervision = told.supervision;
    if (body.kind != organs::OrganKind::Department)
        it.appraisal = "社会评议结果为满意，没有因信息公开工作被追究责任的情形。";
    it.problems = {std::string(told.problem)};
    it.improvements = {std::string(told.improvement)};
    return it;
}

constexpr std::string_view late_entry =
    "上年年末收到的申请当时漏登，本年补登，已核对登记簿。经办人签字确认。";

void file(const Shared& it, std::int64_t at, std::string_view reason) {
    auto words = words_of(*it->seat.body, it->year);
    words.opening_reason = reason;
    const auto made =
        played(it->seat.desks->reports.prepare(it->seat.by(Part::Clerk, at), it->kept(), words),
               "prepare");
    if (!it->from_outside()) return;
    const auto word_file = it->seat.desks->shelf.file(it->kept().log, made.version()->file);
    (void)played(it->filing.desks->reports.prepare_file(it->filing.by(Part::Clerk, at), it->filed(),
                                                        word_file->read(0, word_file->size()),
                                                        std::string(reason)),
                 "hand in a file");
}

void send_up(const Shared& it, std::int64_t at) {
    file(it, at, "");
    const auto by = it->filing.by(Part::Clerk, at);
    auto sent = it->filing.desks->reports.submit(by, it->filed());
    if (!sent.ok() && sent.error().code == "submission.gate") {
        // The one fault that a true report can have: its opening is not last year's closing.
        file(it, at, late_entry);
        sent = it->filing.desks->reports.submit(by, it->filed());
    }
    (void)played(std::move(sent), "submit report");
}

void move(const Shared& it, std::int64_t at, const reports::submissions::Subject::Kinds& what,
          const std::string& words) {
    const bool publishes = std::holds_alternative<reports::submissions::Publish>(what);
    const desk::Actor by =
        publishes ? it->filing.by(Part::Clerk, at) : desk::Actor::unasked(it->supervisor, at);
    reports::SubmissionAct act;
    act.what = what;
    act.words = records::in_clear(words);
    (void)played(it->filing.desks->reports.move(by, it->filed(), act),
                 records::row_of<reports::submissions::Subject>(act).name);
}

}  // namespace

void plan_report(Scene& scene, const Seat& seat, const Seat& filing, const std::string& supervisor,
                 int year, const Season& season) {
    using namespace reports::submissions;
    if (season.never_comes) return;
    const auto it = std::make_shared<Filing>(Filing{seat, filing, supervisor, year});
    const auto on = [&](int working_day, auto work) {
        scene.agenda.plan(scene.after(day_of(year + 1, 1, 4), working_day),
                          [it, work](std::int64_t at) { work(it, at); });
    };
    on(2, send_up);
    if (season.returned_once || season.stays_returned) {
        on(5, [](const Shared& me, std::int64_t at) {
            move(me, at, Return{}, "第五部分的改进措施请写明完成时间；请核对公开渠道的统计口径。");
        });
        if (season.stays_returned) return;
        on(8, send_up);
    }
    on(11, [](const Shared& me, std::int64_t at) { move(me, at, Accept{}, ""); });
    on(15, [](const Shared& me, std::int64_t at) { move(me, at, Publish{}, ""); });
}

}  // namespace gongkai::demo
