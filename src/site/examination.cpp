#include "site/examination.h"

#include "base/text.h"
#include "http/message.h"
#include "site/uploaded_file.h"

namespace gongkai::site {

Result<Upload> examine_upload(const Services& services, const http::Request& request) {
    GK_TRY(file, uploaded_file(request));
    const desk::KeptReports kept(services.library, 0);
    GK_TRY(examined, desk::examine(file.bytes, services.forms, &kept));
    return Upload{std::string(text::slice(file.name, 0, 120)), std::move(examined)};
}

desk::Checked check_kept(const Services& services, const reports::KeptReport& it) {
    const desk::KeptReports kept(services.library, it.kept.region);
    return desk::check_beside(it.report, &kept);
}

}  // namespace gongkai::site
