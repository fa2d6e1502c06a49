#pragma once

namespace gongkai {

// Beside the class of an exception: nothing is wrong and nothing has happened, what is needed is
// only held by others for now. Whoever answers a person says: try again in a moment.
class TryLater {
protected:
    ~TryLater() = default;
};

}  // namespace gongkai
