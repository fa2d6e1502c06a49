#pragma once

#include <string>

#include "interaction/message_words.h"
#include "organs/head_title.h"

namespace gongkai::desk {

// 来源 as this body's people call it: the mailbox of its head is the 镇长信箱 of a town and the
// 局长信箱 of a bureau. The word on record is the same for all.
inline std::string source_name(interaction::messages::Source source,
                               const organs::OrganRecord& organ) {
    if (source == interaction::messages::Source::HeadMailbox)
        return organs::head_title(organ) + "信箱";
    return std::string(chinese(source));
}

}  // namespace gongkai::desk
