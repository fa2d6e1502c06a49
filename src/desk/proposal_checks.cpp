#include "desk/proposal_checks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "desk/person_in_text.h"
#include "desk/sealed_person.h"

namespace gongkai::desk {

using namespace interaction::proposals;
using organs::Organ;

namespace {

// 县水务局 of 云溪县水务局, but not 水务 or 局 alone.
constexpr std::size_t shortest_name = 4;

Error refused(std::string_view code, std::string message) {
    return records::invalid(Subject::table(), code, std::move(message));
}

bool is_called(const std::string& written, std::string_view name) {
    const auto text = text::trim(written);
    if (text == name) return true;
    return text::points(text).size() >= shortest_name &&
           (name.ends_with(text) || text.ends_with(name));
}

bool is_body(const Organ& body, const std::string& written) {
    return is_called(written, body.name) ||
           std::ranges::any_of(body.former_names,
                               [&](const auto& it) { return is_called(written, it.name); });
}

// The names one by one; with `spaces`, these too stand between names. 李四等3人, 赵代表: the name.
std::vector<std::string> names_in(std::string_view given, bool spaces) {
    constexpr std::u32string_view between = U"、,，;；/";
    std::vector<std::string> all(1);
    for (const char32_t sign : text::points(text::trim(given)))
        if (between.find(sign) != between.npos || (spaces && text::is_space(sign)))
            all.emplace_back();
        else if (!text::is_space(sign))
            all.back() += text::utf8(std::u32string(1, sign));
    for (std::string& it : all) {
        it = it.substr(0, it.find("等"));
        for (const std::string_view title : {"代表", "委员"})
            if (it.ends_with(title) && it.size() > title.size())
                it.resize(it.size() - title.size());
    }
    std::erase(all, "");
    return all;
}

bool are_among(std::string_view shown, std::string_view proposers) {
    return std::ranges::any_of(std::array{false, true}, [&](bool spaces) {
        const auto known = names_in(proposers, spaces);
        return std::ranges::all_of(names_in(shown, spaces), [&](const std::string& it) {
            return std::ranges::find(known, it) != known.end();
        });
    });
}

Error of_field(std::string_view code, std::string_view field, std::string message) {
    Error error = refused(code, std::move(message));
    error.fields = {{std::string(field), error.message}};
    return error;
}

}  // namespace

Status check_exists(const Organ& body, Date on) {
    if (exists_on(body, on)) return Done{};
    const std::string when = on < body.valid_from ? "在" + chinese(body.valid_from) + "才成立"
                                                  : "在" + chinese(*body.valid_until) + "已经终止";
    return Error{ErrorKind::NotAllowed, "organ.ended",
                 "“" + body.name + "”" + when + "，不能在" + chinese(on) +
                     "接受交办。请核对交办日期，或者由承接其职责的机关登记。"};
}

Status check_units(const Organ& body, const Units& units) {
    const bool leads = is_body(body, units.lead);
    const bool joins = std::ranges::any_of(
        units.co_units, [&](const std::string& it) { return is_body(body, it); });
    const std::string name = "“" + body.name + "”";
    switch (units.part) {
        case Part::Lead:
            if (leads && !joins) return Done{};
            return refused("units.lead", "本机关主办的，主办单位应填本机关" + name +
                                             "；由其他单位主办的，请选会办、分办或者不再承办。");
        case Part::Separate:
            if (leads || joins) return Done{};
            return refused("units.separate", "分办单位中没有本机关" + name + "。请写上。");
        case Part::Joint:
            if (joins && !leads) return Done{};
            return refused("units.joint", "本机关会办的，会办单位中应写上本机关" + name +
                                              "，主办单位应是其他单位。");
        case Part::Gone:
            if (!leads && !joins) return Done{};
            return refused("units.gone",
                           "本机关" + name + "不再承办的，承办单位中不应再有本机关。");
    }
    return Done{};
}

Status check_return(const journal::View& view, const Proposal& before, const Act& act) {
    if (!act.is<Return>() || act.words.clear.empty()) return Done{};
    for (int i = 0; i < int(before.acts().size()); ++i) {
        const Act& it = before.acts()[std::size_t(i)];
        if (!it.is<Return>() || before.is_annulled(i)) continue;
        const auto said = view.open(before.key().log, it.words.seal);
        if (said && text::fold(*said) == text::fold(act.words.clear))
            return records::refused(
                Subject::table(), "return.same-ground",
                "这个理由已经在" + chinese(it.on) + "提出过。再次退回的，请写明新的理由。");
    }
    return Done{};
}

namespace {

Status check_shown(const Prepare& text, const Proposer& proposer, bool by_name) {
    if (text.proposer_shown.empty()) return Done{};
    if (!by_name)
        return of_field("prepare.proposer", "proposer_shown",
                        "本地的设置是只显示编号，不公开提出人姓名。请不要填写。");
    // What was erased can be compared with nothing, and then nobody is named.
    if (!are_among(text.proposer_shown, proposer.names))
        return of_field("prepare.proposer", "proposer_shown",
                        "“公开的提出人姓名”不是登记的提出人。请核对。");
    return Done{};
}

// As they were written down, and one by one: 李四 of 李四代表等3人.
std::vector<std::string> not_to_be_named(const Proposer& proposer, bool by_name) {
    if (by_name) return {};
    auto names = names_in(proposer.names, false);
    std::erase_if(names, [](const std::string& it) { return text::points(it).size() < 2; });
    names.push_back(proposer.names);
    return names;
}

}  // namespace

Status check_text(const journal::View& view, const Proposal& proposal, const Prepare& text,
                  const Settings& settings) {
    if (text.manner == Manner::None) return Done{};
    const Register& assignment = assignment_of(proposal);
    const auto clear = view.open(proposal.key().log, assignment.proposer.seal);
    const Proposer proposer = clear ? unpacked<Proposer>(*clear) : Proposer{};
    const bool by_name = settings.proposer == ProposerShown::Name;
    GK_CHECK(check_shown(text, proposer, by_name));
    const auto names = not_to_be_named(proposer, by_name);
    std::vector<PersonParts> known{{"", proposer.contact, ""}};
    for (const std::string& it : names)
        known.push_back({it, "", ""});
    const struct {
        std::string_view field, label;
        const std::string& said;
    } fields[] = {
        {"heading", "公开的标题", text.heading.empty() ? assignment.matter : text.heading},
        {"about", "公开的建议、提案内容", text.about},
        {"answer_text", "公开的答复", text.answer_text}};
    for (const auto& it : fields)
        for (const PersonParts& person : known)
            for (const std::string& part : parts_found(std::span(&it.said, 1), person))
                return of_field("prepare.person", it.field,
                                "“" + std::string(it.label) + "”中有提出人的" + part +
                                    "，不能公开。请删去后再拟定。");
    return Done{};
}

}  // namespace gongkai::desk
