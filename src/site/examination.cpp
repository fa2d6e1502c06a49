#include "site/examination.h"

#include "base/text.h"
#include "http/message.h"
#include "site/uploaded_file.h"

namespace gongkai::site {

namespace {

constexpr std::size_t most_verdicts = 100'000;

}  // namespace

Result<Upload> examine_upload(const Services& services, const http::Request& request) {
    GK_TRY(file, uploaded_file(request));
    const desk::KeptReports kept(services.library, 0);
    GK_TRY(examined, desk::examine(file.bytes, services.forms, &kept));
    return Upload{std::string(text::slice(file.name, 0, 120)), std::move(examined)};
}

desk::Checked check_kept(const Services& services, const reports::KeptReport& it) {
    const desk::KeptReports kept(services.library, it.kept.region);
    return desk::check_beside(it.report, &kept);
}

checks::Tally Verdicts::of(const reports::Kept& kept, const reports::Kept* year_before) {
    // The time of import is part of the key: the same file may be read anew by a better program.
    std::string key = kept.digest + kept.imported;
    if (year_before) key += year_before->digest + year_before->imported;
    {
        const std::lock_guard lock(mutex_);
        if (const auto it = known_.find(key); it != known_.end()) return it->second;
    }
    const auto found = services_.library.find(kept.id);
    if (!found.ok()) return {};
    const auto counts = checks::tally(check_kept(services_, found.value()).findings);
    const std::lock_guard lock(mutex_);
    if (known_.size() >= most_verdicts) known_.clear();
    return known_.emplace(std::move(key), counts).first->second;
}

}  // namespace gongkai::site
