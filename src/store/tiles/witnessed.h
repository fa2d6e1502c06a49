#pragma once

#include "store/database.h"
#include "store/ledger/gate.h"
#include "tlog/witness.h"

namespace gongkai::store {

// The rows of `witnessed`. Nothing is cosigned while the gate holds up acts: a database that was
// set back has forgotten what it cosigned.
class WitnessBook : public tlog::WitnessBook {
public:
    explicit WitnessBook(Database& database, const Gate* gate = nullptr)
        : database_(database), gate_(gate) {}

    std::optional<tlog::TreeHead> last(const std::string& origin) const override;
    Status advance(const tlog::AddCheckpoint& it) override;

private:
    Database& database_;
    const Gate* gate_;
};

}  // namespace gongkai::store
