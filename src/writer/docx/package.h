#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai::writer::docx {

struct Part {
    std::string name;  // "word/document.xml"
    std::string bytes;
};

// The parts as a ZIP archive, in their order and without a time of day.
// Throws std::runtime_error where libzip cannot make it.
std::string package(const std::vector<Part>& parts);

}  // namespace gongkai::writer::docx
