#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "desk/actor.h"
#include "desk/open_cases.h"
#include "desk/organ_import.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"

namespace gongkai::desk {

// What a body goes on with of one that ended (承继).
struct Inheritance {
    organs::Organ ended;
    std::vector<organs::bodies::OpenCase> open_cases;
};

// Bodies (行政机关): making and changing them, and who stands below whom.
class OrganDesk {
public:
    OrganDesk(journal::Ledger& ledger, const organs::Repository& organs,
              const OpenCases& open_cases)
        : ledger_(ledger), organs_(organs), open_cases_(open_cases) {}

    Result<organs::Organ> create(const Actor& by, organs::Organ wanted);
    // Keeps the name that it had as a former one, until the day before. Refusal organ.changed where
    // `seen`, the number of acts that whoever changes it has seen, is no longer theirs. What ends a
    // body records which cases go over to its successor: its own that are open, and those that it
    // had inherited. Refusal organ.open-cases where there are some and no successor.
    Result<organs::Organ> change(const Actor& by, organs::Organ wanted,
                                 std::optional<std::size_t> seen = {});
    // All or nothing of a list is written, and nothing in a dry run: organ_import.h.
    Result<OrganImport> import_list(const Actor& by, std::int64_t region, std::string_view bytes,
                                    bool dry_run);

    // Refusal organ.not-found.
    Result<organs::Organ> find(const journal::LogKey& key) const;
    std::vector<organs::Organ> of_region(std::int64_t region) const;
    // The same by the page. Refusals: those of every list.
    Result<records::Page<organs::Organ>> page(std::int64_t region, const records::Ask& ask,
                                              const organs::Chosen& chosen = {}) const;
    // Of all regions, one after the other, by the page: those that exist on a day.
    Result<records::Page<organs::Organ>> everywhere(const records::Ask& ask, Date day) const;
    // Those below one, however deep.
    std::vector<organs::Organ> below(const journal::LogKey& organ) const;
    // Of them those that exist on a day.
    std::vector<organs::Organ> below(const journal::LogKey& organ, Date day) const;
    // Over which bodies an account has rights besides its own: those whose work that goes on with,
    // and of a supervisor those below.
    organs::Reach reach(const organs::Account& account, Date day) const;
    // The ended bodies whose open cases a body goes on with, and which these are.
    std::vector<Inheritance> inherited(const journal::LogKey& organ, Date day) const;
    // Who does a body's work since it ended, first who has its open cases: organs/succession.h.
    std::vector<organs::Organ> heirs(const organs::Organ& organ, Date day) const;

private:
    journal::Ledger& ledger_;
    const organs::Repository& organs_;
    OpenCases open_cases_;

    // Within a change of the region's log; organ number 0 makes a new body. `all` has the region's
    // bodies at that moment and takes the body in. Refusals: those of organs::check() and
    // check_parent(), organ.not-found.
    Result<organs::Organ> put(journal::Change& change, const Actor& by,
                              std::vector<organs::Organ>& all, organs::Organ wanted,
                              std::optional<std::size_t> seen = {}) const;
    // What goes over to the successor where the body ends; refusal organ.open-cases.
    Result<std::vector<organs::bodies::OpenCase>> left_open(const journal::Change& change,
                                                            const std::vector<organs::Organ>& all,
                                                            const organs::Organ& ended,
                                                            Date today) const;
    // How many acts it has had then.
    Result<std::size_t> record(journal::Change& change, const Actor& by,
                               const std::vector<organs::Organ>& all, const organs::Organ& wanted,
                               bool is_new, std::optional<std::size_t> seen) const;

    friend class ListImport;
};

}  // namespace gongkai::desk
