#include "writer/docx/fixed_parts.h"

#include "writer/docx/xml.h"

namespace gongkai::writer::docx {

namespace {

constexpr const char* main_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// Faces by the names that Word knows; Word puts a like one where a machine has none of them.
constexpr const char* fang_song = "仿宋_GB2312";
constexpr const char* title_song = "方正小标宋简体";
constexpr const char* hei = "黑体";
constexpr const char* kai = "楷体_GB2312";
constexpr const char* song = "宋体";
constexpr const char* western = "Times New Roman";
constexpr const char* seal_red = "B3261E";

// GB/T 9704-2012 (5.2.3): 22 lines of 28 characters on a page.
constexpr int line_pitch = 580;
constexpr int title_pitch = 700;
constexpr int table_pitch = 300;

struct Look {
    Style style;
    const char* id;
    const char* name;
    const char* face;
    int half_points;  // 二号 44, 三号 32, 四号 28, 五号 21
    const char* align;
    int first_line = 0;  // hundredths of a character
    int right = 0;       // the same
    int before = 0, after = 0;
    int line = line_pitch;
    int outline = -1;
    const char* color = nullptr;
};

constexpr Look looks[] = {
    {Style::LetterHead, "LetterHead", "Letter Head", title_song, 64, "center", 0, 0, 0, 240, 1000,
     -1, seal_red},
    {Style::Number, "DocumentNumber", "Document Number", fang_song, 32, "right"},
    {Style::Title, "Title", "Title", title_song, 44, "center", 0, 0, 400, 400, title_pitch},
    {Style::Heading1, "Heading1", "heading 1", hei, 32, "both", 200, 0, 0, 0, line_pitch, 0},
    {Style::Heading2, "Heading2", "heading 2", kai, 32, "both", 200, 0, 0, 0, line_pitch, 1},
    {Style::Body, "BodyText", "Body Text", fang_song, 32, "both", 200},
    {Style::Flush, "Flush", "Flush", fang_song, 32, "both"},
    {Style::Signature, "Signature", "Signature", fang_song, 32, "right", 0, 200, 580},
    {Style::Date, "Date", "Date", fang_song, 32, "right", 0, 400},
    {Style::Caption, "Caption", "caption", song, 21, "left", 0, 0, 0, 0, table_pitch},
};

// style_id() looks its row up by the style's number.
static_assert([] {
    for (std::size_t i = 0; i < std::size(looks); ++i)
        if (std::size_t(looks[i].style) != i) return false;
    return std::size(looks) == std::size_t(Style::Caption) + 1;
}());

pugi::xml_node root(pugi::xml_document& document, const char* name) {
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    auto node = document.append_child(name);
    node.append_attribute("xmlns:w") = main_namespace;
    return node;
}

void fonts(pugi::xml_node properties, const char* face) {
    auto node = child(properties, "w:rFonts");
    node.append_attribute("w:ascii") = western;
    node.append_attribute("w:eastAsia") = face;
    node.append_attribute("w:hAnsi") = western;
    node.append_attribute("w:cs") = western;
}

void sizes(pugi::xml_node properties, int half_points) {
    child(properties, "w:sz", half_points);
    child(properties, "w:szCs", half_points);
}

void spacing(pugi::xml_node properties, int before, int after, int line) {
    auto node = child(properties, "w:spacing");
    node.append_attribute("w:before") = before;
    node.append_attribute("w:after") = after;
    node.append_attribute("w:line") = line;
    node.append_attribute("w:lineRule") = line == table_pitch ? "atLeast" : "exact";
}

pugi::xml_node paragraph_style(pugi::xml_node styles, const char* id, const char* name) {
    auto style = child(styles, "w:style");
    style.append_attribute("w:type") = "paragraph";
    style.append_attribute("w:styleId") = id;
    child(style, "w:name", name);
    child(style, "w:basedOn", "Normal");
    child(style, "w:qFormat");
    return style;
}

// A rule of two red lines, thick over thin, under the name of the organ (GB/T 9704-2012, 10.1).
void red_rule(pugi::xml_node properties) {
    auto bottom = child(child(properties, "w:pBdr"), "w:bottom");
    bottom.append_attribute("w:val") = "thickThinSmallGap";
    bottom.append_attribute("w:sz") = 24;
    bottom.append_attribute("w:space") = 4;
    bottom.append_attribute("w:color") = seal_red;
}

void add_look(pugi::xml_node styles, const Look& look) {
    auto style = paragraph_style(styles, look.id, look.name);
    auto paragraph = child(style, "w:pPr");
    if (look.outline >= 0) child(paragraph, "w:keepNext");
    if (look.style == Style::LetterHead) red_rule(paragraph);
    spacing(paragraph, look.before, look.after, look.line);
    if (look.first_line || look.right) {
        auto indent = child(paragraph, "w:ind");
        if (look.right) {
            indent.append_attribute("w:rightChars") = look.right;
            indent.append_attribute("w:right") = look.right * look.half_points / 10;
        }
        if (look.first_line) {
            indent.append_attribute("w:firstLineChars") = look.first_line;
            indent.append_attribute("w:firstLine") = look.first_line * look.half_points / 10;
        }
    }
    child(paragraph, "w:jc", look.align);
    if (look.outline >= 0) child(paragraph, "w:outlineLvl", look.outline);
    auto run = child(style, "w:rPr");
    fonts(run, look.face);
    if (look.color) child(run, "w:color", look.color);
    sizes(run, look.half_points);
}

void add_defaults(pugi::xml_node styles) {
    auto run = child(child(child(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
    fonts(run, fang_song);
    sizes(run, 32);
    // Figures count as Western text: under zh-CN they would be broken between any two digits.
    auto language = child(run, "w:lang");
    language.append_attribute("w:val") = "en-US";
    language.append_attribute("w:eastAsia") = "zh-CN";
    auto normal = child(styles, "w:style");
    normal.append_attribute("w:type") = "paragraph";
    normal.append_attribute("w:default") = "1";
    normal.append_attribute("w:styleId") = "Normal";
    child(normal, "w:name", "Normal");
}

std::string styles() {
    pugi::xml_document document;
    auto node = root(document, "w:styles");
    add_defaults(node);
    for (const Look& look : looks)
        add_look(node, look);
    auto table = paragraph_style(node, table_style_id, "Table Text");
    spacing(child(table, "w:pPr"), 20, 20, table_pitch);
    fonts(child(table, "w:rPr"), song);
    auto footer = paragraph_style(node, "Footer", "footer");
    auto run = child(footer, "w:rPr");
    fonts(run, song);
    sizes(run, 28);
    return serialized(document);
}

void field(pugi::xml_node paragraph, const char* kind) {
    auto node = child(child(paragraph, "w:r"), "w:fldChar");
    node.append_attribute("w:fldCharType") = kind;
}

// GB/T 9704-2012 (7.5): a dash on either side of the number, at the outer edge, one character in.
std::string footer(const char* align) {
    pugi::xml_document document;
    auto paragraph = child(root(document, "w:ftr"), "w:p");
    auto properties = child(paragraph, "w:pPr");
    child(properties, "w:pStyle", "Footer");
    auto indent = child(properties, "w:ind");
    indent.append_attribute("w:leftChars") = 100;
    indent.append_attribute("w:left") = 280;
    indent.append_attribute("w:rightChars") = 100;
    indent.append_attribute("w:right") = 280;
    child(properties, "w:jc", align);
    add_run(paragraph, "— ");
    field(paragraph, "begin");
    child(child(paragraph, "w:r"), "w:instrText").text().set("PAGE");
    field(paragraph, "separate");
    add_run(paragraph, "1");
    field(paragraph, "end");
    add_run(paragraph, " —");
    return serialized(document);
}

std::string settings() {
    pugi::xml_document document;
    auto node = root(document, "w:settings");
    child(node, "w:evenAndOddHeaders");
    child(node, "w:characterSpacingControl", "compressPunctuation");
    // A line that somebody ended himself is not stretched across the page where lines are
    // justified.
    child(child(node, "w:compat"), "w:doNotExpandShiftReturn");
    auto language = child(node, "w:themeFontLang");
    language.append_attribute("w:val") = "zh-CN";
    language.append_attribute("w:eastAsia") = "zh-CN";
    return serialized(document);
}

// What a program puts where a face is not installed.
std::string font_table() {
    pugi::xml_document document;
    auto node = root(document, "w:fonts");
    for (const auto& [face, instead] :
         {std::pair(fang_song, "仿宋"), std::pair(title_song, "华文中宋"), std::pair(hei, "SimHei"),
          std::pair(kai, "楷体"), std::pair(song, "SimSun")}) {
        auto font = child(node, "w:font");
        font.append_attribute("w:name") = face;
        child(font, "w:altName", instead);
        child(font, "w:charset", "86");
        child(font, "w:family", face == hei ? "swiss" : "roman");
    }
    return serialized(document);
}

std::string properties(std::string_view title) {
    pugi::xml_document document;
    auto node = root(document, "cp:coreProperties");
    node.remove_attribute("xmlns:w");
    node.append_attribute("xmlns:cp") =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    node.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    child(node, "dc:title").text().set(clean(title).c_str());
    child(node, "dc:language").text().set("zh-CN");
    return serialized(document);
}

constexpr std::string_view content_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>)"
    R"(<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>)"
    R"(<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
    R"(</Types>)";

constexpr std::string_view package_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view document_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>)"
    R"(<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>)"
    R"(<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>)"
    R"(</Relationships>)";

}  // namespace

const char* style_id(Style style) { return looks[std::size_t(style)].id; }

std::vector<Part> fixed_parts(std::string_view title) {
    return {{"[Content_Types].xml", std::string(content_types)},
            {"_rels/.rels", std::string(package_relations)},
            {"word/_rels/document.xml.rels", std::string(document_relations)},
            {"word/styles.xml", styles()},
            {"word/settings.xml", settings()},
            {"word/fontTable.xml", font_table()},
            {"word/footer1.xml", footer("right")},
            {"word/footer2.xml", footer("left")},
            {"docProps/core.xml", properties(title)}};
}

}  // namespace gongkai::writer::docx
