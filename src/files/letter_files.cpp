#include "files/letter_files.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "base/embedded.h"
#include "base/regular_file.h"
#include "files/json_text.h"

namespace gongkai::files {

namespace {

constexpr std::string_view remedies_file = "remedies.json";

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "letters.malformed", "文书模板读不懂：" + message};
}

std::string text(const json::Object& object, std::string_view key) {
    return object.at(key).as<std::string>();
}

void check_braces(std::string_view words) {
    bool open = false;
    for (const char c : words) {
        if (c != '{' && c != '}') continue;
        if ((c == '{') == open) throw std::invalid_argument("花括号不成对");
        open = c == '{';
    }
    if (open) throw std::invalid_argument("花括号不成对");
}

LetterParagraph paragraph(const json::Value& value) {
    LetterParagraph it;
    if (value.is<std::string>()) {
        it.text = value.as<std::string>();
    } else {
        it.text = text(value.as<json::Object>(), "text");
        it.condition = text(value.as<json::Object>(), "if");
    }
    check_braces(it.text);
    return it;
}

LetterTemplate letter(const json::Object& object) {
    LetterTemplate it{
        text(object, "id"), text(object, "title"), object.at("remedy").as<bool>(), {}};
    for (const auto& value : object.at("paragraphs").as<json::Array>())
        it.paragraphs.push_back(paragraph(value));
    if (it.paragraphs.empty()) throw std::invalid_argument("没有正文");
    return it;
}

RemedyTexts remedy(const json::Object& object) {
    const auto from = parse_date(text(object, "from"));
    if (!from) throw std::invalid_argument("from 不是日期");
    RemedyTexts it{*from,
                   text(object, "review_first"),
                   text(object, "partly"),
                   text(object, "either"),
                   text(object, "unsettled"),
                   text(object, "online")};
    for (const auto& words : {it.review_first, it.partly, it.either, it.unsettled, it.online})
        check_braces(words);
    return it;
}

Result<std::vector<RemedyTexts>> parse_remedies(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        std::vector<RemedyTexts> all;
        for (const auto& value : parsed.value().as<json::Object>().at("versions").as<json::Array>())
            all.push_back(remedy(value.as<json::Object>()));
        std::ranges::sort(all, {}, &RemedyTexts::from);
        return all;
    } catch (const std::exception& fault) {
        return malformed(fault.what());
    }
}

Result<std::map<std::string, std::string>> files_of(const std::filesystem::path& extra) {
    std::map<std::string, std::string> files;
    for (const auto& [name, bytes] : embedded::letters::all())
        files.emplace(name, bytes);
    if (extra.empty()) return files;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator(extra, gone)) {
        if (entry.path().extension() != ".json") continue;
        GK_TRY(bytes, read_regular_file(entry.path(), "文书模板", most_of_settings));
        files.insert_or_assign(entry.path().filename().string(), std::move(bytes));
    }
    if (gone)
        return Error{ErrorKind::NotFound, "letters.no-folder",
                     "打不开文书模板文件夹“" + extra.string() + "”"};
    return files;
}

Error in_file(const std::string& name, const Error& error) {
    return {error.kind, error.code, name + "：" + error.message};
}

}  // namespace

const LetterTemplate* Letters::find(std::string_view id) const {
    const auto it = std::ranges::find(templates, id, &LetterTemplate::id);
    return it == templates.end() ? nullptr : &*it;
}

const RemedyTexts* Letters::remedies_on(Date day) const {
    const RemedyTexts* last = nullptr;
    for (const RemedyTexts& it : remedies)
        if (it.from <= day) last = &it;
    return last;
}

Result<LetterTemplate> parse_letter(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        return letter(parsed.value().as<json::Object>());
    } catch (const std::exception& fault) {
        return malformed(fault.what());
    }
}

Result<Letters> load_letters(const std::filesystem::path& extra) {
    GK_TRY(files, files_of(extra));
    Letters all;
    for (const auto& [name, bytes] : files) {
        if (name == remedies_file) {
            auto remedies = parse_remedies(bytes);
            if (!remedies.ok()) return in_file(name, remedies.error());
            all.remedies = std::move(remedies.value());
            continue;
        }
        auto letter = parse_letter(bytes);
        if (!letter.ok()) return in_file(name, letter.error());
        if (all.find(letter.value().id))
            return in_file(name, malformed("“" + letter.value().id + "”有两份"));
        all.templates.push_back(std::move(letter.value()));
    }
    return all;
}

}  // namespace gongkai::files
