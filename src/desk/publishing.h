#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "desk/actor.h"
#include "disclosure/contents.h"
#include "disclosure/public_view.h"
#include "disclosure/repository.h"
#include "journal/ledger.h"
#include "organs/organ_acts.h"

namespace gongkai::desk {

// Which document, and how many acts the caller had seen of it when deciding: where somebody has
// acted meanwhile, the refusal is document.changed. Nothing: whatever it has become.
struct Target {
    disclosure::DocumentKey key;
    std::optional<std::size_t> seen;
};

// A file that is handed in. Its bytes are asked for once all that can be said without them has been
// said, and are read by parts.
struct NewFile {
    std::string file_name, media_type;
    std::uint64_t size = 0;
    std::function<Result<std::shared_ptr<ByteSource>>()> bytes;
};

// The use cases of publication (主动公开): each loads, decides and records in one change, and gives
// the new state.
class Publishing {
public:
    Publishing(journal::Ledger& ledger, const disclosure::Documents& documents,
               const disclosure::Registers& registers, disclosure::Contents& contents,
               const organs::Repository& organs)
        : ledger_(ledger),
          documents_(documents),
          registers_(registers),
          contents_(contents),
          organs_(organs) {}

    using Answer = Result<disclosure::Document>;

    // The text and the files of a content are in the clear where they are new; those that stay are
    // named by their digests, and must be the document's own. Refusal organ.ended in the name of a
    // body that is no more.
    Answer draft(const Actor& by, const journal::LogKey& log, disclosure::Content content);
    // Any act but the draft, its words in the clear. `organ_code`: the first part of the index
    // number, which is given at the first publication.
    Answer record(const Actor& by, const Target& target, disclosure::Act act,
                  std::string_view organ_code = {});

    // One more file in the text in preparation: an edit.
    Answer attach(const Actor& by, const Target& target, const NewFile& file);

    // A line of a register: its first act, and one more. Refusal organ.ended of a day after the
    // last one of the body; what it did before is entered whenever.
    Result<disclosure::RegisterLine> enter_line(const Actor& by, const journal::LogKey& log,
                                                disclosure::RegisterAct act);
    Result<disclosure::RegisterLine> act_on_line(const Actor& by,
                                                 const disclosure::RegisterKey& key,
                                                 disclosure::RegisterAct act);

    // All lines of a year, also annulled ones, by number.
    // A page of the lines, and the sums of a year: disclosure::Registers.
    Result<records::Page<disclosure::RegisterLine>> lines(const journal::LogKey& log,
                                                          const records::Ask& ask) const;
    disclosure::RegisterSums sums(const journal::LogKey& log, int year) const;

private:
    journal::Ledger& ledger_;
    const disclosure::Documents& documents_;
    const disclosure::Registers& registers_;
    disclosure::Contents& contents_;
    const organs::Repository& organs_;

    Status check_attaching(const Actor& by, const Target& target,
                           disclosure::Attachment file) const;
    Status complete(journal::Change& change, const disclosure::Document& document,
                    std::string_view organ_code, disclosure::Act& act) const;
};

}  // namespace gongkai::desk
