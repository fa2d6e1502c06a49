#include "store/checkpoint/checkpoint_writer.h"

#include <chrono>

namespace gongkai::store {

namespace {

constexpr std::chrono::milliseconds between{500};

}  // namespace

CheckpointWriter::CheckpointWriter(Checkpoints& checkpoints, Admission& admission,
                                   std::function<std::int64_t()> now,
                                   std::function<void(const std::string&)> tell)
    : checkpoints_(checkpoints),
      admission_(admission),
      now_(std::move(now)),
      said_(std::move(tell)) {
    take();  // before the first act is taken
    rounds_.emplace(between, Rounds::First::AfterAPause, [this] { advance(); });
}

CheckpointWriter::~CheckpointWriter() {
    rounds_.reset();
    advance();
}

void CheckpointWriter::take() {
    const auto finding = checkpoints_.advance(now_());
    admission_.hold_up(refusal(finding));
    std::string said;
    if (finding.file_was_older) said = older_file_sentence(checkpoints_.file()) + "\n";
    for (const std::string& each : sentences(finding))
        said += each + "\n";
    said_.say(std::move(said));
}

void CheckpointWriter::advance() {
    try {
        take();
    } catch (const std::exception& fault) {
        said_.say(std::string("没有写成检查点，半秒后再试：") + fault.what() + "\n");
    }
}

}  // namespace gongkai::store
