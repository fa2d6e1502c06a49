#include "desk/proposal_desk.h"

#include <algorithm>

#include "desk/proposal_checks.h"
#include "desk/recording.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using namespace interaction::proposals;

namespace {

std::string counted(std::string_view words, const Counts& it) {
    const auto pieces = [](int number) { return std::to_string(number) + "件"; };
    std::string text = std::string(words) + pieces(it.received + it.carried), of;
    if (it.carried > 0) of = "其中上年结转" + pieces(it.carried);
    if (it.joined > 0) of += (of.empty() ? "另会办" : "；另会办") + pieces(it.joined);
    if (!of.empty()) text += "（" + of + "）";
    text += "，已答复" + std::to_string(it.answered) + "件";
    const int said = it.satisfied + it.basically + it.dissatisfied;
    if (said > 0)
        text += "，收到反馈" + pieces(said) + "，其中满意" + pieces(it.satisfied) + "、基本满意" +
                pieces(it.basically) + "、不满意" + pieces(it.dissatisfied);
    if (it.published > 0) text += "，公开答复" + pieces(it.published);
    return text;
}

}  // namespace

std::optional<Proposer> ProposalFile::proposer() const {
    const std::string* clear = data.find(assignment_of(proposal).proposer);
    if (!clear) return {};
    Proposer proposer;
    const auto record = journal::parse_canonical(*clear);
    const bool whole = record.ok() && records::read_entry_record(
                                          record.value(), records::fields_of<Proposer>, &proposer);
    return whole ? std::optional(proposer) : std::nullopt;
}

ProposalDesk::Answer ProposalDesk::assign(const Actor& by, const LogKey& log, Act act) {
    auto* assignment = std::get_if<Register>(&act.what);
    if (assignment) assignment->terms = rules_.settings;
    const auto unknown = [&](const Change& change) -> Status {
        if (!assignment) return Done{};
        GK_TRY(body, organs_.current(change, log));
        GK_CHECK(check_exists(body, act.on));
        if (!assignment->units.lead.empty() && assignment->units.part != Part::Gone)
            GK_CHECK(check_units(body, assignment->units));
        if (!proposals_.has(change, log, *assignment)) return Done{};
        return records::refused(
            Subject::table(), "twice",
            assignment->session + assignment->assigned_number + "已经登记。请在清单中查找。");
    };
    return record_first<Subject>(ledger_, proposals_, by, log, act, rules_, unknown);
}

namespace {

// The settings may have changed since the text was written that is to go out.
Status check_cleared(const Change& change, const Proposal& before, const Settings& settings) {
    const Progress now = before.progress();
    if (now.stage != Stage::Cleared) return Done{};
    const Act& prepared = before.acts()[std::size_t(now.prepared)];
    return check_text(change, before, std::get<Prepare>(prepared.what), settings);
}

// What goes out, or is on its way.
Status check_public(const Change& change, const Proposal& before, const Act& act,
                    const Settings& settings) {
    if (const auto* text = act.as<Prepare>()) return check_text(change, before, *text, settings);
    return act.is<Publish>() ? check_cleared(change, before, settings) : Status(Done{});
}

}  // namespace

ProposalDesk::Answer ProposalDesk::record(const Actor& by, const Key& key, Act act,
                                          std::size_t seen) {
    const auto check = [&](Change& change, const Proposal& before, Act& ready) -> Status {
        GK_CHECK(check_public(change, before, ready, rules_.settings));
        if (const auto* units = ready.as<ChangeUnits>(); units && !units->units.lead.empty()) {
            GK_TRY(body, organs_.current(change, key.log));
            GK_CHECK(check_units(body, units->units));
        }
        return check_return(change, before, ready);
    };
    return record_act<Subject>(ledger_, proposals_, by, key, std::move(act), rules_, seen, check);
}

Result<ProposalFile> ProposalDesk::open(const Key& key) const {
    std::optional<Result<ProposalFile>> file;
    ledger_.look([&](const View& view) {
        const auto found = proposals_.find(view, key);
        if (found.ok())
            file.emplace(ProposalFile{found.value(), OpenedData::of(view, found.value())});
        else
            file.emplace(found.error());
    });
    return std::move(*file);
}

std::vector<Offer> ProposalDesk::offers(const Proposal& proposal, std::string_view actor,
                                        Date today) const {
    return interaction::proposals::offers(proposal, rules_, actor, today);
}

Result<records::Page<Listed>> ProposalDesk::page(const LogKey& log, const records::Ask& ask,
                                                 Date today) const {
    Result<records::Page<Listed>> page(records::Page<Listed>{});
    ledger_.look([&](const View& view) { page = proposals_.page(view, log, ask, today); });
    return page;
}

// What is due of one: of this body, and of each unit whose opinion it awaits.
std::vector<ProposalDuty> ProposalDesk::duties_of(const View& view, const LogKey& log,
                                                  const Listed& it, Date today) const {
    std::vector<ProposalDuty> all;
    const auto left = [&](Date due) { return law::working_days(rules_.calendar, today, due); };
    if (it.duty) all.push_back({it.number, it.title, *it.duty, {}, *it.due, left(*it.due)});
    if (!it.awaits_opinions) return all;
    const auto found = proposals_.find(view, {log, it.number});
    if (!found.ok()) return all;
    for (const Clock& clock : awaited_opinions(found.value(), rules_, today))
        all.push_back({it.number, it.title, clock.id, clock.about, clock.due, left(clock.due)});
    return all;
}

Result<records::Page<ProposalDuty>> ProposalDesk::duties(const LogKey& log, const records::Ask& ask,
                                                         Date today) const {
    Result<records::Page<ProposalDuty>> duties(records::Page<ProposalDuty>{});
    ledger_.look([&](const View& view) {
        const auto page = proposals_.page(view, log, ask, today);
        if (!page.ok()) {
            duties = page.error();
            return;
        }
        const auto& [rows, next, count, groups, searched] = page.value();
        records::Page<ProposalDuty> all{{}, next, count, groups, searched};
        for (const Listed& it : rows)
            std::ranges::move(duties_of(view, log, it, today), std::back_inserter(all.rows));
        std::ranges::stable_sort(all.rows, {}, &ProposalDuty::due);
        duties = std::move(all);
    });
    return duties;
}

Result<records::Page<ListedAnswer>> ProposalDesk::answers(const LogKey& log,
                                                          const records::Ask& ask) const {
    Result<records::Page<ListedAnswer>> page(records::Page<ListedAnswer>{});
    ledger_.look([&](const View& view) { page = proposals_.answers(view, log, ask); });
    return page;
}

std::vector<std::string> ProposalDesk::public_sessions(const LogKey& log) const {
    std::vector<std::string> all;
    ledger_.look([&](const View& view) { all = proposals_.public_sessions(view, log); });
    return all;
}

std::optional<PublicView> ProposalDesk::answer(const Key& key, Date today) const {
    std::optional<PublicView> seen;
    ledger_.look([&](const View& view) {
        const auto found = proposals_.find(view, key);
        if (found.ok()) seen = PublicView::of(found.value(), today);
    });
    return seen;
}

CountsOfForms ProposalDesk::counts(const LogKey& log, int year, Date today) const {
    CountsOfForms counts{};
    ledger_.look([&](const View& view) {
        proposals_.until_year(view, log, year,
                              [&](const Proposal& it) { count(it, year, today, counts); });
    });
    return counts;
}

std::string ProposalDesk::sentence(const CountsOfForms& counts, int year, Date today) {
    std::string text;
    int belated = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        Counts it = counts[i];
        belated += std::exchange(it.belated, 0);
        if (!it.is_empty()) text += (text.empty() ? "" : "；") + counted(chinese(Form(i)), it);
    }
    if (text.empty()) return text;
    text = std::to_string(year) + "年承办" + text +
           "（按交办、答复、反馈和首次公开的日期统计，截至" + chinese(last_counted(year, today));
    if (belated > 0) text += "；有" + std::to_string(belated) + "件在此后补记或者更正过";
    return text + "）。";
}

}  // namespace gongkai::desk
