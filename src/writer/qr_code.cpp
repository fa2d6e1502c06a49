#include "writer/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace gongkai::writer {

namespace {

constexpr int border = 4;  // of light around it, which the standard demands
constexpr unsigned char is_dark = 1;

struct Free {
    void operator()(QRcode* it) const { QRcode_free(it); }
};

// The dark modules of a line that lie side by side are one part of the path.
std::string path_of(const QRcode& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y) {
        const unsigned char* row = code.data + std::ptrdiff_t(y) * code.width;
        for (int x = 0; x < code.width; ++x) {
            const int from = x;
            while (x < code.width && (row[x] & is_dark) != 0)
                ++x;
            if (x > from)
                path += "M" + std::to_string(from + border) + " " + std::to_string(y + border) +
                        "h" + std::to_string(x - from) + "v1h-" + std::to_string(x - from) + "z";
        }
    }
    return path;
}

}  // namespace

Html qr_code(std::string_view text, std::string_view alternative) {
    const std::string whole(text);
    const std::unique_ptr<QRcode, Free> code(
        QRcode_encodeString8bit(whole.c_str(), 0, QR_ECLEVEL_M));
    Html out;
    if (!code) return out;
    const std::string side = std::to_string(code->width + 2 * border);
    out.raw("<svg class=\"qr\" role=\"img\" aria-label=\"").text(alternative);
    out.raw("\" viewBox=\"0 0 ").text(side).raw(" ").text(side);
    out.raw("\" width=\"176\" height=\"176\" shape-rendering=\"crispEdges\">")
        .raw("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"")
        .text(path_of(*code))
        .raw("\" fill=\"#000\"/></svg>");
    return out;
}

}  // namespace gongkai::writer
