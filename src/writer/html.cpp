#include "writer/html.h"

namespace gongkai::writer {

namespace {

// What stands for a byte that may not stand for itself; empty where it may.
std::string_view escaped(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\t':
        case '\n':
        case '\r': return {};
        default:
            // Control signs are not allowed in HTML at all.
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? "\xEF\xBF\xBD" : "";
    }
}

}  // namespace

Html& Html::raw(Markup markup) {
    out_ += markup.text();
    return *this;
}

Html& Html::text(std::string_view text) {
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto instead = escaped(text[i]);
        if (instead.empty()) continue;
        out_.append(text, plain, i - plain);
        out_ += instead;
        plain = i + 1;
    }
    out_.append(text, plain);
    return *this;
}

Html& Html::number(std::int64_t number) {
    out_ += std::to_string(number);
    return *this;
}

Html& Html::add(const Html& part) {
    out_ += part.out_;
    return *this;
}

}  // namespace gongkai::writer
