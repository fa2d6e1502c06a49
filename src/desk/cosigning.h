#pragma once

#include <functional>
#include <string>

#include "desk/public_log.h"
#include "tlog/settings.h"

namespace gongkai::desk {

struct PostAnswer {
    int status = 0;
    std::string body;
};
// Sends a text to an address; refusal http.no-answer where nobody answers.
using Post = std::function<Result<PostAnswer>(const std::string& url, const std::string& body)>;

// Has the checkpoints of this place's logs cosigned by the witnesses that it has chosen.
class Cosigning {
public:
    // All outlive it.
    Cosigning(const PublicLog& log, tlog::Shelf& shelf,
              const std::vector<tlog::AskedWitness>& witnesses, Post post)
        : log_(log), shelf_(shelf), witnesses_(witnesses), post_(std::move(post)) {}

    // Asks each witness for each log that has grown since it cosigned last. What did not come off,
    // a line each; empty: nothing.
    std::string run();
    // One log by one witness. Refusals http.no-answer, cosigning.refused (with the witness's own
    // answer), cosigning.other-history (it has seen a longer log or another), note.signature.
    Status ask(const journal::LogKey& log, const tlog::AskedWitness& witness, std::int64_t from);

private:
    const PublicLog& log_;
    tlog::Shelf& shelf_;
    const std::vector<tlog::AskedWitness>& witnesses_;
    Post post_;

    Status keep(const journal::LogKey& log, const tlog::AskedWitness& witness, tlog::Note note,
                std::int64_t size, const std::string& answer);
};

}  // namespace gongkai::desk
