#pragma once

#include "organs/session.h"
#include "store/database.h"

namespace gongkai::store {

class Sessions : public organs::Sessions {
public:
    explicit Sessions(Database& database) : database_(database) {}

    std::string begin(std::int64_t region, const std::string& account,
                      std::int64_t expires) override;
    std::optional<organs::Session> find(const std::string& cookie, std::int64_t now) const override;
    void end(const std::string& cookie) override;
    void end_all(std::int64_t region, const std::string& account) override;

private:
    Database& database_;
};

}  // namespace gongkai::store
