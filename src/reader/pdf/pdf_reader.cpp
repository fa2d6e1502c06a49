#include "reader/pdf/pdf_reader.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "reader/block_list.h"
#include "reader/helper_program.h"
#include "reader/pdf/pdf_lines.h"
#include "reader/pdf/pdf_words.h"
#include "reader/refusal.h"

namespace gongkai::reader {
namespace {

constexpr std::size_t most_output = 128u << 20;

Error refuse_outcome(const HelperOutcome& outcome) {
    const std::string_view said = outcome.complaints;
    if (said.find("ncorrect password") != said.npos) return refuse_encrypted();
    if (said.find("encrypt") != said.npos || said.find("Unknown security handler") != said.npos) {
        return refuse_encrypted();
    }
    return refuse_damaged("PDF 无法打开");
}

// pdftotext writes titles that are UTF-16 in the file as if each byte were a sign.
bool is_garbled(std::string_view title) {
    return title.starts_with("ÿþ") || title.starts_with("þÿ");
}

}  // namespace

Result<Document> read_pdf(std::string_view bytes, const Limits& limits) {
    HelperCommand command;
    command.program = "pdftotext";
    command.arguments = {"-bbox", "-enc", "UTF-8", "/dev/stdin", "-"};
    command.input = bytes;
    command.seconds = limits.helper_seconds;
    command.memory = limits.helper_memory;
    command.output = most_output;
    GK_TRY(outcome, run_helper(command, " PDF 文件"));
    if (outcome.exit_status != 0) return refuse_outcome(outcome);

    auto text = parse_pdf_words(outcome.output);
    Document document;
    document.format = "pdf";
    const auto title = text::trim(text.title);
    if (!is_garbled(title)) document.title = title;
    BlockList blocks;
    for (std::size_t at = 0; at < text.pages.size(); ++at) {
        for (auto& line : lines_of(std::move(text.pages[at]))) {
            blocks.add(std::move(line), static_cast<int>(at) + 1);
        }
    }
    if (blocks.empty())
        return text.pages.empty() ? refuse_damaged("PDF 里没有页面") : refuse_scan();
    document.blocks = blocks.take();
    return document;
}

}  // namespace gongkai::reader
