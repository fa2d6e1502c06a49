#include "desk/sealed_person.h"

#include "base/text.h"

namespace gongkai::desk {

std::string masked_person(std::string_view name) {
    const auto trimmed = text::trim(name);
    return trimmed.empty() ? std::string() : std::string(text::slice(trimmed, 0, 1)) + "**";
}

}  // namespace gongkai::desk
