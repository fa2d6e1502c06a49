#include "desk/letter.h"

#include <algorithm>

#include "base/text.h"
#include "writer/docx/document.h"
#include "writer/html.h"

namespace gongkai::desk {

namespace docx = writer::docx;

namespace {

Error missing(std::string_view name) {
    return {ErrorKind::Invalid, "letter.missing-fact",
            "缺少“" + std::string(name) + "”，请填写后再制作文书。"};
}

std::string words(const Fact& fact) {
    if (const auto* day = std::get_if<Date>(&fact)) return chinese(*day);
    if (const auto* number = std::get_if<std::int64_t>(&fact)) return std::to_string(*number);
    return std::string(text::trim(std::get<std::string>(fact)));
}

// Ends that a clerk types and the template has as well: 理由：……。。
std::string without_end(std::string words) {
    for (const std::string_view end : {"。", "；", "."})
        if (words.ends_with(end)) words.resize(words.size() - end.size());
    return words;
}

// Empty where the fact is not known.
std::string fact(const LetterFacts& facts, std::string_view name) {
    if (name == "机关") return facts.organ;
    if (name == "受文者") return facts.addressee;
    if (name == "联系方式") return facts.contact;
    if (name == "复议机关") return facts.review_organ;
    if (name == "管辖法院") return facts.court;
    if (name == "网上复议渠道") return facts.online_review;
    const auto it = facts.more.find(name);
    return it == facts.more.end() ? std::string() : without_end(words(it->second));
}

// Calls `plain` and `name` for what stands outside and inside of braces.
template <class Plain, class Name>
void each_part(std::string_view text, Plain plain, Name name) {
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        plain(text.substr(0, open));
        if (open == text.size()) return;
        const auto close = text.find('}', open);
        name(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

// What a fact says is never filled again, whatever signs it has.
Result<std::string> filled(std::string_view text, const LetterFacts& facts) {
    std::string out, lacking;
    each_part(
        text, [&](std::string_view part) { out += part; },
        [&](std::string_view name) {
            const std::string value = fact(facts, name);
            if (value.empty() && lacking.empty()) lacking = name;
            out += value;
        });
    if (!lacking.empty()) return missing(lacking);
    return out;
}

const std::string& remedy_text(const files::RemedyTexts& texts, const law::Decision& decision) {
    if (decision.code == law::DecisionCode::G3) return texts.partly;
    switch (decision.remedy) {
        case law::RemedyPath::ReviewFirst: return texts.review_first;
        case law::RemedyPath::Either: return texts.either;
        case law::RemedyPath::Unsettled: return texts.unsettled;
    }
    return texts.unsettled;
}

Result<std::string> remedy(law::DecisionCode code, const LetterFacts& facts,
                           const files::Letters& letters) {
    const auto* texts = letters.remedies_on(*facts.date);
    if (!texts)
        return Error{ErrorKind::Invalid, "letter.no-remedy",
                     "没有适用于" + chinese(*facts.date) + "的救济途径文本，请检查文书日期。"};
    GK_TRY(text, filled(remedy_text(*texts, law::decision(code)), facts));
    if (facts.online && !texts->online.empty()) {
        GK_TRY(online, filled(texts->online, facts));
        text += online;
    }
    return text;
}

Status check_facts(const LetterFacts& facts) {
    const std::pair<std::string_view, const std::string*> all[] = {{"发文机关", &facts.organ},
                                                                   {"文号", &facts.number},
                                                                   {"受文者", &facts.addressee},
                                                                   {"联系方式", &facts.contact}};
    for (const auto& [name, value] : all)
        if (text::is_blank(*value)) return missing(name);
    if (!facts.date) return missing("文书日期");
    return Done{};
}

}  // namespace

std::string_view template_id(LetterKind kind) {
    if (const auto* code = std::get_if<law::DecisionCode>(&kind)) return name(*code);
    switch (std::get<Notice>(kind)) {
        case Notice::Receipt: return "receipt";
        case Notice::Correction: return "correction";
        case Notice::Reasons: return "reasons";
        case Notice::Extension: return "extension";
        case Notice::ThirdParty: return "third-party";
        case Notice::CoMaker: return "co-maker";
        case Notice::Consulting: return "consulting";
        case Notice::Fee: return "fee";
    }
    return {};
}

Result<Letter> letter(LetterKind kind, const LetterFacts& facts, const files::Letters& letters) {
    const auto* pattern = letters.find(template_id(kind));
    if (!pattern)
        return Error{ErrorKind::NotFound, "letter.no-template",
                     "没有“" + std::string(template_id(kind)) + "”的文书模板。"};
    GK_CHECK(check_facts(facts));
    Letter out{facts.organ, facts.number,  pattern->title,      facts.addressee,
               {},          facts.contact, chinese(*facts.date)};
    if (!facts.succession.empty()) out.paragraphs.push_back(facts.succession);
    for (const auto& paragraph : pattern->paragraphs) {
        if (!paragraph.condition.empty() && fact(facts, paragraph.condition).empty()) continue;
        GK_TRY(text, filled(paragraph.text, facts));
        out.paragraphs.push_back(std::move(text));
    }
    if (const auto* code = std::get_if<law::DecisionCode>(&kind); code && pattern->remedy) {
        GK_TRY(text, remedy(*code, facts, letters));
        out.paragraphs.push_back(std::move(text));
    }
    return out;
}

WantedFacts wanted_facts(const files::LetterTemplate& letter) {
    WantedFacts wanted;
    for (const auto& paragraph : letter.paragraphs)
        each_part(
            paragraph.text, [](std::string_view) {},
            [&](std::string_view name) {
                auto& names = paragraph.condition.empty() ? wanted.needed : wanted.optional;
                if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
            });
    return wanted;
}

std::string letter_docx(const Letter& letter) {
    docx::Document out(letter.title);
    out.add(docx::Style::LetterHead, letter.organ)
        .add(docx::Style::Number, letter.number)
        .add(docx::Style::Title, letter.title)
        .add(docx::Style::Flush, letter.addressee + "：");
    for (const auto& paragraph : letter.paragraphs)
        out.add(docx::Style::Body, paragraph);
    out.add(docx::Style::Signature, letter.organ)
        .add(docx::Style::Date, letter.date)
        .add(docx::Style::Body, "（联系方式：" + letter.contact + "）");
    return out.bytes();
}

std::string letter_text(const Letter& letter) {
    std::string out = letter.organ + "\n" + letter.number + "\n\n" + letter.title + "\n\n" +
                      letter.addressee + "：\n";
    for (const auto& paragraph : letter.paragraphs)
        out += "　　" + paragraph + "\n";
    return out + "\n" + letter.organ + "\n" + letter.date + "\n（联系方式：" + letter.contact +
           "）\n";
}

std::string letter_html(const Letter& letter) {
    writer::Html out;
    out.raw("<article class=\"letter\">\n<p class=\"letter-head\">").text(letter.organ);
    out.raw("</p>\n<p class=\"letter-number\">").text(letter.number);
    out.raw("</p>\n<h2>").text(letter.title);
    out.raw("</h2>\n<p class=\"letter-to\">").text(letter.addressee).raw("：</p>\n");
    for (const auto& paragraph : letter.paragraphs)
        out.raw("<p>").text(paragraph).raw("</p>\n");
    out.raw("<p class=\"letter-from\">").text(letter.organ);
    out.raw("</p>\n<p class=\"letter-date\">").text(letter.date);
    out.raw("</p>\n<p>（联系方式：").text(letter.contact).raw("）</p>\n</article>\n");
    return std::move(out).string();
}

Result<std::string> letter_docx(LetterKind kind, const LetterFacts& facts,
                                const files::Letters& letters) {
    GK_TRY(made, letter(kind, facts, letters));
    return letter_docx(made);
}

}  // namespace gongkai::desk
