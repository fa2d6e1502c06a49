#pragma once

#include "base/words.h"

namespace gongkai::interaction {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;

// Where a message comes from (来源). Each has its own terms.
enum class Source { Hotline, SecretaryMailbox, HeadMailbox, Website, Correction };
constexpr auto words(Source) {
    using enum Source;
    return word_list<Source>({
        {Hotline, "hotline", "12345热线"},
        {SecretaryMailbox, "secretary_mailbox", "书记信箱"},
        {HeadMailbox, "head_mailbox", "县长信箱"},
        {Website, "website", "网站留言"},
        {Correction, "correction", "网站找错"},
    });
}

enum class Matter { Consultation, Help, Complaint, Report, Suggestion };
constexpr auto words(Matter) {
    using enum Matter;
    return word_list<Matter>({
        {Consultation, "consultation", "咨询"},
        {Help, "help", "求助"},
        {Complaint, "complaint", "投诉"},
        {Report, "report", "举报"},
        {Suggestion, "suggestion", "建议"},
    });
}

}  // namespace gongkai::interaction
