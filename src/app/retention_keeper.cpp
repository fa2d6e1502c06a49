#include "app/retention_keeper.h"

#include <chrono>

namespace gongkai::app {

namespace {

constexpr std::chrono::minutes between{10};

std::string words_of(const desk::RetentionRun& done) {
    std::string all;
    if (done.announced > 0)
        all += "预告了 " + std::to_string(done.announced) + " 件将要按规定删除个人信息。\n";
    if (done.deleted > 0)
        all += "按规定删除了 " + std::to_string(done.deleted) + " 件的个人信息，共 " +
               std::to_string(done.data) + " 项。\n";
    return all;
}

struct Outcome {
    desk::RetentionRun done;
    std::optional<Error> refused;
};

Outcome run_all(Office& office) {
    Outcome outcome;
    const desk::RetentionDesk& desk = office.desks().retention;
    for (const auto& log : desk.logs()) {
        const auto done = desk.run(log, Office::now());
        if (!done.ok()) {
            outcome.refused = done.error();
            break;
        }
        outcome.done.announced += done.value().announced;
        outcome.done.deleted += done.value().deleted;
        outcome.done.data += done.value().data;
    }
    // Also what a run before has deleted, and could not wipe.
    if (!desk.rule().years.empty()) office.database().wipe_deleted();
    return outcome;
}

std::string told(const Outcome& outcome) {
    std::string all = words_of(outcome.done);
    if (outcome.refused)
        all += "按规定删除没有做完，下次接着做：" + outcome.refused->message + "\n";
    return all;
}

}  // namespace

std::string keep_retention(Office& office) { return told(run_all(office)); }

RetentionKeeper::RetentionKeeper(Office& office, std::function<void(const std::string&)> tell)
    : office_(office), said_(std::move(tell)) {
    if (office_.desks().retention.rule().years.empty()) return;
    rounds_.emplace(between, Rounds::First::AtOnce, [this] { take_turn(); });
}

// Every day once, and again soon where it could not be done.
void RetentionKeeper::take_turn() {
    const Date today = china_day(Office::now());
    if (done_on_ != today && run()) done_on_ = today;
}

bool RetentionKeeper::run() {
    std::string said;
    bool whole = false;
    try {
        const Outcome outcome = run_all(office_);
        said = told(outcome);
        whole = !outcome.refused;
    } catch (const std::exception& fault) {
        said = std::string("没有按规定删除，十分钟后再试：") + fault.what() + "\n";
    }
    said_.say(std::move(said));
    return whole;
}

}  // namespace gongkai::app
