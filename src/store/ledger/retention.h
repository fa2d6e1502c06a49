#pragma once

#include "records/retention.h"

namespace gongkai::store {

class RetentionBook : public records::RetentionBook {
public:
    std::vector<journal::LogKey> logs(const journal::View& view) const override;
    std::vector<std::string> begun_by(const journal::View& view, const journal::LogKey& log,
                                      std::string_view subject, int year) const override;
};

}  // namespace gongkai::store
