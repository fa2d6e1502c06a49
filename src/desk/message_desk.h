#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/actor.h"
#include "desk/message_import.h"
#include "desk/opened.h"
#include "desk/public_letters.h"
#include "desk/sealed_person.h"
#include "interaction/message_offer.h"
#include "interaction/message_repository.h"
#include "organs/organ_acts.h"
#include "requests/repository.h"

// Hotline tickets and letters of the mailboxes: what console, API and portal call.
namespace gongkai::desk {

// What the writer gets in hand.
struct MessageReceipt {
    interaction::Message message;
    std::string query_code;
    std::optional<interaction::messages::Clock> clock;
    journal::Entry entry;
    journal::TreeHead head;
};

// A message with what is sealed, for those who handle it.
struct MessageCase {
    interaction::Message message;
    OpenedData data;
    std::optional<interaction::messages::PublicText> proposal;  // the one that stands now

    std::optional<interaction::messages::Writer> writer() const;  // none: erased, or never given
    const std::string* title() const;
    const std::string* content() const;
};

// A line of the list: it says what it is about, and of the writer no more than a name's first sign.
struct MessageLine {
    interaction::messages::Listed listed;
    std::string masked_name;  // 王**
    std::string beginning;    // of the title
};

// A message as its writer sees it: the answer, and what was written to him. Who handled it is not
// told.
struct TrackedMessage {
    interaction::Message message;
    std::vector<std::optional<std::string>> notices;  // by act
};

class MessageDesk {
public:
    MessageDesk(journal::Ledger& ledger, const interaction::Messages& messages,
                const requests::Repository& requests, const organs::Repository& organs,
                const requests::Rules& request_rules,
                const interaction::messages::Counting& counting)
        : ledger_(ledger),
          messages_(messages),
          requests_(requests),
          organs_(organs),
          request_rules_(request_rules),
          counting_(counting) {}

    const interaction::messages::Counting& counting() const { return counting_; }
    MessageImport import() const { return {ledger_, messages_, organs_, counting_}; }
    PublicLetters letters() const { return {ledger_, messages_}; }

    // The act that begins a message, still in the clear. Refusals: those of Message::begin();
    // message.ticket.twice, which names the number under which the ticket is on record; those of
    // check_contents(); organ.ended and organ.not-yet of a day on which there was no such body.
    Result<MessageReceipt> enter(const Actor& by, const journal::LogKey& organ,
                                 interaction::MessageAct entry) const;
    // What somebody writes by the web: source, day and the wish to know are filled in. Refusals:
    // message.name, message.phone; message.twice, where the very same was sent today.
    Result<MessageReceipt> enter_by_web(std::int64_t now, const journal::LogKey& organ,
                                        const interaction::messages::Concern& concern) const;

    // Records one act, whose words are still in the clear; 转为政府信息公开申请 also registers the
    // request, and what was handed over or taken in by mistake goes back by its annulment
    // (desk/hand_back.h). Refusals: those of the message's history, message.changed;
    // message.public.person where a text for the public still names its writer.
    Result<interaction::Message> act_on(const Actor& by, const interaction::MessageKey& key,
                                        interaction::MessageAct act, std::size_t seen) const;

    // A request that is a complaint, a report or a petition in truth, Reg. 39(1): it is decided as
    // such (N1) for all that it asks, and goes on as a message, both at once. The writer has the
    // same query code. Refusals: those of the request's history, request.changed.
    struct Complaint {
        interaction::messages::Source source = interaction::messages::Source::Website;
        interaction::messages::Matter matter = interaction::messages::Matter::Complaint;
        std::string notice;      // to the applicant
        std::optional<Date> on;  // of the decision; none: today

        static constexpr auto fields() {
            using records::field;
            return records::field_list(
                field<&Complaint::source>("source", "转入哪个信箱"),
                field<&Complaint::matter>("matter", "类别"),
                field<&Complaint::notice>("notice", "告知申请人的内容").in_lines(),
                field<&Complaint::on>("on", "决定日期").optional());
        }
    };
    Result<interaction::Message> take_complaint(const Actor& by, const requests::RequestKey& key,
                                                const Complaint& how, std::size_t seen) const;

    Result<MessageCase> open(const interaction::MessageKey& key) const;
    // Refusal message.not-found, the same for a wrong number and a wrong code.
    Result<TrackedMessage> track(const interaction::MessageKey& key,
                                 const std::string& query_code) const;

    Result<records::Page<MessageLine>> list(const journal::LogKey& organ, const records::Ask& ask,
                                            Date today) const;
    std::vector<interaction::messages::MonthFigures> months(const journal::LogKey& organ, int year,
                                                            Date today) const;
    std::vector<interaction::messages::SourceFigures> sources(const journal::LogKey& organ,
                                                              int year, Date today) const;

private:
    journal::Ledger& ledger_;
    const interaction::Messages& messages_;
    const requests::Repository& requests_;
    const organs::Repository& organs_;
    const requests::Rules request_rules_;
    const interaction::messages::Counting counting_;

    using Hindrance = std::function<Status(const journal::View&)>;
    Result<MessageReceipt> enter_unless(const Actor& by, const journal::LogKey& organ,
                                        interaction::MessageAct entry,
                                        const Hindrance& hindrance) const;
    MessageLine line_of(const journal::View& view, const journal::LogKey& organ,
                        interaction::messages::Listed listed) const;
    Result<interaction::Message> hand_over(const Actor& by, const interaction::MessageKey& key,
                                           const interaction::MessageAct& act,
                                           std::size_t seen) const;
};

// What a message lacks, each in one sentence, in the order of the form; of whoever writes by the
// web name and phone are asked for, unless he reports something (举报): he may stay unknown.
// message.name, message.phone, message.title, message.content, message.too-long.
std::vector<Error> missing_contents(const interaction::messages::Concern& concern, bool by_web);

// Refusals organ.ended and organ.not-yet: nobody writes to a body that is not there (entries by
// staff, as the public's).
Status check_body(const journal::View& view, const organs::Repository& organs,
                  const journal::LogKey& organ, Date received_on);

// What the writer reads of an act when he follows it; empty where he reads nothing.
std::string_view shown_to_writer(const interaction::Message& message, int act);

// What may be written to the person with an act, for the clerk to change; empty where there is no
// such notice.
std::string notice_text(const MessageCase& of, std::string_view kind, const std::string& organ);

// The line of the annual report's narrative that a clerk may take over into part one or six
// (办理热线和来信): nothing where nothing came and nothing was closed. Its parts add up to what was
// received in the year, as things stand today, which it says; closed is what the year closed.
std::string narrative_line(const std::vector<interaction::messages::SourceFigures>& year,
                           Date today);

}  // namespace gongkai::desk
