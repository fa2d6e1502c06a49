#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/rounds.h"
#include "base/said_once.h"
#include "store/checkpoint/admission.h"
#include "store/checkpoint/checkpoints.h"

namespace gongkai::store {

// Keeps the checkpoints of a program that serves, on a thread of its own: twice a second it writes
// what was committed, and holds up acts while the database is set back. Writes once more at its
// end.
class CheckpointWriter {
public:
    // `tell` gets the sentences for the administrator, each once. All outlive it. Throws StoreError
    // where the file cannot be written.
    CheckpointWriter(Checkpoints& checkpoints, Admission& admission,
                     std::function<std::int64_t()> now,
                     std::function<void(const std::string&)> tell);
    ~CheckpointWriter();
    CheckpointWriter(const CheckpointWriter&) = delete;
    CheckpointWriter& operator=(const CheckpointWriter&) = delete;

private:
    Checkpoints& checkpoints_;
    Admission& admission_;
    const std::function<std::int64_t()> now_;
    SaidOnce said_;
    std::optional<Rounds> rounds_;

    void take();
    void advance();
};

}  // namespace gongkai::store
