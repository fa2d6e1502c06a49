#pragma once

#include <zip.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "reader/document.h"
#include "reader/reader.h"

// Small files made in memory, and a way to write a document down so that a test can be read.
namespace gongkai::reader::samples {

using Parts = std::vector<std::pair<std::string, std::string>>;

// A zip of these parts.
inline std::string package(const Parts& parts, bool encrypted = false) {
    zip_error_t error;
    zip_source_t* sink = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(sink, ZIP_TRUNCATE, &error);
    zip_source_keep(sink);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (encrypted) {
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                    "secret");
        }
    }
    if (zip_close(archive) != 0) throw std::runtime_error("zip");
    zip_source_open(sink);
    zip_source_seek(sink, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(sink)), '\0');
    zip_source_seek(sink, 0, SEEK_SET);
    zip_source_read(sink, bytes.data(), bytes.size());
    zip_source_close(sink);
    zip_source_free(sink);
    return bytes;
}

inline std::string word_xml(const std::string& body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\">"
           "<w:body>" +
           body + "</w:body></w:document>";
}

inline std::string docx(const std::string& body, Parts more = {}) {
    more.emplace_back("word/document.xml", word_xml(body));
    return package(more);
}

inline std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

inline std::string cell(const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

inline std::string one_line(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; ++at) {
        text[at] = '~';
    }
    return text;
}

// One line a block: "P text", "1 heading", "T row;row" with cells as col:text and their spans.
inline std::string shown(const Document& document) {
    std::string all;
    for (const auto& block : document.blocks) {
        if (const auto* found = std::get_if<Paragraph>(&block.content)) {
            all += (found->heading > 0 ? std::to_string(found->heading) : "P") + " " +
                   one_line(found->text);
        } else if (const auto* line = std::get_if<Line>(&block.content)) {
            all += "L" + std::to_string(block.place.page);
            for (const auto& word : line->words) {
                all += " [" + word.text + "]";
            }
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            all += table->exact ? "T" : "t";
            int row = 0;
            for (const auto& one : table->cells) {
                for (; row < one.row; ++row) {
                    all += " /";
                }
                all += " " + std::to_string(one.column) + ":" + one_line(one.text);
                if (one.row_span * one.column_span > 1) {
                    all += "(" + std::to_string(one.row_span) + "x" +
                           std::to_string(one.column_span) + ")";
                }
            }
        }
        all += "\n";
    }
    return all;
}

// The same for the bytes of a file; a refusal is its code.
inline std::string read_shown(std::string_view bytes) {
    const auto document = read(bytes);
    return document.ok() ? shown(document.value()) : document.error().code + "\n";
}

}  // namespace gongkai::reader::samples
