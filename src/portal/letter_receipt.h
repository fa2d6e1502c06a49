#pragma once

#include <string>

#include "desk/message_desk.h"
#include "portal/layout.h"
#include "site/services.h"

namespace gongkai::portal {

// What whoever wrote gets in hand: the title as it was typed, since on record it is sealed.
struct LetterReceipt {
    desk::MessageReceipt made;
    std::string title;
};

Page letter_receipt(const site::Services& services, const organs::Organ& organ,
                    const LetterReceipt& receipt);

}  // namespace gongkai::portal
