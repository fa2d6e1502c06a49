#pragma once

#include "store/database.h"
#include "tlog/shelf.h"

namespace gongkai::store {

// The rows of log_tree, log_tile and log_cosigned.
class Shelf : public tlog::Shelf {
public:
    explicit Shelf(Database& database) : database_(database) {}

    std::optional<tlog::TreeHead> head(const journal::LogKey& log) const override;
    std::string hashes(const journal::LogKey& log, int level, std::int64_t number) const override;
    std::vector<tlog::Note> cosigned(const journal::LogKey& log) const override;
    std::vector<std::pair<journal::LogKey, std::int64_t>> grown_since_cosigned(
        const std::string& witness) const override;
    void keep_cosigned(const journal::LogKey& log, const std::string& witness, std::int64_t size,
                       const tlog::Note& note) override;

private:
    Database& database_;
};

}  // namespace gongkai::store
