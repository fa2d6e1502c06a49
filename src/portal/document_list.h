#pragma once

#include <span>
#include <string>
#include <string_view>

#include "disclosure/public_list.h"
#include "organs/organ.h"
#include "writer/html.h"

namespace gongkai::portal {

// Documents as lines: title with tags of validity on a day, document number, day of publication.
void document_lines(writer::Html& out, std::span<const disclosure::PublicRow> documents,
                    Date today);

// The field with which the documents of a body are searched.
void finder(writer::Html& out, const organs::Organ& organ, std::string_view words);

// 现行有效, 已于…废止: a word in a frame of its own shape. Nothing where nobody asks.
void validity_tag(writer::Html& out, std::string_view validity, bool ending);

// 37, or 1000+ where there are more than are counted.
void count(writer::Html& out, const records::Count& count);

// That a search stopped after so many lines, with the way on; nothing where it came to the end.
// `way_on` is the address of the lines behind, `found` whether there are any above.
void searched_so_far(writer::Html& out, int searched, bool found, std::string_view way_on);

}  // namespace gongkai::portal
