#include "desk/examine.h"

#include "recognizer/recognizer.h"

namespace gongkai::desk {

Result<forms::Report> read_report(std::string_view bytes, const forms::Forms& forms,
                                  const reader::Limits& limits) {
    GK_TRY(document, reader::read(bytes, limits));
    return recognizer::recognize(document, forms);
}

Result<Examined> examine(std::string_view bytes, const forms::Forms& forms,
                         const EarlierReports* earlier, const reader::Limits& limits) {
    GK_TRY(document, reader::read(bytes, limits));
    GK_TRY(report, recognizer::recognize(document, forms));
    auto checked = check_beside(report, earlier);
    return Examined{document.format, std::move(report), std::move(checked)};
}

Result<forms::Report> read_report_file(const std::filesystem::path& path, const forms::Forms& forms,
                                       const reader::Limits& limits) {
    GK_TRY(document, reader::read_file(path, limits));
    return recognizer::recognize(document, forms);
}

}  // namespace gongkai::desk
