#include "desk/case_letter.h"

#include <algorithm>

namespace gongkai::desk {

using law::DecisionCode;
using requests::Act;
using requests::Party;
using requests::Progress;

namespace {

using Facts = std::map<std::string, Fact, std::less<>>;

template <class Kind>
bool is_kind(const Act& act) {
    return act.is<Kind>();
}
template <Party party>
bool is_consultation_of(const Act& act) {
    const auto* consultation = act.as<requests::Consult>();
    return consultation && consultation->party == party;
}

struct NoticeRow {
    Notice notice;
    bool (*tells_of)(const Act& act);
    const records::Row& (*row)();  // of the act that it tells of
};
constexpr NoticeRow rows[] = {
    {Notice::Receipt, is_kind<requests::Register>, requests::row_for<requests::Register>},
    {Notice::Correction, is_kind<requests::AskCorrection>,
     requests::row_for<requests::AskCorrection>},
    {Notice::Reasons, is_kind<requests::AskReasons>, requests::row_for<requests::AskReasons>},
    {Notice::Extension, is_kind<requests::Extend>, requests::row_for<requests::Extend>},
    {Notice::ThirdParty, is_consultation_of<Party::ThirdParty>,
     requests::row_for<requests::Consult>},
    {Notice::CoMaker, is_consultation_of<Party::CoMaker>, requests::row_for<requests::Consult>},
    {Notice::Consulting, is_kind<requests::Consult>, requests::row_for<requests::Consult>},
    {Notice::Fee, is_kind<requests::FeeNotice>, requests::row_for<requests::FeeNotice>},
};

}  // namespace

// What the records say, worked out once for all letters.
class CaseFacts {
public:
    // `organ` answers today, `succession` says why it is another than the one that was asked.
    CaseFacts(const Case& opened, organs::Organ organ, std::string succession,
              const requests::Rules& rules, Date today)
        : case_(opened),
          progress_(opened.request.progress(today)),
          organ_(std::move(organ)),
          succession_(std::move(succession)) {
        offers_ = requests::offers(opened.request, rules, today);
        put_application();
        put_correction();
        put_reasons();
        put_terms(rules, today);
        put_consultation();
        put_fee(rules.calendar);
        if (const auto* words = words_of<requests::Decide>()) put("理由", *words);
        put("文书日期", today);
        put("联系方式", contact());
        put_remedies();
    }

    const Facts& facts() const { return facts_; }
    const organs::Organ& organ() const { return organ_; }
    const std::string& succession() const { return succession_; }
    const Progress& progress() const { return progress_; }
    bool calls_for(const NoticeRow& row) const {
        if (progress_.state == requests::State::Annulled) return false;
        return offer(row.row()) || last(row.tells_of) >= 0;
    }

private:
    const Case& case_;
    Progress progress_;
    organs::Organ organ_;
    std::string succession_;
    std::vector<requests::Offer> offers_;
    Facts facts_;

    void put(std::string_view name, Fact fact) { facts_[std::string(name)] = std::move(fact); }
    void put_day(std::string_view name, const std::optional<Date>& day) {
        if (day) put(name, *day);
    }

    const requests::Offer* offer(const records::Row& row) const {
        const auto found = std::ranges::find(offers_, &row, &requests::Offer::row);
        return found == offers_.end() ? nullptr : &*found;
    }
    // The last such act that was not annulled; -1 for none.
    int last(bool (*is_such)(const Act& act)) const {
        const auto& acts = case_.request.acts();
        for (int i = int(acts.size()) - 1; i >= 0; --i)
            if (is_such(acts[std::size_t(i)]) && !case_.request.is_annulled(i)) return i;
        return -1;
    }
    template <class Kind>
    const std::string* words_of() const {
        const int act = last(is_kind<Kind>);
        return act < 0 ? nullptr : case_.words(act);
    }
    std::string contact() const {
        std::string all = organ_.contact.unit;
        for (const auto* part : {&organ_.contact.phone, &organ_.contact.address})
            if (!part->empty()) all += (all.empty() ? "" : "，") + *part;
        return all;
    }

    void put_application() {
        const auto& application = application_of(case_.request);
        put("登记编号", case_.request.key().number);
        put("申请方式", std::string(chinese(application.channel)));
        put("收到日期", progress_.received_on.value_or(application.received_on));
        if (const auto* content = case_.content()) put("申请内容", *content);
        if (const auto applicant = case_.applicant()) put("受文者", applicant->name);
    }
    void put_remedies() {
        const organs::Remedies& it = organ_.remedies;
        if (!it.review_organ.empty()) put("复议机关", it.review_organ);
        if (!it.court.empty()) put("管辖法院", it.court);
        if (!it.online_review.empty()) put("网上复议渠道", it.online_review);
    }
    void put_correction() {
        if (const auto* words = words_of<requests::AskCorrection>()) put("补正事项", *words);
        put_day("补正期限", progress_.correction_until);
        put_day("补正告知日期", progress_.correction_asked_on);
        put_day("补正收到日期", progress_.corrected_on);
    }
    void put_reasons() {
        if (const auto* words = words_of<requests::AskReasons>()) put("数量频次情况", *words);
        if (const auto* words = words_of<requests::GiveReasons>()) put("说明情况", *words);
        put_day("说明理由告知日期", progress_.reasons_asked_on);
    }
    // Before the extension is on record, what it would make of the day of the answer.
    void put_terms(const requests::Rules& rules, Date today) {
        const auto term = requests::answer_term(progress_, rules, today);
        const auto clock = requests::answer_clock(case_.request, rules, today);
        if (clock) put_day("答复期限", clock->due);
        if (term) put_day("原答复期限", term->base_due);
        const int extension = last(is_kind<requests::Extend>);
        const auto* offered = offer(requests::row_for<requests::Extend>());
        if (extension < 0 && offered) put_day("延长后的答复期限", offered->due_after);
        const int days = extension < 0 ? requests::extension_days : progress_.extension_days;
        put("延长天数", std::int64_t{days});
        for (const auto* words :
             {words_of<requests::ProposeExtension>(), words_of<requests::Extend>()})
            if (words) put("延期原因", *words);
    }
    void put_consultation() {
        put("回复天数", std::int64_t{requests::opinion_days});
        if (progress_.consultations.empty()) return;
        const auto& it = progress_.consultations.back();
        put("征求对象", std::string(chinese(it.party)));
        put("征求日期", it.sent_on);
    }
    void put_fee(const law::Calendar& calendar) {
        put("缴费天数", std::int64_t{requests::payment_days});
        if (progress_.fee_act < 0) return;
        const Act& notice = case_.request.acts()[std::size_t(progress_.fee_act)];
        put("金额", std::get<requests::FeeNotice>(notice.what).yuan);
        put_day("收费通知日期", progress_.fee_sent_on);
        put_day("缴费期限", requests::payment_due(progress_, calendar));
    }
};

namespace {

std::vector<DecisionCode> codes_of(const Progress& progress) {
    std::vector<DecisionCode> all;
    for (const auto& it : progress.decided)
        if (std::ranges::find(all, it.code) == all.end()) all.push_back(it.code);
    if (progress.ended_as) all.push_back(*progress.ended_as);
    return all;
}

bool to_the_applicant(LetterKind kind) {
    const auto* notice = std::get_if<Notice>(&kind);
    return !notice || (*notice != Notice::ThirdParty && *notice != Notice::CoMaker);
}

// What the records know under a name, for a letter of that kind.
std::optional<Fact> known(const CaseFacts& facts, LetterKind kind, std::string_view name) {
    if (name == "受文者" && !to_the_applicant(kind)) return {};
    if (name == "答复期限" && kind == LetterKind(Notice::Extension))
        if (const auto it = facts.facts().find("延长后的答复期限"); it != facts.facts().end())
            return it->second;
    const auto it = facts.facts().find(name);
    return it == facts.facts().end() ? std::nullopt : std::optional(it->second);
}

CaseLetter letter_for(const CaseFacts& facts, const Case& it, LetterKind kind,
                      const files::LetterTemplate& pattern) {
    auto wanted = wanted_facts(pattern);
    std::vector<std::string> needed{"受文者", "文书日期", "联系方式"};
    for (auto& name : wanted.needed)
        if (name != "机关" && std::ranges::find(needed, name) == needed.end())
            needed.push_back(std::move(name));
    const auto* code = std::get_if<DecisionCode>(&kind);
    if (code && pattern.remedy && law::decision(*code).remedy != law::RemedyPath::Unsettled) {
        needed.insert(needed.end(), {"复议机关", "管辖法院"});
        if (application_of(it.request).wished == requests::Delivery::Online)
            needed.emplace_back("网上复议渠道");
    }
    CaseLetter letter{kind, pattern.title, {}, {}};
    for (const auto& name : needed)
        letter.needed.push_back({name, known(facts, kind, name)});
    for (const auto& name : wanted.optional)
        letter.optional.push_back({name, known(facts, kind, name)});
    return letter;
}

Fact fact_of(const std::string& typed) {
    if (const auto day = parse_date(typed)) return *day;
    return typed;
}

std::string words_of_succession(const organs::Organ& ended) {
    return ended.name + "已于" + chinese(*ended.valid_until) +
           "终止，其职权由本机关承继，本件由本机关继续办理。";
}

std::string text_of(const std::optional<Fact>& fact) {
    const auto* text = fact ? std::get_if<std::string>(&*fact) : nullptr;
    return text ? *text : std::string();
}

}  // namespace

CaseFacts LetterDesk::facts_of(const Case& it, Date today) const {
    const requests::Rules rules{calendar_, settings_};
    auto organ = organs_.find(it.request.key().log);
    if (!organ.ok()) return {it, {}, {}, rules, today};
    // 《行政复议法》19(4)、《行政诉讼法》26(6): who goes on with the work of a body that ended is
    // the one against whom an applicant turns, so that one answers, with its own remedies.
    auto heirs = organs_.heirs(organ.value(), today);
    if (heirs.empty()) return {it, std::move(organ.value()), {}, rules, today};
    return {it, std::move(heirs.front()), words_of_succession(organ.value()), rules, today};
}

std::vector<CaseLetter> LetterDesk::of_facts(const Case& it, const CaseFacts& facts) const {
    std::vector<LetterKind> kinds;
    for (const auto& row : rows)
        if (facts.calls_for(row)) kinds.emplace_back(row.notice);
    for (const auto code : codes_of(facts.progress()))
        kinds.emplace_back(code);
    std::vector<CaseLetter> all;
    for (const auto kind : kinds)
        if (const auto* pattern = letters_.find(template_id(kind)))
            all.push_back(letter_for(facts, it, kind, *pattern));
    return all;
}

std::vector<CaseLetter> LetterDesk::of_case(const Case& it, Date today) const {
    return of_facts(it, facts_of(it, today));
}

Result<Letter> LetterDesk::write(const Case& it, std::string_view id, const std::string& number,
                                 const TypedFacts& typed, Date today) const {
    const CaseFacts facts = facts_of(it, today);
    const auto all = of_facts(it, facts);
    const auto found = std::ranges::find_if(
        all, [&](const CaseLetter& each) { return template_id(each.kind) == id; });
    if (found == all.end())
        return Error{ErrorKind::NotFound, "letter.not-now",
                     "这件申请现在没有这种文书。请刷新后从列出的文书中选择。"};
    Facts filled;
    for (const auto* part : {&found->needed, &found->optional})
        for (const KnownFact& fact : *part)
            if (const auto given = typed.find(fact.name); given != typed.end())
                filled[fact.name] = fact_of(given->second);
            else if (fact.value)
                filled[fact.name] = *fact.value;
    const auto take = [&](const char* name) -> std::optional<Fact> {
        const auto at = filled.find(name);
        return at == filled.end() ? std::nullopt : std::optional(at->second);
    };
    LetterFacts out;
    out.organ = facts.organ().name;
    out.succession = facts.succession();
    out.number = number;
    out.addressee = text_of(take("受文者"));
    out.contact = text_of(take("联系方式"));
    if (const auto date = take("文书日期"); date && std::holds_alternative<Date>(*date))
        out.date = std::get<Date>(*date);
    out.review_organ = text_of(take("复议机关"));
    out.court = text_of(take("管辖法院"));
    out.online_review = text_of(take("网上复议渠道"));
    out.online = application_of(it.request).wished == requests::Delivery::Online;
    out.more = std::move(filled);
    return letter(found->kind, out, letters_);
}

}  // namespace gongkai::desk
