#include "files/proposal_settings_file.h"

#include <set>
#include <stdexcept>

#include "files/json_text.h"
#include "files/place_settings.h"

namespace gongkai::files {

namespace {

using namespace interaction::proposals;

constexpr int longest_term = 366;

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "proposal-settings.malformed", "建议提案的设置读不懂：" + message};
}

template <HasWords Enum>
Enum word(const json::Value& value) {
    const auto known = gongkai::named<Enum>(value.as<std::string>());
    if (!known) throw std::invalid_argument("没有“" + value.as<std::string>() + "”这个取值");
    return *known;
}

Span span(const json::Value& value) {
    const auto& object = value.as<json::Object>();
    const auto count = object.at("count").as<std::int64_t>();
    if (count < 1 || count > longest_term) throw std::invalid_argument("期限应在 1 到 366 之间");
    return {int(count), word<Unit>(object.at("unit"))};
}

std::vector<AnswerClass> classes(const json::Value& value) {
    std::vector<AnswerClass> all;
    std::set<std::string> codes;
    for (const auto& each : value.as<json::Array>()) {
        const auto& object = each.as<json::Object>();
        all.push_back({object.at("code").as<std::string>(), object.at("words").as<std::string>(),
                       object.at("promises").as<bool>()});
        if (all.back().code.empty() || !codes.insert(all.back().code).second)
            throw std::invalid_argument("答复类别的代码为空或者重复");
    }
    if (all.empty()) throw std::invalid_argument("没有答复类别");
    return all;
}

void take(std::string_view name, const json::Value& value, Settings& into) {
    if (name == "answer")
        into.answer = span(value);
    else if (name == "extended")
        into.extended = span(value);
    else if (name == "return_within")
        into.return_within = span(value);
    else if (name == "opinion")
        into.opinion = span(value);
    else if (name == "feedback")
        into.feedback = span(value);
    else if (name == "answer_again")
        into.answer_again = span(value);
    else if (name == "late_extension_moves_day")
        into.late_extension_moves_day = value.as<bool>();
    else if (name == "late_deferral_moves_day")
        into.late_deferral_moves_day = value.as<bool>();
    else if (name == "new_part_counts_anew")
        into.new_part_counts_anew = value.as<bool>();
    else if (name == "longest_deferral")
        into.longest_deferral = span(value);
    else if (name == "proposer")
        into.proposer = word<ProposerShown>(value);
    else if (name == "classes")
        into.classes = classes(value);
    else if (name != "note")
        throw std::invalid_argument("没有“" + std::string(name) + "”这一项");
}

}  // namespace

Result<Settings> parse_proposal_settings(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        Settings settings;
        for (const auto& [name, value] : parsed.value().as<json::Object>().members())
            take(name, value, settings);
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
