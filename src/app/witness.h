#pragma once

#include "app/office.h"
#include "store/tiles/witnessed.h"

namespace gongkai::app {

// An office as the witness of others' logs (docs/log.md), by its settings. The office outlives it.
class OfficeWitness {
public:
    explicit OfficeWitness(Office& office)
        : settings_(office.log_settings()),
          signer_(office.key().key(), settings_.witness_name),
          book_(office.database(), &office.admission()),
          witness_(signer_, settings_.follows, book_) {}

    bool is_set() const { return !settings_.witness_name.empty(); }
    const tlog::Settings& settings() const { return settings_; }
    tlog::Witness& witness() { return witness_; }

private:
    const tlog::Settings& settings_;
    tlog::WitnessSigner signer_;
    store::WitnessBook book_;
    tlog::Witness witness_;
};

}  // namespace gongkai::app
