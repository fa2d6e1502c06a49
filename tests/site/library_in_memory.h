#pragma once

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "files/form_files.h"
#include "files/holiday_files.h"
#include "reports/library.h"

namespace gongkai {

inline const law::Calendar& test_calendar() {
    static const law::Calendar calendar = files::load_calendar().value();
    return calendar;
}

inline const forms::Forms& test_forms() {
    static const forms::Forms forms = files::load_forms().value();
    return forms;
}

// A report of the newest form with every cell blank but those that are set.
forms::Report blank_report(std::string organ, int year);

forms::Cell& cell_of(forms::Report& report, std::string_view id);

forms::Cell number_cell(int value);

class LibraryInMemory : public reports::Library {
public:
    using Library::add;
    std::vector<reports::ReportId> add(std::span<const reports::NewReport> reports) override;
    reports::ReportId add(const forms::Report& report);
    std::size_t size() const;

    reports::BodyPage bodies(const reports::Wanted& wanted, const reports::PlaceAsked& part,
                             std::string_view rules) const override;
    std::vector<reports::Listed> page(const reports::Wanted& wanted,
                                      const std::optional<reports::ReportPlace>& after, int limit,
                                      std::string_view rules) const override;
    Counts count(const reports::Wanted& wanted) const override;
    std::vector<reports::Listed> of_body(const reports::BodyPlace& body,
                                         std::string_view rules) const override;
    Result<reports::KeptReport> find(reports::ReportId id) const override;
    Result<reports::KeptReport> find_in(std::int32_t, reports::ReportId id) const override;
    Result<reports::Kept> remove(reports::ReportId id) override;
    std::vector<reports::Kept> others_like(const reports::Kept&) const override;
    std::optional<reports::KeptReport> year_before(const reports::Kept& kept) const override;
    void note(std::span<const reports::Judged> judged) override;
    std::string state() const override;

private:
    struct One {
        reports::KeptReport report;
        std::optional<reports::Verdict> verdict;
    };
    std::vector<One> all_;
    int changes_ = 0;

    static std::tuple<std::string, std::int32_t, int, std::int64_t> order(
        const reports::ReportPlace& place);
    std::vector<reports::Listed> lines(const reports::Wanted& wanted, std::string_view rules) const;
};

}  // namespace gongkai
