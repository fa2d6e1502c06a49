#pragma once

#include <cstddef>

#include "api/fields.h"
#include "desk/actor.h"
#include "records/codec.h"
#include "site/guard.h"

namespace gongkai::api {

// The row of the act that a body names by its kind, where the caller may do it. The right comes
// before the fields: whoever lacks it learns nothing of them. The desk asks again.
Result<const records::Row*> row_given(const records::Table& table, const json::Object& given,
                                      const site::Caller& caller);

// "seen": how many acts of what is being changed the caller had seen when deciding.
Result<std::size_t> seen_of(const Fields& fields);

// An act of a body, and how many acts of its subject the caller had seen when deciding.
template <class Subject>
struct GivenAct {
    records::ActOf<Subject> act;
    std::size_t seen = 0;
};

// Refusals: those of Fields, row_given() and records::act_from(), and fields.* for "seen".
template <class Subject>
Result<GivenAct<Subject>> given_act(const http::Request& request, const site::Caller& caller) {
    GK_TRY(fields, Fields::of(request));
    auto given = fields.all();
    given.erase("seen");
    GK_CHECK(row_given(Subject::table(), given, caller));
    GK_TRY(act, records::act_from<Subject>(std::move(given)));
    GK_TRY(seen, seen_of(fields));
    return GivenAct<Subject>{std::move(act), seen};
}

}  // namespace gongkai::api
