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
// A rule or normative document with the names of its last published text.
struct NormativeLine {
    disclosure::Normative normative;
    std::string number, index_number, title, document_number;
};

class DocumentDesk {
public:
    DocumentDesk(journal::Ledger& ledger, const disclosure::Documents& documents,
                 const disclosure::Contents& contents, Publishing& publishing)
        : ledger_(ledger), documents_(documents), contents_(contents), publishing_(publishing) {}

    // Refusal document.not-found.
    Result<DocumentFile> open(const disclosure::DocumentKey& key, Date today) const;
    // The bytes of a file of the present text. Refusal document.attachment.unknown.
    Result<disclosure::KeptFile> attachment(const disclosure::DocumentKey& key,
                                            std::string_view file_name) const;
    // All rules that were issued up to a day and published whenever, by number (规范性文件台账).
    std::vector<NormativeLine> normative_register(const journal::LogKey& organ, Date on) const;

    // One file more or less in the text in preparation: an edit. Refusals: those of
    // Publishing::record(), document.attachment.unknown.
    Result<disclosure::Document> attach(const Actor& by, const Target& target, const NewFile& file);
    Result<disclosure::Document> detach(const Actor& by, const Target& target,
                                        std::string_view file_name);

    // The document that the public finds under an index number on a day; document.not-found for
    // every other, whether there is one or not.
    Result<disclosure::PublicView> shown(const journal::LogKey& organ,
                                         const std::string& index_number, Date today) const;
    // Its text, and a file of it: see PublicView.
    std::string body(const disclosure::PublicView& shown) const { return shown.body(contents_); }
    Result<disclosure::KeptFile> file(const disclosure::PublicView& shown,
                                      std::string_view name) const {
        return shown.attachment(name, contents_);
    }

private:
    journal::Ledger& ledger_;
    const disclosure::Documents& documents_;
    const disclosure::Contents& contents_;
    Publishing& publishing_;

    std::string kept(const disclosure::DocumentKey& key, const std::string& digest) const;
    Result<disclosure::Document> find(const disclosure::DocumentKey& key) const;
    Result<disclosure::Document> edit(const Actor& by, const Target& target,
                                      disclosure::Content content);
};

}  // namespace gongkai::desk
