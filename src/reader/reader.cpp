#include "reader/reader.h"

#include "base/regular_file.h"
#include "base/text.h"
#include "reader/docx/docx_reader.h"
#include "reader/format.h"
#include "reader/html/html_reader.h"
#include "reader/legacy/legacy_reader.h"
#include "reader/pdf/pdf_reader.h"
#include "reader/refusal.h"
#include "reader/sheet/sheet_reader.h"
#include "reader/text/charset.h"
#include "reader/text/plain_text.h"
#include "reader/zip_archive.h"

namespace gongkai::reader {
namespace {

Result<Document> read_zip(std::string_view bytes, const Limits& limits) {
    GK_TRY(archive, ZipArchive::open(bytes));
    if (archive.any_encrypted()) return refuse_encrypted();
    if (is_docx(archive)) return read_docx(archive, limits);
    if (is_sheet(archive)) return read_sheet(archive, limits);
    if (archive.has("OFD.xml")) {
        return refuse_unknown_format("这是 OFD 版式文件，请转换为 PDF");
    }
    if (archive.has("ppt/presentation.xml")) return refuse_unknown_format("这是演示文稿");
    if (archive.has("META-INF/manifest.xml") && archive.has("content.xml")) {
        return read_legacy(bytes, LegacyKind::OpenDocument, limits);
    }
    return refuse_unknown_format("这是压缩包，请先解压");
}

// What looks like a declaration in running text declares nothing.
template <class Notes>
void take_notes(Notes& notes, bool page, Document& document) {
    for (auto& note : notes)
        if (page || note.id != "encoding-lies") document.notes.push_back(std::move(note));
}

Result<Document> read_decoded(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.text_bytes) return refuse_too_large(limits.text_bytes);
    GK_TRY(decoded, decode_text(bytes, declared_encoding(bytes)));
    if (decoded.text.size() > limits.text_bytes * 2) return refuse_too_large(limits.text_bytes);
    if (looks_like_word_xml(decoded.text)) return read_legacy(bytes, LegacyKind::WordXml, limits);
    const bool xml = text::trim(decoded.text.substr(0, 256)).starts_with("<?xml");
    if (xml && !looks_like_html(decoded.text)) return refuse_unknown_format("这是 XML 数据文件");
    const bool archive = looks_like_mhtml(decoded.text);
    const bool page = !archive && looks_like_html(decoded.text);
    if (!archive && !page && decoded.text.size() > limits.words_bytes)
        return refuse_too_large(limits.words_bytes);
    auto document =
        archive ? read_mhtml(bytes) : (page ? read_html(decoded.text) : read_text(decoded.text));
    if (!document.ok()) return document;
    take_notes(decoded.notes, page, document.value());
    return document;
}

std::size_t words_in(const Block& block) {
    std::size_t size = 0;
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        size = paragraph->text.size();
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
        for (const auto& cell : table->cells)
            size += cell.text.size();
    } else {
        for (const auto& word : std::get<Line>(block.content).words)
            size += word.text.size();
    }
    return size;
}

Result<Document> read_any(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.file_bytes) return refuse_too_large(limits.file_bytes);
    const auto sniffed = sniff(bytes);
    switch (sniffed.format) {
        case Format::Empty: return refuse_empty();
        case Format::Zip: return read_zip(bytes, limits);
        case Format::Pdf: return read_pdf(bytes, limits);
        case Format::Ole: return read_ole(bytes, limits);
        case Format::Rtf: return read_legacy(bytes, LegacyKind::Rtf, limits);
        case Format::Foreign: return refuse_unknown_format("这是" + sniffed.name);
        case Format::Binary: return refuse_unknown_format("内容不是文字");
        case Format::Text: break;
    }
    return read_decoded(bytes, limits);
}

}  // namespace

Result<Document> read(std::string_view bytes, const Limits& limits) {
    auto document = read_any(bytes, limits);
    if (!document.ok()) return document;
    std::size_t size = 0;
    for (const Block& block : document.value().blocks)
        size += words_in(block);
    if (size > limits.words_bytes) return refuse_too_large(limits.words_bytes);
    return document;
}

Result<Document> read_file(const std::filesystem::path& path, const Limits& limits) {
    const auto bytes = read_regular_file(path, "文件", limits.file_bytes);
    if (bytes.ok()) return read(bytes.value(), limits);
    if (bytes.error().kind == ErrorKind::TooLarge) return refuse_too_large(limits.file_bytes);
    return refuse_not_found(path.string());
}

}  // namespace gongkai::reader
