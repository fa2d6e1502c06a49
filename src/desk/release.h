#pragma once

#include <string_view>

#include "base/result.h"
#include "forms/report.h"

namespace gongkai::desk {

// Reads a written report again, as everybody will who gets the file. Refusals: report.read-back
// where form, year or any cell is not as in `report`, with the names of the cells; those of
// reader::read() and recognizer::recognize() where it cannot be read at all.
Status read_back(const forms::Report& report, std::string_view bytes, const forms::Forms& forms);

}  // namespace gongkai::desk
