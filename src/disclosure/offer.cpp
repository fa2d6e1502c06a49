#include "disclosure/offer.h"

#include "disclosure/document_number.h"

namespace gongkai::disclosure {

namespace {

constexpr std::string_view any_code = "A";  // of an index number that nobody gets

// What is usually given with an act, to see whether it can be done.
struct Usual {
    const Document& document;
    Date today;

    void operator()(Draft&) const {}
    void operator()(Edit&) const {}
    void operator()(Submit&) const {}
    void operator()(Review& act) const {
        act.conclusion.secrecy_checked = true;
        act.conclusion.basis = "usual";
    }
    void operator()(Publish& act) const {
        act.content = stated(present_content(document));
        if (index_number(document).empty())
            act.index_number = IndexNumber::make(any_code, year_of(today), 1).value().text();
    }
    void operator()(Revise&) const {}
    void operator()(Withdraw&) const {}
    void operator()(Repeal& act) const { act.ends_on = today; }
    void operator()(Expire& act) const { act.ends_on = today; }
    void operator()(Annul&) const {}
};

Act usual(const Document& document, const records::Row& row, std::string_view actor, Date today) {
    Act act = begun_act(document, row, today);
    act.by = actor;
    act.words.seal = {"usual", "usual"};
    std::visit(Usual{document, today}, act.what);
    return act;
}

std::vector<int> acts_to_annul(const Document& document, Act act) {
    std::vector<int> which;
    for (int i = 0; i < int(document.acts().size()); ++i) {
        act.what = Annul{{i}};
        if (document.after(act).ok()) which.push_back(i);
    }
    return which;
}

}  // namespace

Act begun_act(const Document& document, const records::Row& row, Date today) {
    Act act;
    act.on = act.recorded_on = today;
    records::emplace(act.what, std::size_t(&row - DocumentSubject::table().rows.data()));
    const Revision present = document.progress().revisions.back();
    if (Content* content = content_in(act)) *content = content_of(document, present);
    if (auto* review = std::get_if<Review>(&act.what)) review->refers_to = {present.text};
    return act;
}

std::vector<Offer> offers(const Document& document, std::string_view actor, Date today) {
    std::vector<Offer> all;
    const Progress now = document.progress();
    for (const records::Row& row : DocumentSubject::table().rows) {
        if (!DocumentSubject::lawful(row.lawful_in, now)) continue;
        Offer offer{&row, {}, {}};
        Act act = usual(document, row, actor, today);
        if (act.is<Annul>()) {
            offer.refers_to = acts_to_annul(document, std::move(act));
            if (offer.refers_to.empty()) continue;
        } else if (const auto after = document.after(std::move(act)); !after.ok()) {
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
