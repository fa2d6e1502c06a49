#include "requests/act.h"

#include <algorithm>
#include <array>

namespace gongkai::requests {

namespace {

template <class Kind>
struct Word {
    Kind kind;
    std::string_view name;
    std::string_view chinese;
};

constexpr std::array<Word<Channel>, 7> channels{{
    {Channel::InPerson, "in_person", "当面提交"},
    {Channel::Oral, "oral", "口头申请（代为填写）"},
    {Channel::SignedMail, "signed_mail", "挂号信、快递等需签收的邮寄"},
    {Channel::OrdinaryMail, "ordinary_mail", "平常信函"},
    {Channel::Internet, "internet", "网上申请"},
    {Channel::Fax, "fax", "传真"},
    {Channel::Email, "email", "电子邮件"},
}};

constexpr std::array<Word<ApplicantKind>, 6> applicants{{
    {ApplicantKind::NaturalPerson, "natural_person", "自然人"},
    {ApplicantKind::Commercial, "org_commercial", "商业企业"},
    {ApplicantKind::Research, "org_research", "科研机构"},
    {ApplicantKind::PublicInterest, "org_public_interest", "社会公益组织"},
    {ApplicantKind::LegalService, "org_legal_service", "法律服务机构"},
    {ApplicantKind::Other, "org_other", "其他"},
}};

constexpr std::array<Word<Party>, 3> parties{{
    {Party::ThirdParty, "third_party", "第三方"},
    {Party::CoMaker, "co_maker", "共同制作机关"},
    {Party::OtherOrgan, "other_organ", "其他机关"},
}};

constexpr std::array<Word<Answer>, 3> answers{{
    {Answer::Agrees, "agrees", "同意公开"},
    {Answer::Refuses, "refuses", "不同意公开"},
    {Answer::Silent, "silent", "逾期未提出意见"},
}};

constexpr std::array<Word<Delivery>, 4> deliveries{{
    {Delivery::Direct, "direct", "直接送达"},
    {Delivery::Entrusted, "entrusted", "委托其他行政机关送达"},
    {Delivery::Post, "post", "邮寄送达"},
    {Delivery::Online, "online", "网上送达"},
}};

constexpr std::array<Word<Remedy>, 3> remedies{{
    {Remedy::Review, "review", "行政复议"},
    {Remedy::SuitDirect, "suit_direct", "未经复议直接起诉"},
    {Remedy::SuitAfterReview, "suit_after_review", "复议后起诉"},
}};

constexpr std::array<Word<RemedyOutcome>, 3> outcomes{{
    {RemedyOutcome::Upheld, "upheld", "结果维持"},
    {RemedyOutcome::Corrected, "corrected", "结果纠正"},
    {RemedyOutcome::Other, "other", "其他结果"},
}};

// In the order of ActKind.
constexpr std::string_view kinds[] = {"register",
                                      "confirm",
                                      "ask_correction",
                                      "correct",
                                      "lapse_uncorrected",
                                      "ask_reasons",
                                      "give_reasons",
                                      "fix_period",
                                      "consult",
                                      "serve",
                                      "opinion",
                                      "propose_extension",
                                      "extend",
                                      "fee_notice",
                                      "pay",
                                      "lapse_unpaid",
                                      "decide",
                                      "deliver",
                                      "withdraw",
                                      "file_remedy",
                                      "remedy_result",
                                      "annul"};
static_assert(std::size(kinds) == act_kinds);

template <class Words, class Kind>
const auto& word(const Words& words, Kind kind) {
    return *std::ranges::find(words, kind, [](const auto& it) { return it.kind; });
}

template <class Words>
auto kind_of(const Words& words, std::string_view name)
    -> std::optional<decltype(words.front().kind)> {
    const auto it = std::ranges::find(words, name, [](const auto& each) { return each.name; });
    if (it == words.end()) return {};
    return it->kind;
}

}  // namespace

std::string_view name(ActKind kind) { return kinds[std::size_t(kind)]; }
std::string_view name(Channel it) { return word(channels, it).name; }
std::string_view name(ApplicantKind it) { return word(applicants, it).name; }
std::string_view name(Party it) { return word(parties, it).name; }
std::string_view name(Answer it) { return word(answers, it).name; }
std::string_view name(Delivery it) { return word(deliveries, it).name; }
std::string_view name(Remedy it) { return word(remedies, it).name; }
std::string_view name(RemedyOutcome it) { return word(outcomes, it).name; }

std::optional<ActKind> act_kind(std::string_view name) {
    const auto it = std::ranges::find(kinds, name);
    if (it == std::end(kinds)) return {};
    return ActKind(it - std::begin(kinds));
}
std::optional<Channel> channel(std::string_view name) { return kind_of(channels, name); }
std::optional<ApplicantKind> applicant_kind(std::string_view name) {
    return kind_of(applicants, name);
}
std::optional<Party> party(std::string_view name) { return kind_of(parties, name); }
std::optional<Answer> answer(std::string_view name) { return kind_of(answers, name); }
std::optional<Delivery> delivery(std::string_view name) { return kind_of(deliveries, name); }
std::optional<Remedy> remedy(std::string_view name) { return kind_of(remedies, name); }
std::optional<RemedyOutcome> remedy_outcome(std::string_view name) {
    return kind_of(outcomes, name);
}

std::string_view chinese(Channel it) { return word(channels, it).chinese; }
std::string_view chinese(ApplicantKind it) { return word(applicants, it).chinese; }
std::string_view chinese(Party it) { return word(parties, it).chinese; }
std::string_view chinese(Answer it) { return word(answers, it).chinese; }
std::string_view chinese(Delivery it) { return word(deliveries, it).chinese; }
std::string_view chinese(Remedy it) { return word(remedies, it).chinese; }
std::string_view chinese(RemedyOutcome it) { return word(outcomes, it).chinese; }

bool needs_confirmation(Channel channel) {
    switch (channel) {
        case Channel::InPerson:
        case Channel::Oral:
        case Channel::SignedMail: return false;
        case Channel::OrdinaryMail:
        case Channel::Internet:
        case Channel::Fax:
        case Channel::Email: return true;
    }
    return false;
}

}  // namespace gongkai::requests
