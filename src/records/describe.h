#pragma once

#include <string>

#include "base/json_value.h"
#include "records/row.h"

// What the declaration says, told to others.
namespace gongkai::records {

// JSON Schema of the input of one kind; beside what JSON Schema has: x-label, x-hint, x-names,
// x-sealed, x-reference, x-lines, x-article, x-right. It is all that the console needs to draw the
// form, and its properties stand in the order of the form.
json::Object input_schema(const Row& row);
// JSON Schema of what the API tells of one kind.
json::Object output_schema(const Row& row);
// The same of a record that is no act by itself.
json::Object input_schema(std::span<const Field> fields);
json::Object output_schema(std::span<const Field> fields);

// The names of one enum, and what they are called: x-names.
json::Object enum_schema(std::span<const Word> words);

// A chapter of docs/records.md: each kind with its article, right and fields.
std::string markdown(const Table& table);

}  // namespace gongkai::records
