#pragma once

#include "forms/form.h"
#include "reports/library.h"
#include "store/database.h"

namespace gongkai::store {

// The kept reports in the table `report`. Both arguments must outlive it.
class ReportLibrary : public reports::Library {
public:
    ReportLibrary(Database& database, const forms::Forms& forms)
        : database_(database), forms_(forms) {}

    using Library::add;
    std::vector<reports::ReportId> add(std::span<const reports::NewReport> reports) override;
    reports::BodyPage bodies(const reports::Wanted& wanted, const reports::PlaceAsked& part,
                             std::string_view rules) const override;
    std::vector<reports::Listed> page(const reports::Wanted& wanted,
                                      const std::optional<reports::ReportPlace>& after, int limit,
                                      std::string_view rules) const override;
    Counts count(const reports::Wanted& wanted) const override;
    std::vector<reports::Listed> of_body(const reports::BodyPlace& body,
                                         std::string_view rules) const override;
    Result<reports::KeptReport> find(reports::ReportId id) const override;
    Result<reports::KeptReport> find_in(std::int32_t region, reports::ReportId id) const override;
    Result<reports::Kept> remove(reports::ReportId id) override;
    std::vector<reports::Kept> others_like(const reports::Kept& kept) const override;
    std::optional<reports::KeptReport> year_before(const reports::Kept& kept) const override;
    void note(std::span<const reports::Judged> judged) override;
    std::string state() const override;

private:
    reports::KeptReport kept_report(const Row& row) const;

    Database& database_;
    const forms::Forms& forms_;
};

// Gives the names of reports that an earlier program kept the form in which they are searched.
void fold_names(Database& database);

}  // namespace gongkai::store
