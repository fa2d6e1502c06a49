#pragma once

#include "organs/session.h"
#include "store/database.h"

namespace gongkai::store {

class Sessions : public organs::Sessions {
public:
    explicit Sessions(Database& database) : database_(database) {}

    std::string begin(const organs::Session& wanted) override;
    std::optional<organs::Session> use(const std::string& cookie, std::int64_t now,
                                       std::int64_t idle) override;
    std::vector<organs::Session> open(std::int64_t region, const std::string& account,
                                      std::int64_t now, std::int64_t idle) const override;
    void end(const std::string& cookie) override;
    bool end_one(std::int64_t region, const std::string& account, const std::string& id) override;
    void end_all(std::int64_t region, const std::string& account) override;
    void end_others(std::int64_t region, const std::string& account,
                    const std::string& id) override;
    bool take_step(std::int64_t region, const std::string& account, std::int64_t step) override;

private:
    Database& database_;
};

}  // namespace gongkai::store
