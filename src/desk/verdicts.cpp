#include "desk/verdicts.h"

#include "checks/version.h"
#include "desk/year_before.h"

namespace gongkai::desk {

using reports::Kept;
using reports::Verdict;

Verdict verdict_of(const forms::Report& report, const Before& before) {
    Verdict verdict{{}, std::string(checks::rules_version()), {}};
    if (before.kept) verdict.beside = reports::edition(*before.kept);
    // Two files without a body's name are no two reports of one body.
    const auto* beside = body_of(report).empty() ? nullptr : before.report;
    verdict.counts = checks::tally(checks::check({report, beside}));
    return verdict;
}

std::optional<Verdict> judge(const reports::Library& library, const Kept& kept) {
    const auto found = library.find_in(kept.region, kept.id);
    if (!found.ok()) return {};
    const auto before = library.year_before(kept);
    return verdict_of(found.value().report,
                      before ? Before{&before->kept, &before->report} : Before{});
}

std::vector<checks::Tally> verdicts_of(reports::Library& library,
                                       std::span<const reports::Listed> lines) {
    std::vector<checks::Tally> all;
    std::vector<reports::Judged> fresh;
    for (const reports::Listed& line : lines) {
        all.push_back(line.verdict.value_or(checks::Tally{}));
        if (line.verdict) continue;
        if (auto verdict = judge(library, line.kept)) {
            all.back() = verdict->counts;
            fresh.push_back({line.kept, std::move(*verdict)});
        }
    }
    library.note(fresh);
    return all;
}

}  // namespace gongkai::desk
