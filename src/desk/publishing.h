#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desk/office.h"
#include "disclosure/contents.h"
#include "disclosure/public_view.h"
#include "disclosure/repository.h"
#include "journal/ledger.h"

namespace gongkai::desk {

// A file handed in, to be kept as an attachment.
struct Upload {
    std::string file_name;
    std::string media_type;
    std::string_view bytes;
};

// What somebody hands in as a text. The digests in `content` are set by the desk: `body` becomes
// the text (none: the one that the document has), `uploads` are added to the attachments named in
// `content`, which are those of the document's present text that shall stay.
struct Text {
    disclosure::Content content;
    std::optional<std::string_view> body;
    std::span<const Upload> uploads{};
};

// Which document, and how many acts the caller had seen of it when deciding: where somebody has
// acted meanwhile, the refusal is document.changed. Nothing: whatever it has become.
struct Target {
    disclosure::DocumentKey key;
    std::optional<std::size_t> seen;
};

// The content of the text in preparation, or of the last one where none is.
const disclosure::Content& present_content(const disclosure::Document& document);

// The use cases of publication (主动公开): each loads, decides and records in one change, and gives
// the new state. Whether the actor may do it has been decided before; `today` is the day on which
// it is recorded, `on` the day on which it happened.
class Publishing {
public:
    explicit Publishing(const Office& office)
        : Publishing(office.ledger, office.documents, office.registers, office.contents) {}
    Publishing(journal::Ledger& ledger, const disclosure::Documents& documents,
               const disclosure::Registers& registers, disclosure::Contents& contents)
        : ledger_(ledger), documents_(documents), registers_(registers), contents_(contents) {}

    using Answer = Result<disclosure::Document>;
    using Signature = journal::Signature;

    Answer draft(const Signature& by, const journal::LogKey& log, const Text& text, Date today);
    Answer edit(const Signature& by, const Target& target, const Text& text, Date today);
    Answer submit(const Signature& by, const Target& target, Date today);
    // `text`: the act with the text that was looked at, disclosure::Revision::text.
    Answer review(const Signature& by, const Target& target, int text,
                  const disclosure::Review& review, const std::string& remarks, Date on,
                  Date today);
    // `organ_code`: the first part of the index number, which is given at the first publication.
    Answer publish(const Signature& by, const Target& target, std::string_view organ_code, Date on,
                   Date today);
    Answer revise(const Signature& by, const Target& target, const Text& text, Date today);
    Answer withdraw(const Signature& by, const Target& target, const std::string& reason,
                    Date today);
    // `kind`: Repeal or Expire. `ends_on`: the first day without effect.
    Answer end(const Signature& by, const Target& target, disclosure::ActKind kind, Date ends_on,
               Date on, Date today);
    Answer annul(const Signature& by, const Target& target, int act, const std::string& reason,
                 Date today);

    // A line of a register: its first act, and one more.
    Result<disclosure::RegisterLine> enter_line(const Signature& by, const journal::LogKey& log,
                                                disclosure::RegisterAct act);
    Result<disclosure::RegisterLine> act_on_line(const Signature& by,
                                                 const disclosure::RegisterKey& key,
                                                 disclosure::RegisterAct act);

    // What the public sees of a list, on a day.
    std::vector<disclosure::PublicView> catalogue(const journal::LogKey& log,
                                                  const disclosure::Choice& choice,
                                                  const disclosure::Page& page, Date today) const;

private:
    journal::Ledger& ledger_;
    const disclosure::Documents& documents_;
    const disclosure::Registers& registers_;
    disclosure::Contents& contents_;

    Result<disclosure::Content> keep(const Text& text);
    Answer record(const Signature& by, const Target& target, disclosure::Act act,
                  const std::string& words, std::string_view organ_code);
    Answer write(const Signature& by, const Target& target, disclosure::ActKind kind,
                 const Text& text, Date today);
};

}  // namespace gongkai::desk
