// The input is a sheet, styles.xml and sharedStrings.xml, divided by lines of two dashes.
#include "../reader/samples.h"
#include "fuzz.h"
#include "reader/sheet/sheet_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gongkai;
    const auto parts = fuzz::parts(fuzz::bytes(data, size), 3);
    const auto bytes = reader::samples::package(
        {{"xl/workbook.xml", "<w><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></w>"},
         {"xl/_rels/workbook.xml.rels", "<r><Relationship Id=\"r1\" Target=\"s.xml\"/></r>"},
         {"xl/s.xml", std::string(parts[0])},
         {"xl/styles.xml", std::string(parts[1])},
         {"xl/sharedStrings.xml", std::string(parts[2])}});
    const auto archive = reader::ZipArchive::open(bytes);
    fuzz::ensure(archive.ok());
    const auto document = reader::read_sheet(archive.value(), {});
    if (document.ok()) fuzz::check(document.value().blocks);
    return 0;
}
