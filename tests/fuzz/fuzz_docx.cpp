// The input is document.xml, styles.xml and numbering.xml, divided by lines of two dashes.
#include "fuzz.h"
#include "reader/docx/body_reader.h"
#include "reader/xml_part.h"

namespace {

template <class Aid>
void load(std::string_view xml, Aid& aid) {
    gongkai::reader::XmlPart part;
    part.bytes = xml;
    if (gongkai::reader::parse_part(part, "aid").ok()) aid.load(part.document.first_child());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    const auto parts = fuzz::parts(fuzz::bytes(data, size), 3);
    reader::Styles styles;
    reader::Numbering numbering;
    load(parts[1], styles);
    load(parts[2], numbering);
    reader::XmlPart body;
    body.bytes = parts[0];
    if (!reader::parse_part(body, "body").ok()) return 0;
    reader::BodyReader reader(styles, numbering);
    const auto blocks = reader.read(body.document.first_child());
    if (blocks.ok()) fuzz::check(blocks.value());
    return 0;
}
