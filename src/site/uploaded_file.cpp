#include "site/uploaded_file.h"

#include "base/text.h"
#include "http/multipart.h"

namespace gongkai::site {

namespace {

constexpr std::size_t most_parts = 8;

Error empty_file() {
    return {ErrorKind::Invalid, "check.empty-file",
            "选择的文件是空的，一个字节也没有。请确认选对了文件，并且已经保存好。"};
}

Error no_file() {
    return {ErrorKind::Invalid, "check.no-file", "还没有选择文件。请先选择一份年度报告。"};
}

template <class Parts>
Result<UploadedFile> file_of(const Parts& parts) {
    UploadedFile it;
    bool found = false;
    for (const auto& part : parts) {
        if (part.name == "opening_reason" && !part.is_file) it.opening_reason = part.body;
        if (found || part.name != "file" || !part.is_file) continue;
        if (part.body.empty()) return part.file_name.empty() ? no_file() : empty_file();
        it.bytes = part.body;
        if (text::is_utf8(part.file_name)) it.name = part.file_name;
        found = true;
    }
    if (!found) return no_file();
    return it;
}

}  // namespace

Result<UploadedFile> uploaded_file(const http::Request& request) {
    const auto boundary = http::multipart_boundary(request.header("Content-Type"));
    if (boundary.empty()) {
        if (request.body.empty()) return empty_file();
        return UploadedFile{request.body, {}, {}};
    }
    GK_TRY(parts, http::parse_multipart(request.body, boundary, most_parts));
    return file_of(parts);
}

}  // namespace gongkai::site
