#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/actor.h"
#include "desk/opened.h"
#include "desk/sealed_person.h"
#include "interaction/message_repository.h"
#include "organs/organ_acts.h"
#include "requests/clock.h"
#include "requests/offer.h"
#include "requests/repository.h"

// Requests: what web, API and command line call. Each change loads, decides and records in one
// transaction, and what it says has happened is durable.
namespace gongkai::desk {

using requests::Applicant;

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

// A request with what is sealed, for those who handle it. The ID number of who applies is masked:
// whoever needs it asks for it by PersonOpenings, which records that he did.
struct Case {
    requests::Request request;
    OpenedData data;

    std::optional<Applicant> applicant() const;  // none: erased
    const std::string* content() const;
    const std::string* words(int act) const;
};

// What else may stand in the way, asked in the transaction of the registration.
using Hindrance = std::function<Status(const journal::View&)>;

class RequestDesk {
public:
    RequestDesk(journal::Ledger& ledger, const requests::Repository& requests,
                const organs::Repository& organs, const interaction::Messages& messages,
                const law::Calendar& calendar, const requests::Settings& settings)
        : ledger_(ledger),
          requests_(requests),
          organs_(organs),
          messages_(messages),
          calendar_(calendar),
          settings_(settings) {}

    requests::Rules rules() const { return {calendar_, settings_}; }

    // Refusals: request.applicant, request.id-number, request.contact, request.content (each says
    // what to fill in), those of Request::begin(), organ.not-found.
    Result<Receipt> take_in(const Actor& by, const journal::LogKey& organ, const NewRequest& asked,
                            const Hindrance& hindrance = {});
    // Records one act, whose words are still in the clear. Refusals: those of the request's
    // history; request.changed where somebody was quicker (`seen` is the number of acts that the
    // one who decided had before him); request.annul.message. Annulling the registration of what
    // came as a message opens that message again.
    Result<requests::Request> act_on(const Actor& by, const requests::RequestKey& key,
                                     requests::Act act, std::size_t seen);

    Result<Case> open(const requests::RequestKey& key) const;
    Case open(const requests::Request& request) const;

private:
    journal::Ledger& ledger_;
    const requests::Repository& requests_;
    const organs::Repository& organs_;
    const interaction::Messages& messages_;
    const law::Calendar& calendar_;
    requests::Settings settings_;
};

}  // namespace gongkai::desk
