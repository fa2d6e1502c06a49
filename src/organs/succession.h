#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "organs/organ_acts.h"

// Who goes on with the work of bodies that ended (承继): one of them each, or, where it was
// divided, one with the open cases and others beside it. A successor may have ended since: then it
// is that one's successor, and so on. Several bodies that name the same one were merged (合并).
namespace gongkai::organs {

// The body of a number, where there is one.
using FindOrgan = std::function<std::optional<Organ>(std::int64_t number)>;

// Among the bodies of a region as they are now; both outlive what it gives.
FindOrgan found_in(const Repository& organs, const journal::View& view, std::int64_t region);

// The body that exists on the day, at the end of the successors of `number`; that itself where it
// exists. Nothing where they end nowhere.
std::optional<Organ> last_successor(const FindOrgan& find, std::int64_t number, Date day);

// Who does the work of a body that ended before the day: first who has its open cases. Empty for
// one that goes on, or that has no successor.
std::vector<Organ> heirs(const FindOrgan& find, const Organ& organ, Date day);

// The ended bodies whose open cases are those of a body on a day, by number.
std::vector<Organ> inherited(const std::vector<Organ>& all, std::int64_t organ, Date day);

// The same, read from among the bodies of the region that have ended alone.
std::vector<Organ> inherited(const Repository& organs, const journal::View& view,
                             const journal::LogKey& organ, Date day);

// Those that come to a body by their successors, whatever exists when: what ends with it.
std::vector<Organ> leading_to(const std::vector<Organ>& all, std::int64_t organ);

// Refusal organ.ended where a body ended before the day: whoever goes on with its work finishes
// what it has begun, and begins nothing in its name (“起草文件”).
Status check_not_ended(const Organ& organ, Date day, std::string_view work);

// Refusal organ.successor where a body that goes on with its work is none of `all`, itself, named
// twice, has ended before it, or would come back to it by successors; and where one that it goes
// on for ended when it was not there.
Status check_successors(const std::vector<Organ>& all, const Organ& organ);

}  // namespace gongkai::organs
