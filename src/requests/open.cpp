#include "requests/request.h"

// Which requests are still open.
namespace gongkai::requests {

bool is_open(State state) {
    return state != State::Delivered && state != State::Ended && state != State::Annulled;
}

}  // namespace gongkai::requests
