#include "reader/docx/docx_reader.h"

#include <string>

#include "base/text.h"
#include "reader/docx/body_reader.h"
#include "reader/refusal.h"
#include "reader/xml_part.h"

namespace gongkai::reader {
namespace {

constexpr const char* usual_part = "word/document.xml";
constexpr std::size_t side_part_bytes = 8u << 20;

// The title of the file's properties, which stand in a few lines of XML.
std::string title_of(const ZipArchive& archive) {
    constexpr const char* part = "docProps/core.xml";
    if (!archive.has(part)) return {};
    XmlPart core;
    auto bytes = archive.read(part, 1 << 16);
    if (!bytes.ok()) return {};
    core.bytes = std::move(bytes.value());
    if (!parse_part(core, part).ok()) return {};
    const auto title = local_child(core.document.first_child(), "title");
    return std::string(text::trim(title.child_value()));
}

// Styles and numbering are aids: a file whose aids are broken is still read.
template <class Aid>
void load_aid(const ZipArchive& archive, const std::string& part, Aid& aid) {
    if (!archive.has(part)) return;
    auto bytes = archive.read(part, side_part_bytes);
    if (!bytes.ok()) return;
    XmlPart xml;
    xml.bytes = std::move(bytes.value());
    if (!parse_part(xml, part).ok()) return;
    aid.load(xml.document.first_child());
}

}  // namespace

bool is_docx(const ZipArchive& archive) { return archive.has(usual_part); }

Result<Document> read_docx(const ZipArchive& archive, const Limits& limits) {
    XmlPart main;
    GK_TRY(bytes, archive.read(usual_part, limits.text_bytes));
    // The aids are read only where the text asks for them.
    const bool has_styles = bytes.find("pStyle") != bytes.npos;
    main.bytes = std::move(bytes);
    Styles styles;
    Numbering numbering;
    if (has_styles) load_aid(archive, "word/styles.xml", styles);
    if (has_styles || main.bytes.find("numPr") != main.bytes.npos) {
        load_aid(archive, "word/numbering.xml", numbering);
    }
    GK_CHECK(parse_part(main, usual_part));

    const auto body = local_child(main.document.first_child(), "body");
    if (!body) return refuse_damaged("正文部件里没有正文");
    BodyReader reader(styles, numbering);
    GK_TRY(blocks, reader.read(body));
    Document document;
    document.format = "docx";
    document.title = title_of(archive);
    document.blocks = std::move(blocks);
    return document;
}

}  // namespace gongkai::reader
