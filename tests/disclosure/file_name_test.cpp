#include "disclosure/file_name.h"

#include <doctest/doctest.h>

#include <string>

using namespace gongkai;

TEST_CASE("a file is kept under a name that every system can save and that shows what it is") {
    const struct {
        std::string name;
        std::size_t bytes;
        const char* code;
    } cases[] = {
        {"关于补贴的通知（2026）.pdf", 9, ""},
        {"a b-c_d·e•f.docx", 9, ""},
        {std::string(200, 'a'), 9, ""},
        {std::string(201, 'a'), 9, "document.attachment.name"},
        {"", 9, "document.attachment.name"},
        {" ", 9, "document.attachment.name"},
        {"..", 9, "document.attachment.name"},
        {"../etc/passwd", 9, "document.attachment.name"},
        {"C:\\Users\\a.doc", 9, "document.attachment.name"},
        {"a\tb.doc", 9, "document.attachment.name"},
        {"a\r\nSet-Cookie: x.doc", 9, "document.attachment.name"},
        {"a\x7F.doc", 9, "document.attachment.name"},
        {"a\u0085.doc", 9, "document.attachment.name"},
        {"通知\u202Egpj.exe", 9, "document.attachment.name"},
        {"通知\u2066x.exe", 9, "document.attachment.name"},
        {"通\u200B知.doc", 9, "document.attachment.name"},
        {"\xFF.doc", 9, "document.attachment.name"},
        {"空.doc", 0, "document.attachment.empty"},
    };
    for (const auto& it : cases) {
        CAPTURE(it.name);
        const auto kept = disclosure::check_file(it.name, it.bytes);
        CHECK((kept.ok() ? "" : kept.error().code) == it.code);
    }
}

TEST_CASE("usual kinds of files are told by their names, and no others") {
    CHECK(disclosure::kind_of_file("通知.PDF") == "PDF");
    CHECK(disclosure::kind_of_file("目录.et") == "WPS 表格");
    CHECK(disclosure::kind_of_file("清单.2025.csv") == "CSV 表格");
    for (const char* name :
         {"安装.exe", "通知.pdf.exe", "通知.html", "宏.docm", "a.svg", "a.js", "通知", "pdf", ""})
        CHECK_MESSAGE(disclosure::kind_of_file(name).empty(), name);
}
