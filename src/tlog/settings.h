#pragma once

#include <string>
#include <vector>

#include "tlog/witness.h"

namespace gongkai::tlog {

// Whom the checkpoints of this place's logs are sent to, to be cosigned.
struct AskedWitness {
    VerifierKey key;
    std::string url;  // its prefix, without add-checkpoint
};

// What a place sets about its public logs: settings/public_log.json.
struct Settings {
    // Of the site from outside, https://www.example.gov.cn/zwgk; empty: its logs have no name, and
    // no checkpoint is signed.
    std::string address;
    std::vector<AskedWitness> witnesses;
    // As what this place cosigns others' logs; empty: it does not.
    std::string witness_name;
    std::vector<FollowedLog> follows;
};

}  // namespace gongkai::tlog
