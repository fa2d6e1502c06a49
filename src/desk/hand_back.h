#pragma once

#include "interaction/message_repository.h"
#include "journal/ledger.h"
#include "requests/repository.h"

// What went over from mailbox to requests or back by mistake comes back whole: what is annulled on
// one side is annulled on the other in the same transaction, so that no matter is handled twice and
// none by nobody. Each is asked before the annulment itself is recorded, with its words in the
// clear.
namespace gongkai::desk {

// Of a message. The hand-over stays while its request does; the message that came of a request
// gives it back by annulling the decision. Refusals message.annul.handed-over; those of the
// request's history, where more rests on its decision.
Status give_back_request(journal::Change& change, const requests::Repository& requests,
                         const requests::Rules& rules, const journal::Signature& by,
                         const interaction::Message& message,
                         const interaction::MessageAct& annulment);

// Of a request. Its message is open again where the registration is annulled; the decision by which
// it became a message stays while that is there. Refusal request.annul.message.
Status give_back_message(journal::Change& change, const interaction::Messages& messages,
                         const journal::Signature& by, const requests::Request& request,
                         const requests::Act& annulment);

}  // namespace gongkai::desk
