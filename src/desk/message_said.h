#pragma once

#include "base/result.h"
#include "interaction/message.h"

namespace gongkai::desk {

// Refusals message.act.words and message.answer where an act, still in the clear, says nothing but
// signs: a full stop alone is neither a reason nor an answer.
Status check_said(const interaction::MessageAct& act);

}  // namespace gongkai::desk
