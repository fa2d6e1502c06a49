#include "checks/rule.h"
#include "files/form_files.h"
#include "files/report_json.h"
#include "fuzz.h"

// What parse_report() lets in can be checked and written again, and then stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    static const auto forms = files::load_forms().value();
    const auto report = files::parse_report(fuzz::bytes(data, size), forms);
    if (!report.ok()) return 0;
    (void)checks::check({report.value()});
    const auto json = files::report_json(report.value());
    const auto again = files::parse_report(json, forms);
    fuzz::ensure(again.ok() && files::report_json(again.value()) == json);
    (void)files::report_csv(report.value());
    return 0;
}
