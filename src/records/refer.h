#pragma once

#include <variant>

#include "records/sealed.h"

namespace gongkai::records {

// Lets an act name an earlier one, by its index. False where acts of its kind name none.
template <class Act>
bool refer(Act& act, int earlier) {
    return std::visit(
        [&](auto& what) {
            if constexpr (requires { what.refers_to; }) what.refers_to = Reference{earlier};
            return requires { what.refers_to; };
        },
        act.what);
}

}  // namespace gongkai::records
