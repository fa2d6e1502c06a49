#include "interaction/message.h"

#include <algorithm>

namespace gongkai::interaction {

namespace messages {

std::optional<Date> due(const Progress& now) {
    if (!now.term) return {};
    const Date last = now.term->due;
    // An extension that was told when the term was over does not make it unpast. One that was told
    // in time holds, whatever the matter is found to be later.
    if (now.extended_until && now.extended_in_time) return std::max(*now.extended_until, last);
    return last;
}

bool is_past(const Progress& now, Date day) {
    const auto last = due(now);
    return last && day > *last;
}

bool is_open(State state) { return awaits_answer(state) || state == State::Replied; }

bool awaits_answer(State state) { return state == State::Received || state == State::Handling; }

std::optional<bool> in_time(const Progress& now, Date today) {
    if (now.first_in_time) return now.first_in_time;
    if (awaits_answer(now.state) && is_past(now, today)) return false;
    return {};
}

bool closed_without_answer(const Progress& now) { return now.closed_on && !now.first_in_time; }

bool is_ours(const Progress& now) {
    if (closed_without_answer(now)) return false;
    return now.first_in_time || is_open(now.state) || now.state == State::Closed;
}

bool is_public(Stage stage) { return stage == Stage::Public || stage == Stage::PublicOutdated; }

publication::Claim claim(const Progress& now) {
    publication::Claim it;
    if (now.matter == Matter::Report) it.bar = "举报不公开。";
    // Whoever reported somebody would be known by it, under whatever name it goes on.
    else if (now.was_report)
        it.bar = "曾经登记为举报，不公开。";
    else if (now.secrecy)
        it.bar = "来信人要求保密，不公开。";
    else if (now.state == State::Annulled)
        it.bar = "登记有误，已作废，不公开。";
    it.writers = now.writers;
    it.reviewer = now.reviewer;
    it.passed = now.passed;
    it.published_on = now.published_on;
    return it;
}

const Concern& concern_of(const Message& message) {
    return message.acts().front().as<Enter>()->concern;
}

const Propose* proposal_of(const Message& message, const Progress& now) {
    return now.proposal < 0 ? nullptr : message.acts()[std::size_t(now.proposal)].as<Propose>();
}

const PublicText* published_text(const Message& message, const Progress& now) {
    if (now.publication < 0) return nullptr;
    return &message.acts()[std::size_t(now.publication)].as<Publish>()->text;
}

}  // namespace messages

std::optional<PublicLetter> PublicLetter::of(const Message& message, Date today) {
    const auto now = message.progress(today);
    const auto pass = publication::Pass::of(messages::claim(now), today);
    const auto* text = messages::published_text(message, now);
    if (!pass || !text) return {};
    PublicLetter letter(*pass);
    letter.key_ = message.key();
    letter.text_ = *text;
    letter.source_ = now.source;
    letter.matter_ = now.matter;
    letter.received_on_ = now.received_on;
    letter.replied_on_ = now.public_replied_on;
    letter.is_outdated_ = now.stage == messages::Stage::PublicOutdated;
    return letter;
}

}  // namespace gongkai::interaction
