#include "demo/county.h"

#include <algorithm>

#include "demo/message_play.h"
#include "demo/proposal_play.h"
#include "demo/publishing_play.h"
#include "demo/report_season.h"
#include "demo/story.h"
#include "desk/desks.h"

namespace gongkai::demo {

namespace {

using law::DecisionCode;
using organs::Role;

struct Post {
    std::string_view name;  // behind the dot of the login
    organs::Roles roles;
    std::string_view chinese;
};

const Post& post(Part part) {
    static const Post posts[] = {
        {"clerk", {Role::Clerk}, "经办人"},
        {"reviewer", {Role::Reviewer}, "审核人"},
        {"head", {Role::UnitHead}, "机构负责人"},
    };
    return posts[std::size_t(part) - std::size_t(Part::Clerk)];
}

// Of nobody: each surname meets each given name before a pair comes again.
std::string name_of_person(std::size_t number) {
    constexpr std::string_view surnames[] = {"黎", "梁", "石", "谷", "叶", "温",
                                             "柳", "程", "江", "白", "童"};
    constexpr std::string_view given[] = {"小满", "知秋", "云舟", "望山",
                                          "清和", "立夏", "思远", "晓岚"};
    return std::string(surnames[number % std::size(surnames)]) +
           std::string(given[number % std::size(given)]);
}

constexpr std::string_view supervisor_login = "yunxi.supervisor", admin_login = "yunxi.admin";

class County {
public:
    County(desk::Desks& office, desk::Desks& elsewhere, const Plan& plan)
        : office_(office),
          elsewhere_(elsewhere),
          plan_(plan),
          dice_(plan.seed),
          scene_{agenda_, office.requests.rules().calendar, plan.last} {}

    void play(const std::function<void(Date)>& progress) {
        found();
        const int this_year = year_of(plan_.last);
        for (int year = first_year(); year <= this_year; ++year)
            for (std::size_t i = 0; i < seats_.size(); ++i)
                plan_year(i, year);
        plan_requests();
        // With dice of their own, so that the rest of the play is what it was.
        Dice of_messages(plan_.seed + 1);
        for (int year = std::max(first_year(), this_year - 1); year <= this_year; ++year)
            for (const Seat& seat : seats_)
                plan_messages(scene_, of_messages, seat, year);
        agenda_.run(plan_.last, progress);
        // The last account: with it the play is complete.
        open_account(office_, admin_login, seats_.front().organ, {Role::Administrator},
                     moment(plan_.last));
    }

private:
    desk::Desks& office_;
    desk::Desks& elsewhere_;
    Plan plan_;
    Dice dice_;
    Agenda agenda_;
    Scene scene_;
    std::vector<Seat> seats_, filing_;  // the same where a body keeps its records here
    std::string supervisor_;
    std::size_t people_ = 0;

    int first_year() const { return year_of(plan_.last) - plan_.years; }

    static std::int64_t moment(Date day) {
        return std::chrono::milliseconds{day.time_since_epoch()}.count();
    }

    organs::Account open_account(desk::Desks& at, std::string_view login,
                                 const journal::LogKey& organ, const organs::Roles& roles,
                                 std::int64_t on) {
        const desk::NewAccount wanted{std::string(login) + plan_.login_mark,
                                      plan_.password,
                                      organ.organ,
                                      roles,
                                      {name_of_person(people_++), ""}};
        return played(at.accounts.create(desk::Actor::unasked("system", on), plan_.region, wanted),
                      login);
    }

    Seat seat_at(desk::Desks& at, const Body& body, std::int64_t parent) {
        const auto on = moment(day_of(first_year(), 1, 2));
        Seat it{&body, &at, {}, {}, {}, {}};
        it.organ = played(at.organs.create(desk::Actor::unasked("system", on),
                                           organ_of(body, plan_.region, parent)),
                          body.name)
                       .key;
        const auto opened = [&](Part part) {
            return open_account(at, std::string(body.login) + "." + std::string(post(part).name),
                                it.organ, post(part).roles, on);
        };
        it.clerk = opened(Part::Clerk);
        it.reviewer = opened(Part::Reviewer);
        it.head = opened(Part::Head);
        return it;
    }

    void found() {
        std::int64_t county = 0;
        for (const Body& body : bodies()) {
            filing_.push_back(seat_at(office_, body, county));
            seats_.push_back(body.outside ? seat_at(elsewhere_, body, 0) : filing_.back());
            if (county == 0) county = filing_.front().organ.organ;
        }
        supervisor_ = open_account(office_, supervisor_login, filing_.front().organ,
                                   {Role::Supervisor}, moment(day_of(first_year(), 1, 2)))
                          .id;
    }

    void plan_year(std::size_t body, int year) {
        plan_documents(scene_, dice_, seats_[body], year);
        plan_registers(scene_, dice_, seats_[body], year);
        plan_proposals(scene_, seats_[body], year);
        const int whole = year - first_year();
        if (whole >= plan_.years) return;
        Season season;
        const bool latest = whole == plan_.years - 1;
        const std::string_view login = seats_[body].body->login;
        season.returned_once = int(body) % plan_.years == whole;
        season.stays_returned = latest && login == "baiyang";
        season.never_comes = latest && login == "qingshi";
        plan_report(scene_, seats_[body], filing_[body], supervisor_, year, season);
    }

    // Each outcome some times, the common ones often.
    std::vector<DecisionCode> outcomes(int count) {
        std::vector<DecisionCode> all;
        for (const auto& it : law::decisions())
            for (int times = 0; times < std::max(1, count / 80); ++times)
                all.push_back(it.code);
        using enum DecisionCode;
        constexpr DecisionCode common[] = {G2, G2, G2, G2, G1, G3, U1a, U1b, O3};
        while (int(all.size()) < count)
            all.push_back(dice_.pick(common));
        dice_.shuffle(all);
        return all;
    }

    void plan_requests() {
        std::vector<std::size_t> who;  // in parts of 100
        for (std::size_t i = 0; i < seats_.size(); ++i)
            who.insert(who.end(), std::size_t(seats_[i].body->requests), i);
        const Date from = day_of(first_year(), 1, 5), to = day_of(year_of(plan_.last), 1, 1);
        const auto days = int((to - from).count());
        const auto any_day = [&](Date first, int count) {
            return scene_.working_day(first + std::chrono::days{dice_.between(0, count - 1)});
        };
        for (const DecisionCode code : outcomes(plan_.requests))
            plan(scene_, seats_[dice_.pick(who)],
                 story_of(scene_, dice_, any_day(from, days), code));
        const auto since = int((plan_.last - to).count());
        if (since > 30)
            for (const DecisionCode code : outcomes(plan_.requests * since / (days + 1)))
                plan(scene_, seats_[dice_.pick(who)],
                     story_of(scene_, dice_, any_day(to, since - 30), code));
        forgotten();
        std::size_t turn = 0;
        for (Story& it : open_stories(scene_, dice_))
            plan(scene_, seats_[open_at[turn++ % std::size(open_at)]], std::move(it));
    }

    // Where what is open lies: the county office and the first town.
    static constexpr std::size_t open_at[] = {6, 6, 0, 6, 0, 6, 6, 0, 6, 6};

    // Came at the end of a year and was written down only when its report had been accepted.
    void forgotten() {
        Story it = story_of(scene_, dice_, day_of(first_year(), 12, 28), DecisionCode::O3);
        it.asked.channel = requests::Channel::InPerson;
        it.asked.submitted_on = it.asked.received_on;
        it.registered_later = 45;
        std::erase_if(it.steps, [](const Step& step) { return step.act.is<requests::Confirm>(); });
        plan(scene_, seats_[9], std::move(it));
    }

    void plan(Scene& scene, const Seat& seat, Story story) {
        demo::plan(scene, seat, std::move(story));
    }
};

}  // namespace

std::vector<Login> logins() {
    const auto login = [](const Body& body, Part part) {
        return Login{std::string(body.login) + "." + std::string(post(part).name),
                     std::string(body.name), std::string(post(part).chinese)};
    };
    const Body& county = bodies()[0];
    const Body& town = bodies()[6];
    return {login(town, Part::Clerk),
            login(town, Part::Reviewer),
            login(town, Part::Head),
            {std::string(supervisor_login), std::string(county.name), "主管部门"},
            {std::string(admin_login), std::string(county.name), "系统管理员"}};
}

Status play(desk::Desks& office, desk::Desks& elsewhere, const Plan& plan,
            const std::function<void(Date)>& progress) {
    const bool empty = office.organs.of_region(plan.region).empty();
    const auto accounts = office.accounts.of_region(plan.region);
    const std::string last_login = std::string(admin_login) + plan.login_mark;
    const bool whole = std::ranges::any_of(
        accounts, [&](const auto& each) { return each.account.login == last_login; });
    if (!empty && !whole)
        return Error{ErrorKind::Conflict, "demo.half",
                     "演示数据上次没有生成完。请换一个数据文件夹，或者删掉它再重新生成。"};
    if (!empty)
        return Error{ErrorKind::Conflict, "demo.played", "这里已经有演示数据，没有重复生成。"};
    County(office, elsewhere, plan).play(progress);
    return Done{};
}

}  // namespace gongkai::demo
