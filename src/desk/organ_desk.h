#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "desk/actor.h"
#include "desk/organ_import.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"

namespace gongkai::desk {

// Bodies (行政机关): making and changing them, and who stands below whom.
class OrganDesk {
public:
    OrganDesk(journal::Ledger& ledger, const organs::Repository& organs)
        : ledger_(ledger), organs_(organs) {}

    Result<organs::Organ> create(const Actor& by, organs::Organ wanted);
    // Keeps the name that it had as a former one, until the day before. Refusal organ.changed where
    // `seen`, the number of acts that whoever changes it has seen, is no longer theirs.
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
    // The numbers of the bodies that an account supervises: all below its own.
    std::set<std::int64_t> supervised(const organs::Account& account) const;

private:
    journal::Ledger& ledger_;
    const organs::Repository& organs_;

    // Within a change of the region's log; organ number 0 makes a new body. `all` has the region's
    // bodies at that moment and takes the body in. Refusals: those of organs::check() and
    // check_parent(), organ.not-found.
    Result<organs::Organ> put(journal::Change& change, const Actor& by,
                              std::vector<organs::Organ>& all, organs::Organ wanted,
                              std::optional<std::size_t> seen = {}) const;
    // How many acts it has had then.
    Result<std::size_t> record(journal::Change& change, const Actor& by,
                               const std::vector<organs::Organ>& all, const organs::Organ& wanted,
                               bool is_new, std::optional<std::size_t> seen) const;

    friend class ListImport;
};

}  // namespace gongkai::desk
