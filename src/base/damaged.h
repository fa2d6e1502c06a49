#pragma once

#include <stdexcept>

namespace gongkai {

// Something that was kept is missing, or is other than what was recorded; its text says which. It
// is never told as if it had not existed: the law asks whether a thing was published, not whether
// its file is whole. Names no person.
class Damaged : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace gongkai
