#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/office.h"
#include "desk/opened.h"
#include "requests/clock.h"
#include "requests/offer.h"

// Requests: what web, API and command line call. Each change loads, decides and records in one
// transaction, and what it says has happened is durable.
namespace gongkai::desk {

using requests::Applicant;
// As an applicant is sealed, and back.
std::string packed(const Applicant& applicant);
Applicant applicant_of(const std::string& packed);

// An application in the clear: what is sealed is yet to be, and who asks can be read.
struct NewRequest : requests::Application {
    Applicant who;
};

// What the applicant gets in hand, with the place of the act in the journal: anybody can check
// later that it was recorded then.
struct Receipt {
    requests::Request request;
    std::string query_code;
    std::optional<requests::Clock> answer;  // none until both sides have confirmed
    journal::Entry entry;
    journal::TreeHead head;
};

// What else may stand in the way, asked in the transaction of the registration.
using Hindrance = std::function<Status(const journal::View&)>;

// Refusals: request.applicant, request.id-number, request.contact, request.content (each says what
// to fill in), those of Request::begin(), organ.not-found.
Result<Receipt> register_request(Office& office, const journal::Signature& by,
                                 const journal::LogKey& organ, const NewRequest& asked,
                                 const Hindrance& hindrance = {});

// Records one act, whose words are still in the clear. Refusals: those of the request's history;
// request.changed where somebody was quicker (`seen` is the number of acts that the one who
// decided had before him).
Result<requests::Request> act_on(Office& office, const journal::Signature& by,
                                 const requests::RequestKey& key, requests::Act act,
                                 std::size_t seen);

// What the applicant sees with number and query code, and nobody else: request.not-found for
// either being wrong.
Result<requests::Request> track(const Office& office, const requests::RequestKey& key,
                                const std::string& query_code);

// A request with what is sealed, for those who handle it.
struct Case {
    requests::Request request;
    OpenedData data;

    std::optional<Applicant> applicant() const;  // none: erased
    const std::string* content() const;
    const std::string* words(int act) const;
};
Result<Case> open_case(const Office& office, const requests::RequestKey& key);
Case open_case(const Office& office, const requests::Request& request);

// What is due on a body's desk, the most urgent first.
struct Duty {
    requests::RequestKey key;
    requests::State state{};
    std::optional<requests::Clock> answer;
    int working_days_left = 0;  // negative: past
};
std::vector<Duty> duties(const Office& office, const journal::LogKey& organ, Date today);

}  // namespace gongkai::desk
