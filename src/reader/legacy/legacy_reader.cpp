#include "reader/legacy/legacy_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "base/regular_file.h"
#include "reader/docx/docx_reader.h"
#include "reader/helper_program.h"
#include "reader/private_folder.h"
#include "reader/refusal.h"
#include "reader/sheet/sheet_reader.h"
#include "reader/zip_archive.h"

namespace gongkai::reader {
namespace {

// LibreOffice maps far more address space than it ever uses.
constexpr std::size_t least_address_space = 4ull << 30;
constexpr std::size_t most_written = 128u << 20;
constexpr std::size_t ole_sector = 512;

struct Conversion {
    const char* input_name;
    const char* filter;
    const char* output_name;
};

// The name only tells LibreOffice what we found in the bytes.
Conversion conversion_of(LegacyKind kind, std::string_view bytes) {
    constexpr const char* word = "docx:MS Word 2007 XML";
    constexpr const char* sheet = "xlsx:Calc MS Excel 2007 XML";
    switch (kind) {
        case LegacyKind::Word: return {"input.doc", word, "input.docx"};
        case LegacyKind::Excel: return {"input.xls", sheet, "input.xlsx"};
        case LegacyKind::Rtf: return {"input.rtf", word, "input.docx"};
        case LegacyKind::WordXml: return {"input.xml", word, "input.docx"};
        case LegacyKind::OpenDocument: break;
    }
    // The first entry of an OpenDocument package is its type, not compressed.
    if (bytes.substr(0, 256).find("opendocument.spreadsheet") != bytes.npos) {
        return {"input.ods", sheet, "input.xlsx"};
    }
    return {"input.odt", word, "input.docx"};
}

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

Result<std::string> convert(std::string_view bytes, const Conversion& conversion,
                            const Limits& limits) {
    const PrivateFolder folder;
    const auto input = folder.path() / conversion.input_name;
    if (!write_file(input, bytes)) return refuse_tool_failed("临时目录写不进去");

    HelperCommand command;
    command.program = "soffice";
    command.arguments = {
        "--headless",    "--norestore",
        "--nologo",      "--nodefault",
        "--nolockcheck", "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
        "--convert-to",  conversion.filter,
        "--outdir",      (folder.path() / "out").string(),
        input.string()};
    command.folder = folder.path();
    command.one_process = false;
    command.seconds = limits.helper_seconds;
    command.memory = std::max(limits.helper_memory, least_address_space);
    command.output = most_written;
    GK_TRY(outcome, run_helper(command, "老版本的 Word、WPS 和 RTF 文件（需要 LibreOffice）"));

    const auto output = folder.path() / "out" / conversion.output_name;
    // Whoever takes over the helper program could lay anything there.
    auto converted = read_regular_file(output, "转换的结果", limits.file_bytes);
    if (converted.ok()) return converted;
    if (converted.error().kind == ErrorKind::TooLarge) return refuse_bomb();
    const bool refused = converted.error().kind == ErrorKind::NotFound && outcome.exit_status >= 0;
    return refused ? refuse_damaged("LibreOffice 打不开它") : refuse_tool_failed();
}

// A name of the OLE directory, which is written in UTF-16.
bool names_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char sign : name) {
        wide += sign;
        wide += '\0';
    }
    wide += '\0';
    wide += '\0';
    return bytes.find(wide) != bytes.npos;
}

// The head of the WordDocument stream says whether the text is enciphered: it starts a sector
// with EC A5, and bit 0x0100 of its flags at byte 10 is set.
bool is_enciphered_word(std::string_view bytes) {
    for (std::size_t at = ole_sector; at + 12 <= bytes.size(); at += ole_sector) {
        if (bytes[at] != '\xEC' || bytes[at + 1] != '\xA5') continue;
        return (static_cast<unsigned char>(bytes[at + 11]) & 0x01) != 0;
    }
    return false;
}

}  // namespace

Result<Document> read_legacy(std::string_view bytes, LegacyKind kind, const Limits& limits) {
    GK_TRY(converted, convert(bytes, conversion_of(kind, bytes), limits));
    GK_TRY(archive, ZipArchive::open(converted));
    const bool sheet = is_sheet(archive);
    auto document = sheet ? read_sheet(archive, limits) : read_docx(archive, limits);
    if (document.ok()) document.value().format = sheet ? "xls" : "doc";
    return document;
}

Result<Document> read_ole(std::string_view bytes, const Limits& limits) {
    if (names_stream(bytes, "EncryptedPackage")) return refuse_encrypted();
    const bool word = names_stream(bytes, "WordDocument");
    if (word && is_enciphered_word(bytes)) return refuse_encrypted();
    if (names_stream(bytes, "PowerPoint Document")) return refuse_unknown_format("这是演示文稿");
    const bool sheet = !word && (names_stream(bytes, "Workbook") || names_stream(bytes, "Book"));
    // Works, as WPS did once, keeps its text under this name. Without any of the names there is
    // no document, and LibreOffice can take minutes to find that out.
    const bool works = names_stream(bytes, "CONTENTS") || names_stream(bytes, "MatOST");
    if (!word && !sheet && !works) return refuse_damaged("其中找不到文档");
    return read_legacy(bytes, sheet ? LegacyKind::Excel : LegacyKind::Word, limits);
}

}  // namespace gongkai::reader
