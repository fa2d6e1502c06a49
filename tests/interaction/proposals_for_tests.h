#pragma once

#include <string>
#include <utility>
#include <vector>

#include "../requests/calendar_for_tests.h"
#include "interaction/proposal_clock.h"
#include "interaction/proposal_offer.h"

namespace gongkai::testing::proposals {

using namespace gongkai::interaction::proposals;
using gongkai::chinese;
using gongkai::name;
using gongkai::testing::calendar;
using gongkai::testing::day;

inline const Settings& settings() {
    static const Settings usual;
    return usual;
}
inline const Rules& rules() {
    static const Rules all{calendar(), settings()};
    return all;
}

// As if it had been sealed before.
inline records::SealedText sealed(std::string id) { return {{{}, {std::move(id), "digest"}}}; }

inline Act act(Kinds what, std::string_view on, std::string by = "account/1") {
    Act act;
    act.on = act.recorded_on = day(on);
    act.by = std::move(by);
    act.what = std::move(what);
    return act;
}
inline Act saying(Act act) {
    act.words = sealed("w");
    return act;
}

inline Register assignment(Part part = Part::Lead) {
    Register it;
    it.assigned_number = "第123号";
    it.session = "县第十八届人民代表大会第四次会议";
    it.matter = "关于修复柳河大堤的建议";
    it.units = {part, "县水务局", {"县财政局", "柳河镇人民政府"}};
    it.proposer.seal = {"p", "digest"};
    it.content = sealed("c");
    return it;
}

inline Reply reply(std::string its_class = "A") {
    Reply it;
    it.answer_class = std::move(its_class);
    it.document_number = "云水函〔2026〕12号";
    it.signed_by = "李明";
    it.contact = "县水务局办公室 张华";
    it.phone = "0000-1234567";
    it.text = sealed("r");
    if (it.answer_class == "B") it.promises = {{"修复大堤一公里", day("2026-12-31")}};
    return it;
}

inline Prepare prepared() {
    Prepare it;
    it.about = "大堤年久失修，建议修复。";
    it.answer_text = "大堤已经修复。";
    return it;
}
inline Review passed(int text) { return {{text}, {true, true, true, true}}; }

inline Proposal assigned(std::string_view on = "2026-03-02", Part part = Part::Lead) {
    return Proposal::begin({{330302, 7}, "2026-0001"}, act(assignment(part), on), rules()).value();
}
inline Proposal after(const Proposal& before, Act act) {
    auto next = before.after(std::move(act), rules());
    if (!next.ok()) throw std::runtime_error(next.error().code + ": " + next.error().message);
    return std::move(next.value());
}
inline Proposal answered(std::string its_class = "A", std::string_view on = "2026-05-20") {
    return after(assigned(), act(Answer{reply(std::move(its_class))}, on));
}
// Acts 0 to 4: assignment, answer, text, review, publication.
inline Proposal published() {
    auto it = after(answered(), act(prepared(), "2026-05-21"));
    it = after(it, act(passed(2), "2026-05-22", "account/2"));
    return after(it, act(Publish{}, "2026-05-22"));
}

// The code of the refusal; empty where it is lawful.
inline std::string code(const Proposal& before, Act act, const Rules& by = rules()) {
    const auto next = before.after(std::move(act), by);
    return next.ok() ? std::string() : next.error().code;
}

}  // namespace gongkai::testing::proposals
