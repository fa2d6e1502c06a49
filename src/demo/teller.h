#pragma once

#include "demo/story.h"

namespace gongkai::demo {

// Tells a story act by act, in the order of days.
class Teller {
public:
    Teller(const Scene& scene, Dice& dice, Date on);

    void wait(int working_days) { now_ = scene_.after(now_, working_days); }
    void wait_days(int days) { now_ += std::chrono::days{days}; }
    void asks_for(int items) { story_.asked.items = items; }
    // On the next working day unless this is one.
    Step& add(requests::Kinds what, Part who, std::string words = {});
    // The place of the last act, as others refer to it.
    int last() const { return int(story_.steps.size()); }

    void correction(int days_to_answer);
    // Leaves out the opinion where `answer` says nothing.
    void consultation(requests::Party party, std::optional<requests::Answer> answer);
    void extension();
    void fee(std::int64_t yuan);
    void decision(law::DecisionCode code);
    void delivery();
    void remedies();

    Story take() { return std::move(story_); }
    Dice& dice() { return dice_; }

private:
    const Scene& scene_;
    Dice& dice_;
    Story story_;
    Date now_;
};

}  // namespace gongkai::demo
