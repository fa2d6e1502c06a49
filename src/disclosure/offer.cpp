#include "disclosure/offer.h"

#include "disclosure/document_number.h"
#include "disclosure/document_transition.h"

namespace gongkai::disclosure {

namespace {

constexpr std::string_view any_code = "A";  // of an index number that nobody gets

// An act of the kind as it would usually be, to see whether it can be done.
Act usual(ActKind kind, const Document& document, std::string_view actor, Date today) {
    const Revision text = document.progress().revisions.back();
    Act act;
    act.kind = kind;
    act.on = act.recorded_on = today;
    act.by = actor;
    act.words = {"usual", "usual"};
    if (has_content(kind)) act.content = document.content(text);
    if (kind == ActKind::Review) {
        act.refers_to = text.text;
        act.review.secrecy_checked = true;
        act.review.basis = "usual";
    }
    if (kind == ActKind::Publish && document.index_number().empty()) {
        const std::chrono::year_month_day day{today};
        act.index_number = IndexNumber::make(any_code, int(day.year()), 1).value().text();
    }
    if (kind == ActKind::Repeal || kind == ActKind::Expire) act.ends_on = today;
    return act;
}

std::vector<int> acts_to_annul(const Document& document, std::string_view actor, Date today) {
    std::vector<int> which;
    Act act = usual(ActKind::Annul, document, actor, today);
    for (int i = 0; i < int(document.acts().size()); ++i) {
        act.refers_to = i;
        if (document.after(act).ok()) which.push_back(i);
    }
    return which;
}

}  // namespace

std::vector<Offer> offers(const Document& document, std::string_view actor, Date today) {
    std::vector<Offer> all;
    const Progress now = document.progress();
    for (const Transition& it : transitions()) {
        if (!it.lawful_in(now.stage, now.standing)) continue;
        Offer offer{it.kind, it.title, it.clause, {}, {}};
        if (it.kind == ActKind::Annul) {
            offer.refers_to = acts_to_annul(document, actor, today);
            if (offer.refers_to.empty()) continue;
        } else if (const auto after = document.after(usual(it.kind, document, actor, today));
                   !after.ok()) {
            offer.why_not = after.error().message;
        }
        all.push_back(std::move(offer));
    }
    return all;
}

std::vector<ReviewQuestion> review_questions() {
    using law::regulation;
    return {
        {"secrecy_checked", "是否已经依照《保守国家秘密法》等规定作保密审查？", regulation("17.2")},
        {"secret",
         "是否含有国家秘密、法律法规禁止公开的信息，或者公开后可能危及国家安全、公共安全、"
         "经济安全、社会稳定的信息？",
         regulation("14")},
        {"third_party", "是否含有公开会损害第三方合法权益的商业秘密、个人隐私？", regulation("15")},
        {"internal", "是否属于内部事务信息、过程性信息或者行政执法案卷信息，并决定不予公开？",
         regulation("16")},
        {"unsure", "不能确定可以公开的，是否已报有关主管部门或者保密行政管理部门确定？",
         regulation("17.3")},
    };
}

}  // namespace gongkai::disclosure
