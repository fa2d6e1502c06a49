#pragma once

#include <string_view>

#include "writer/html.h"

namespace gongkai::writer {

// A QR code (二维码) of a text as a picture within a page, with what it says for those who do not
// see it. Nothing for a text that is too long for one.
Html qr_code(std::string_view text, std::string_view alternative);

}  // namespace gongkai::writer
