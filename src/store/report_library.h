#pragma once

#include "forms/form.h"
#include "reports/library.h"
#include "store/database.h"

namespace gongkai::store {

// The kept reports in tables `report` and `report_cell`. Both arguments must outlive it.
class ReportLibrary : public reports::Library {
public:
    ReportLibrary(Database& database, const forms::Forms& forms)
        : database_(database), forms_(forms) {}

    reports::ReportId add(const reports::Kept& kept, const forms::Report& report) override;
    std::vector<reports::Kept> list() const override;
    Result<reports::KeptReport> find(reports::ReportId id) const override;
    Result<reports::Kept> remove(reports::ReportId id) override;
    std::vector<reports::Kept> others_like(const reports::Kept& kept) const override;
    std::optional<reports::KeptReport> year_before(const reports::Kept& kept) const override;

private:
    reports::KeptReport kept_report(const Row& row) const;

    Database& database_;
    const forms::Forms& forms_;
};

}  // namespace gongkai::store
