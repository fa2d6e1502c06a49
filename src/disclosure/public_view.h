#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/contents.h"
#include "disclosure/document.h"
#include "publication/gate.h"

namespace gongkai::disclosure {

// 现行有效, 2026年3月2日废止 ...; empty where nobody asks.
std::string validity(Kind kind, const std::optional<Ending>& ending, Date today);

// What the public may see of a document: the one revision that is published, and nothing of those
// before it or in the making. Pages, search, exports and packages take this and no Document, so
// that of() is the one place where it is decided what becomes public; it needs a pass of the gate,
// as the public view of any subject does.
class PublicView {
public:
    // Nothing unless a revision is published on that day and not withdrawn.
    static std::optional<PublicView> of(const Document& document, Date today);

    const DocumentKey& key() const { return key_; }

    // The columns of the catalogue (目录), Reg. 12(3): 索引、名称、内容概述、生成日期.
    const std::string& index_number() const { return index_number_; }
    const std::string& title() const { return content_.title; }
    const std::string& abstract() const { return content_.abstract; }
    Date formed_on() const { return content_.formed_on; }

    const std::string& document_number() const { return content_.document_number; }
    Kind kind() const { return content_.kind; }
    int subject_class() const { return content_.subject_class; }
    const std::optional<Date>& issued_on() const { return content_.issued_on; }
    Date published_on() const { return pass_.published_on(); }  // this revision
    Date first_published_on() const { return first_published_on_; }
    const std::vector<std::string>& keywords() const { return content_.keywords; }
    const std::string& source() const { return content_.source; }
    const std::vector<Attachment>& attachments() const { return content_.attachments; }
    // The subject of a document that may itself be public or not: ask for its own view.
    const std::string& interprets() const { return content_.interprets; }
    const std::vector<Channel>& channels() const { return content_.channels; }
    const std::string& audience() const { return content_.audience; }
    const std::optional<Ending>& ending() const { return ending_; }
    std::string validity() const;  // 现行有效, 2026年3月2日废止 ...; empty where nobody asks

    // For an ETag: another text has another one.
    const std::string& body_digest() const { return content_.body.digest; }
    // The text itself; throws std::runtime_error where it is lost.
    std::string body(const Contents& contents) const;
    // Refusal document.attachment.unknown.
    Result<KeptFile> attachment(std::string_view file_name, const Contents& contents) const;

private:
    explicit PublicView(publication::Pass pass) : pass_(pass) {}

    publication::Pass pass_;
    DocumentKey key_;
    std::string index_number_;
    Content content_;
    Date first_published_on_{}, today_{};
    std::optional<Ending> ending_;
};

}  // namespace gongkai::disclosure
