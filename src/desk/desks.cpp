#include "desk/desks.h"

namespace gongkai::desk {

Desks::Desks(const Means& it)
    : organs(it.ledger, it.organs, {it.requests, it.messages, it.proposals}),
      accounts(it.ledger, it.organs, it.accounts, it.sessions, it.drafts),
      account_log(it.ledger, it.accounts),
      second_factor(it.ledger, it.accounts, it.sessions, it.account_settings, it.door_secret),
      door(it.ledger, it.accounts, it.sessions, second_factor, it.account_settings, it.door_secret),
      sessions(it.sessions, it.account_settings),
      drafts(it.drafts),
      requests(it.ledger, it.requests, it.organs, it.messages, it.calendar, it.settings),
      person_openings(it.ledger, it.requests),
      request_list(it.ledger, it.requests, {it.calendar, it.settings}),
      applicants(it.ledger, it.requests, requests),
      letters(organs, it.letters, it.calendar, it.settings),
      publishing(it.ledger, it.documents, it.registers, it.contents, it.organs),
      documents(it.ledger, it.documents, it.contents, publishing),
      document_list(it.ledger, it.documents, it.calendar),
      catalogue(it.ledger, it.documents),
      books(it.ledger, {it.requests, it.documents, it.registers}, organs, it.forms, it.settings),
      shelf(it.ledger, it.submissions, it.contents, it.forms),
      reports(it.ledger, it.submissions, shelf, books, organs),
      roll_ups(organs, shelf, it.forms),
      duties(shelf, organs, it.calendar),
      messages(it.ledger, it.messages, it.requests, it.organs, requests.rules(),
               {it.message_terms, it.calendar}),
      journal(it.ledger, it.audit),
      proposals(it.ledger, it.proposals, it.organs, it.calendar, it.proposal_settings),
      retention(it.ledger, it.requests, it.messages, it.proposals, it.retention_book,
                it.retention) {}

}  // namespace gongkai::desk
