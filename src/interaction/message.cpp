#include "interaction/message.h"

namespace gongkai::interaction {

namespace messages {

std::optional<Date> due(const Progress& now) {
    if (!now.term) return {};
    const Date last = now.term->due;
    // An extension that was told when the term was over does not make it unpast.
    if (now.extended_until && *now.extended_on <= last) return *now.extended_until;
    return last;
}

bool is_open(State state) { return awaits_answer(state) || state == State::Replied; }

bool awaits_answer(State state) { return state == State::Received || state == State::Handling; }

std::optional<bool> in_time(const Progress& now, Date today) {
    if (now.first_replied_on || now.closed_on) return now.first_in_time;
    const auto last = due(now);
    if (awaits_answer(now.state) && now.round == 1 && last && today > *last) return false;
    return {};
}

publication::Claim claim(const Progress& now) {
    publication::Claim it;
    if (now.matter == Matter::Report)
        it.bar = "举报不公开。";
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
    letter.replied_on_ = now.first_replied_on;
    return letter;
}

}  // namespace gongkai::interaction
