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
      tell_(std::move(tell)) {
    told_ = take();  // before the first act is taken
    rounds_.emplace(between, Rounds::First::after_a_pause, [this] { advance(); });
}

CheckpointWriter::~CheckpointWriter() {
    rounds_.reset();
    advance();
}

std::string CheckpointWriter::take() {
    const auto finding = checkpoints_.advance(now_());
    admission_.hold_up(refusal(finding));
    std::string said;
    if (finding.file_was_older) said = older_file_sentence(checkpoints_.file()) + "\n";
    for (const std::string& each : sentences(finding))
        said += each + "\n";
    if (said != told_ && !said.empty()) tell_(said);
    return said;
}

void CheckpointWriter::advance() {
    std::string said;
    try {
        said = take();
    } catch (const std::exception& fault) {
        said = std::string("没有写成检查点，半秒后再试：") + fault.what() + "\n";
        if (said != told_) tell_(said);
    }
    told_ = std::move(said);
}

}  // namespace gongkai::store
