#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/opened.h"
#include "desk/publishing.h"
#include "disclosure/normative.h"

// Documents beside their acts: reading one whole, its attachments, the register of rules.
namespace gongkai::desk {

// A document with what is kept apart from it, for those who work on it.
struct DocumentFile {
    disclosure::Document document;
    std::string body;                             // of the present text
    OpenedData data;                              // the words of its acts
    std::optional<disclosure::PublicView> shown;  // what the public sees on that day
    std::string shown_body;
};
// Refusal document.not-found.
Result<DocumentFile> open_document(const Office& office, const disclosure::DocumentKey& key,
                                   Date today);

// One file more or less in the text in preparation: an edit. Refusals: those of
// Publishing::record(), document.attachment.unknown.
Result<disclosure::Document> attach(const Office& office, const journal::Signature& by,
                                    const Target& target, disclosure::Attachment file);
Result<disclosure::Document> detach(const Office& office, const journal::Signature& by,
                                    const Target& target, std::string_view file_name);
// The bytes of a file of the present text. Refusal document.attachment.unknown.
Result<std::string> attachment(const Office& office, const disclosure::DocumentKey& key,
                               std::string_view file_name);

// A rule or normative document with the names of its last published text.
struct NormativeLine {
    disclosure::Normative normative;
    std::string number, index_number, title, document_number;
};
// All that were issued up to a day and published whenever, by number (规范性文件台账).
std::vector<NormativeLine> normative_register(const Office& office, const journal::LogKey& organ,
                                              Date on);

// The document that the public finds under an index number on a day; document.not-found for every
// other, whether there is one or not.
Result<disclosure::PublicView> public_document(const Office& office, const journal::LogKey& organ,
                                               const std::string& index_number, Date today);

}  // namespace gongkai::desk
