#pragma once

#include <string>
#include <string_view>

#include "desk/actor.h"
#include "desk/table_file.h"
#include "interaction/message_clock.h"
#include "interaction/message_repository.h"
#include "organs/organ_acts.h"

namespace gongkai::desk {

// Tickets by the list, as a hotline's platform gives them out. The first row names the columns; the
// template has them all. A ticket that is on record is passed over and told; one that stands twice
// in the list is refused. All or nothing is written, and nothing in a dry run. Refusals: those of
// read_table() and Places::of().
class MessageImport {
public:
    MessageImport(journal::Ledger& ledger, const interaction::Messages& messages,
                  const organs::Repository& organs, const interaction::messages::Counting& counting)
        : ledger_(ledger), messages_(messages), organs_(organs), counting_(counting) {}

    Result<Import> run(const Actor& by, const journal::LogKey& organ, std::string_view bytes,
                       bool dry_run) const;

    // A file to begin with: the columns, and one line as an example.
    static std::string file_template();

private:
    journal::Ledger& ledger_;
    const interaction::Messages& messages_;
    const organs::Repository& organs_;
    const interaction::messages::Counting counting_;
};

}  // namespace gongkai::desk
