#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/request_desk.h"

// What an applicant does himself, with the number and query code of his receipt.
namespace gongkai::desk {

// A request as its applicant sees it: besides the acts only the words that were written to him,
// such as what is to be corrected. Who handled it is not told.
struct Tracked {
    requests::Request request;
    std::vector<std::optional<std::string>> notices;  // by act
};
// What the applicant can do now, as the state allows: to correct, to give reasons, to withdraw.
std::vector<const records::Row*> own_acts(const requests::Request& request, Date today);

class ApplicantDesk {
public:
    ApplicantDesk(journal::Ledger& ledger, const requests::Repository& requests, RequestDesk& desk)
        : ledger_(ledger), requests_(requests), desk_(desk) {}

    // What the applicant sees with number and query code, and nobody else. Refusal
    // request.not-found, the same for a wrong number and a wrong code.
    Result<requests::Request> track(const requests::RequestKey& key,
                                    const std::string& query_code) const;
    Result<Tracked> track_with_notices(const requests::RequestKey& key,
                                       const std::string& query_code) const;

    // Records one of own_acts(). Refusals: request.not-found; request.not-yours for any other act;
    // request.words where a correction or reasons say nothing or too much; those of
    // RequestDesk::act_on().
    Result<requests::Request> act(std::int64_t now, const requests::RequestKey& key,
                                  const std::string& query_code, requests::Act act,
                                  std::size_t seen);

    // Registers what somebody asks by the web. Refusals: those of RequestDesk::take_in();
    // request.twice, which names the number, where an open request of today has the very same
    // contents: the same form was sent twice. Two that come at the same moment are told apart by
    // the log's own order.
    Result<Receipt> apply(std::int64_t now, const journal::LogKey& organ, const NewRequest& asked);

private:
    journal::Ledger& ledger_;
    const requests::Repository& requests_;
    RequestDesk& desk_;
};

}  // namespace gongkai::desk
