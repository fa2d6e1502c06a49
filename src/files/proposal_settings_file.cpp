#include "files/proposal_settings_file.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>

#include "files/place_settings.h"
#include "files/setting_value.h"

namespace gongkai::files {

namespace {

using namespace interaction::proposals;

constexpr int longest_term = 366;

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "proposal-settings.malformed",
            "建议提案的设置读不懂：" + message + "。"};
}

Span span(const Setting& it) {
    return {whole_number(member(it, "count"), 1, longest_term),
            one_of_words<Unit>(member(it, "unit"))};
}

std::vector<AnswerClass> classes(const Setting& it) {
    std::vector<AnswerClass> all;
    std::set<std::string> codes;
    for (std::size_t i = 0; i < list_of(it).size(); ++i) {
        const Setting each = item(it, i);
        const Setting code = member(each, "code");
        all.push_back(
            {text_of(code), text_of(member(each, "words")), yes_or_no(member(each, "promises"))});
        if (all.back().code.empty() || !codes.insert(all.back().code).second)
            not_as_wanted(code, "与其他答复类别不同的代码，不能为空");
    }
    if (all.empty()) throw std::invalid_argument("“classes”里没有答复类别，请至少写一类");
    return all;
}

struct SpanKey {
    std::string_view name;
    Span Settings::*member;
};
constexpr SpanKey span_keys[] = {
    {"answer", &Settings::answer},
    {"extended", &Settings::extended},
    {"return_within", &Settings::return_within},
    {"opinion", &Settings::opinion},
    {"feedback", &Settings::feedback},
    {"answer_again", &Settings::answer_again},
    {"longest_deferral", &Settings::longest_deferral},
};

struct AnswerKey {
    std::string_view name;
    bool Settings::*member;
};
constexpr AnswerKey answer_keys[] = {
    {"late_extension_moves_day", &Settings::late_extension_moves_day},
    {"late_deferral_moves_day", &Settings::late_deferral_moves_day},
    {"new_part_counts_anew", &Settings::new_part_counts_anew},
};

std::string all_names() {
    std::string all;
    for (const auto& it : span_keys)
        all += std::string(it.name) + "、";
    for (const auto& it : answer_keys)
        all += std::string(it.name) + "、";
    return all + "proposer、classes 和 note";
}

void take(std::string_view name, const Setting& it, Settings& into) {
    const auto of_span = std::ranges::find(span_keys, name, &SpanKey::name);
    const auto of_answer = std::ranges::find(answer_keys, name, &AnswerKey::name);
    if (of_span != std::end(span_keys))
        into.*of_span->member = span(it);
    else if (of_answer != std::end(answer_keys))
        into.*of_answer->member = yes_or_no(it);
    else if (name == "proposer")
        into.proposer = one_of_words<ProposerShown>(it);
    else if (name == "classes")
        into.classes = classes(it);
    else if (name != "note")
        throw std::invalid_argument("没有“" + std::string(name) + "”这一项，可以写的有 " +
                                    all_names());
}

}  // namespace

Result<Settings> parse_proposal_settings(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        Settings settings;
        for (const auto& [name, value] : whole_file(parsed.value()).members())
            take(name, {value, "“" + name + "”"}, settings);
        return settings;
    } catch (const std::exception& fault) {
        return malformed(fault.what());
    }
}

Result<Settings> load_proposal_settings(const std::filesystem::path& data) {
    GK_TRY(file, settings_of_place(data, "proposals.json"));
    auto settings = parse_proposal_settings(file.bytes);
    if (!settings.ok()) return in_file(file, settings.error());
    return settings;
}

}  // namespace gongkai::files
