#pragma once

#include <optional>

#include "base/date.h"
#include "base/json_value.h"
#include "journal/entry.h"
#include "journal/tree.h"

// What the answers of several subjects have in common.
namespace gongkai::api {

// "2026-03-02", or null.
json::Value day_or_null(const std::optional<Date>& day);

// Where an act stands in the journal: what a receipt gives, so that anybody can check it later.
json::Object place_in_journal(const journal::Entry& entry, const journal::TreeHead& head);

}  // namespace gongkai::api
