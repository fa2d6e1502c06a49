#include "api/proposal_json.h"
#include "api/json_parts.h"

namespace gongkai::api {

using namespace interaction::proposals;

namespace {

json::Array acts_json(const Proposal& proposal, const records::Opening& open) {
    json::Array all;
    for (int i = 0; i < int(proposal.acts().size()); ++i) {
        auto act = records::output<Subject>(proposal.acts()[std::size_t(i)], i, open);
        act.set("annulled", proposal.is_annulled(i));
        all.push_back(std::move(act));
    }
    return all;
}

json::Array clocks_json(const Proposal& proposal, const Rules& rules, Date today) {
    json::Array all;
    for (const Clock& it : clocks(proposal, rules, today))
        all.push_back(
            json::Object{{"id", name(it.id)},
                         {"name", chinese(it.id)},
                         {"start", iso(it.start)},
                         {"length", it.length ? json::Value(chinese(*it.length)) : json::Value()},
                         {"due", iso(it.due)},
                         {"provisional", it.provisional},
                         {"state", name(it.state)},
                         {"state_name", chinese(it.state)},
                         {"met_on", day_or_null(it.met_on)},
                         {"about", it.about}});
    return all;
}

// What the caller may not do is no offer to him.
json::Array offers_json(const std::vector<Offer>& offers, const site::Caller& caller) {
    json::Array all;
    for (const Offer& it : offers)
        if (caller.may(it.row->right))
            all.push_back(json::Object{{"kind", it.row->name},
                                       {"title", it.row->title},
                                       {"article", records::article_of(*it.row)},
                                       {"right", name(it.row->right)},
                                       {"refers_to", json::array_of(it.refers_to)},
                                       {"why_not", it.why_not},
                                       {"due_now", day_or_null(it.due_now)},
                                       {"due_after", day_or_null(it.due_after)},
                                       {"effect", it.effect}});
    return all;
}

json::Array promises_json(const Progress& now, const Terms& terms) {
    json::Array all;
    int number = 0;
    for (const PromiseMade& it : now.promises) {
        const PromiseDay day = day_of(it, terms);
        all.push_back(json::Object{
            {"promise", ++number},
            {"what", it.what},
            {"until", iso(day.due)},
            {"put_off_to", day_or_null(day.told)},
            {"reported_on", day_or_null(it.reported_on)},
            {"ended_on", day_or_null(it.ended_on)},
            {"result_name", it.ended_on ? json::Value(chinese(it.end)) : json::Value()}});
    }
    return all;
}

json::Value proposer_json(const desk::ProposalFile& file) {
    const auto proposer = file.proposer();
    if (!proposer) return {};
    return records::write_record(records::fields_of<Proposer>, &*proposer,
                                 records::nothing_opened());
}

}  // namespace

json::Object json_of(const desk::ProposalFile& file, const desk::ProposalDesk& desk,
                     const site::Caller& caller) {
    const Proposal& proposal = file.proposal;
    const Progress now = proposal.progress();
    const Register& it = assignment_of(proposal);
    const std::string* content = file.data.find(it.content);
    const Sent* last = now.last_answer();
    return {
        {"number", proposal.key().number},
        {"form", name(it.form)},
        {"form_name", chinese(it.form)},
        {"assigned_number", it.assigned_number},
        {"session", it.session},
        {"title", it.matter},
        {"part", name(now.units.part)},
        {"part_name", chinese(now.units.part)},
        {"lead", now.units.lead},
        {"co_units", json::array_of(now.units.co_units)},
        {"assigned_on", iso(proposal.acts().front().on)},
        {"proposer", proposer_json(file)},
        {"content", content ? json::Value(*content) : json::Value()},
        {"deleted", deletion_json(file.data)},
        {"state", name(now.state)},
        {"state_name", chinese(now.state)},
        {"stage", name(now.stage)},
        {"stage_name", chinese(now.stage)},
        {"standing", name(now.standing)},
        {"standing_name", chinese(now.standing)},
        {"why_not_public", why_not_public(proposal)},
        {"answer_class", last ? json::Value(last->answer_class) : json::Value()},
        {"satisfaction",
         last && last->satisfaction ? json::Value(chinese(*last->satisfaction)) : json::Value()},
        {"promises", promises_json(now, terms_of(now, desk.rules()))},
        {"clocks", clocks_json(proposal, desk.rules(), caller.today)},
        {"acts", acts_json(proposal, file.data.opening())},
        {"offers", offers_json(desk.offers(proposal, caller.actor.actor, caller.today), caller)},
        {"classes", classes_json(desk.rules().settings)},
        {"seen", proposal.acts().size()}};
}

json::Object json_of(const Listed& it) {
    return {{"number", it.number},
            {"assigned_number", it.assigned_number},
            {"session", it.session},
            {"title", it.title},
            {"form", name(it.form)},
            {"form_name", chinese(it.form)},
            {"part", name(it.part)},
            {"part_name", chinese(it.part)},
            {"lead", it.lead},
            {"state", name(it.state)},
            {"state_name", chinese(it.state)},
            {"stage", name(it.stage)},
            {"stage_name", chinese(it.stage)},
            {"assigned_on", iso(it.assigned_on)},
            {"duty_name", it.duty ? json::Value(chinese(*it.duty)) : json::Value()},
            {"due", day_or_null(it.due)},
            {"answered_on", day_or_null(it.answered_on)},
            {"answer_class", it.answer_class},
            {"satisfaction", it.satisfaction ? json::Value(name(*it.satisfaction)) : json::Value()},
            {"satisfaction_name",
             it.satisfaction ? json::Value(chinese(*it.satisfaction)) : json::Value()},
            {"promised", day_or_null(it.promised)},
            {"is_public", it.is_public}};
}

json::Object json_of(const ListedAnswer& it) {
    return {{"number", it.number},
            {"assigned_number", it.assigned_number},
            {"session", it.session},
            {"title", it.title},
            {"form", name(it.form)},
            {"form_name", chinese(it.form)},
            {"lead", it.lead},
            {"answer_class", it.answer_class},
            {"answered_on", iso(it.answered_on)},
            {"published_on", iso(it.published_on)},
            {"answered_again_on", day_or_null(it.answered_again_on)}};
}

json::Object json_of(const PublicView& it) {
    return {{"number", it.key().number},
            {"assigned_number", it.assigned_number()},
            {"session", it.session()},
            {"title", it.title()},
            {"form", name(it.form())},
            {"form_name", chinese(it.form())},
            {"lead", it.lead()},
            {"answer_class", it.answer_class()},
            {"answered_on", iso(it.answered_on())},
            {"published_on", iso(it.published_on())},
            {"answered_again_on", day_or_null(it.answered_again_on())},
            {"co_units", json::array_of(it.co_units())},
            {"proposer", it.proposer()},
            {"manner", name(it.manner())},
            {"manner_name", chinese(it.manner())},
            {"about", it.about()},
            {"answer", it.answer()},
            {"document_number", it.document_number()},
            {"signed_by", it.signed_by()},
            {"contact", it.contact()},
            {"phone", it.phone()}};
}

json::Object json_of(const desk::ProposalDuty& it) {
    return {{"number", it.number},
            {"title", it.title},
            {"what", name(it.what)},
            {"what_name", chinese(it.what)},
            {"about", it.about},
            {"due", iso(it.due)},
            {"working_days_left", it.working_days_left}};
}

json::Object counts_json(const CountsOfForms& counts, int year, Date today) {
    json::Array forms;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const Counts& it = counts[i];
        forms.push_back(json::Object{{"form", name(Form(i))},
                                     {"form_name", chinese(Form(i))},
                                     {"received", it.received},
                                     {"carried", it.carried},
                                     {"joined", it.joined},
                                     {"answered", it.answered},
                                     {"satisfied", it.satisfied},
                                     {"basically", it.basically},
                                     {"dissatisfied", it.dissatisfied},
                                     {"published", it.published},
                                     {"belated", it.belated}});
    }
    return {{"year", year},
            {"until", iso(last_counted(year, today))},
            {"forms", std::move(forms)},
            {"narrative", desk::ProposalDesk::sentence(counts, year, today)}};
}

json::Array classes_json(const Settings& settings) {
    json::Array all;
    for (const AnswerClass& it : settings.classes)
        all.push_back(
            json::Object{{"code", it.code}, {"words", it.words}, {"promises", it.promises}});
    return all;
}

}  // namespace gongkai::api
