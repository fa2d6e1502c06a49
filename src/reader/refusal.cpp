#include "reader/refusal.h"

namespace gongkai::reader {
namespace {

std::string with_detail(std::string_view what, std::string_view detail, std::string_view advice) {
    std::string message(what);
    if (!detail.empty()) message.append("（").append(detail).append("）");
    return message.append("。").append(advice);
}

}  // namespace

Error refuse_empty(std::string_view detail) {
    return {
        ErrorKind::Invalid, "reader.empty",
        with_detail("文件是空的，没有可读的文字", detail, "请检查文件是否保存完整，再重新提交。")};
}

Error refuse_too_large(std::size_t allowed_bytes) {
    const auto megabytes = std::to_string(allowed_bytes >> 20);
    return {ErrorKind::TooLarge, "reader.too-large",
            "文件太大，超过了 " + megabytes + " MB 的上限。请删去其中的图片，或拆分后再提交。"};
}

Error refuse_unknown_format(std::string_view detail) {
    return {
        ErrorKind::Invalid, "reader.unknown-format",
        with_detail("不认识这种文件格式", detail,
                    "请提交 Word（.docx、.doc）、WPS、PDF、网页、Excel（.xlsx）或纯文本文件。")};
}

Error refuse_encrypted() {
    return {ErrorKind::Invalid, "reader.encrypted",
            "文件设有打开密码，无法读取。请取消密码、另存一份后再提交。"};
}

Error refuse_damaged(std::string_view detail) {
    return {ErrorKind::Invalid, "reader.damaged",
            with_detail("文件已损坏或不完整", detail,
                        "请用原来的软件打开，确认内容完好后另存一份再提交。")};
}

Error refuse_bomb(std::string_view detail) {
    return {ErrorKind::TooLarge, "reader.bomb",
            with_detail("文件展开后大得不合常理，已停止读取", detail,
                        "如果确是报告，请用原来的软件另存一份，或只保留正文后再提交。")};
}

Error refuse_too_deep() {
    return {ErrorKind::Invalid, "reader.too-deep",
            "文件的内容嵌套层数过多，已停止读取。请用原来的软件另存一份后再提交。"};
}

Error refuse_scan() {
    return {ErrorKind::Invalid, "reader.scan",
            "这个 PDF 里没有文字，看来是扫描件或图片。请提交由文字处理软件导出的 PDF，"
            "或先做文字识别（OCR）。"};
}

Error refuse_tool_missing(std::string_view program, std::string_view purpose) {
    return {ErrorKind::Unavailable, "reader.tool-missing",
            "本机没有安装 " + std::string(program) + "，不能读取" + std::string(purpose) +
                "。请安装后再试，或把文件另存为 .docx 再提交。"};
}

Error refuse_no_cell() {
    return {
        ErrorKind::Unavailable, "reader.no-cell",
        "本机不能把读取这类文件的辅助程序关进隔离环境，所以没有读取。请系统管理员安装 bubblewrap"
        "（见运行说明“读取文件的辅助程序”），或把文件另存为 .docx 再提交。"};
}

Error refuse_tool_failed(std::string_view detail) {
    return {ErrorKind::Unavailable, "reader.tool-failed",
            with_detail("转换文件的辅助程序没有成功", detail,
                        "请把文件另存为 .docx 再提交；仍不成功的，请告知系统管理员。")};
}

Error refuse_tool_slow(int seconds) {
    return {ErrorKind::Unavailable, "reader.tool-slow",
            "转换文件用时超过 " + std::to_string(seconds) +
                " 秒，已停止。请稍后再试，或把文件另存为 .docx 再提交。"};
}

Error refuse_not_found(std::string_view path) {
    return {ErrorKind::NotFound, "reader.not-found",
            "打不开文件“" + std::string(path) + "”。请检查路径是否正确、是否有读取权限。"};
}

}  // namespace gongkai::reader
