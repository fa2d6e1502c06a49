#include "files/letter_files.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "base/embedded.h"
#include "base/regular_file.h"
#include "files/setting_value.h"

namespace gongkai::files {

namespace {

constexpr std::string_view remedies_file = "remedies.json";

Error malformed(const std::string& message) {
    return {ErrorKind::Invalid, "letters.malformed", "文书模板读不懂：" + message + "。"};
}

// The words of a template, whose {names} are filled in.
std::string words(const Setting& it) {
    const std::string& text = text_of(it);
    bool open = false;
    const auto not_paired = [&] { not_as_wanted(it, "花括号成对的文字"); };
    for (const char c : text) {
        if (c != '{' && c != '}') continue;
        if ((c == '{') == open) not_paired();
        open = c == '{';
    }
    if (open) not_paired();
    return text;
}

LetterParagraph paragraph(const Setting& it) {
    if (it.value.is<std::string>()) return {words(it), {}};
    if (!it.value.is<json::Object>()) not_as_wanted(it, "一段文字，或者写有 text 和 if 的一组");
    return {words(member(it, "text")), text_of(member(it, "if"))};
}

LetterTemplate letter(const json::Object& object) {
    LetterTemplate it{text_of(member(object, "id")),
                      text_of(member(object, "title")),
                      yes_or_no(member(object, "remedy")),
                      {}};
    const Setting paragraphs = member(object, "paragraphs");
    for (std::size_t i = 0; i < list_of(paragraphs).size(); ++i)
        it.paragraphs.push_back(paragraph(item(paragraphs, i)));
    if (it.paragraphs.empty()) throw std::invalid_argument("“paragraphs”里没有正文，请至少写一段");
    return it;
}

RemedyTexts remedy(const Setting& it) {
    const Setting begins = member(it, "from");
    const auto from = parse_date(text_of(begins));
    if (!from) not_as_wanted(begins, "像 2026-03-02 这样的日期");
    return {*from,
            words(member(it, "review_first")),
            words(member(it, "partly")),
            words(member(it, "either")),
            words(member(it, "unsettled")),
            words(member(it, "online"))};
}

Result<std::vector<RemedyTexts>> parse_remedies(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed(parsed.error().message);
    try {
        std::vector<RemedyTexts> all;
        const Setting versions = member(whole_file(parsed.value()), "versions");
        for (std::size_t i = 0; i < list_of(versions).size(); ++i)
            all.push_back(remedy(item(versions, i)));
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
        return letter(whole_file(parsed.value()));
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
