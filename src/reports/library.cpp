#include "reports/library.h"

namespace gongkai::reports {

std::string edition(const Kept& kept) { return kept.digest + " " + kept.imported; }

ReportPlace place_of(const Kept& kept) {
    return {{kept.organ, kept.region}, kept.year, std::int64_t(kept.id)};
}

ReportId Library::add(const Kept& kept, const forms::Report& report) {
    const NewReport one[] = {{kept, report, {}}};
    return add(std::span(one)).front();
}

}  // namespace gongkai::reports
