#pragma once

#include <string>
#include <string_view>

namespace gongkai::desk {

// What an entry of the journal records, for the screen: 登记申请 of "request.register". A kind that
// is not known is given as it is.
std::string entry_words(std::string_view entry_kind);

}  // namespace gongkai::desk
