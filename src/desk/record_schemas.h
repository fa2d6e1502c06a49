#pragma once

#include <string>

#include "base/json_value.h"

namespace gongkai::desk {

// What the interface takes and tells of all subjects, from their declarations, as components of
// OpenAPI. RequestExtend is what is sent to record one kind of act, RequestExtendAct how it is told
// again, NewRequestAct and RequestAct one of all kinds, RequestActKind their names. With them the
// records that are taken and told whole, and every enum with its words.
json::Object record_schemas();

// data/web/record_schemas.json: these, one a line.
std::string record_schemas_file();

// docs/records.md: every kind of every subject with its fields.
std::string records_page();

}  // namespace gongkai::desk
