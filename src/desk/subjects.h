#pragma once

#include <span>
#include <string>
#include <string_view>

#include "records/row.h"

namespace gongkai::desk {

// The tables of all subjects that have acts.
std::span<const records::Table* const> tables();

// 申请 of "request". A subject that is not known is given as it is.
std::string name_of_subject(std::string_view subject);

// What an entry of the journal records, for the screen: 登记申请 of "request.register". A kind that
// is not known is given as it is.
std::string title_of_entry(std::string_view entry_kind);

}  // namespace gongkai::desk
