#include "checks/rule.h"
#include "files/form_files.h"
#include "files/report_json.h"
#include "fuzz.h"
#include "reader/html/html_reader.h"
#include "reader/text/plain_text.h"
#include "recognizer/recognizer.h"

// What begins with '<' is a page, everything else plain text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    static const auto forms = files::load_forms().value();
    const auto input = fuzz::bytes(data, size);
    const bool page = input.starts_with('<');
    const auto document = page ? reader::read_html(input) : reader::read_text(input);
    if (!document.ok()) return 0;
    const auto report = recognizer::recognize(document.value(), forms);
    if (!report.ok()) return 0;
    (void)checks::check({report.value()});
    const auto json = files::report_json(report.value());
    const auto back = files::parse_report(json, forms);
    fuzz::ensure(back.ok() && files::report_json(back.value()) == json);
    return 0;
}
