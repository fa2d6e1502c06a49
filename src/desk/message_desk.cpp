#include "desk/message_desk.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
#include "desk/hand_back.h"
#include "desk/message_said.h"
#include "desk/opened.h"
#include "desk/person_in_text.h"
#include "desk/recording.h"

namespace gongkai::desk {

using interaction::Message;
using interaction::MessageAct;
using interaction::MessageKey;
using journal::Change;
using journal::LogKey;
using journal::View;
using namespace interaction::messages;

namespace {

constexpr std::size_t code_signs = 8;
constexpr std::size_t beginning_signs = 20;

Error not_found() {
    return {ErrorKind::NotFound, "message.not-found",
            "没有找到这件来信。请核对来信编号和查询码，都在回执上；提出的是申请的，请到"
            "“查询申请进度”查询。"};
}

Status check_ticket(const View& view, const interaction::Messages& messages, const LogKey& organ,
                    const Concern& concern) {
    if (concern.ticket.empty()) return Done{};
    const auto known = messages.with_ticket(view, organ, concern.source, concern.ticket);
    if (!known) return Done{};
    return Error{ErrorKind::Conflict, "message.ticket.twice",
                 "工单“" + concern.ticket + "”已经登记，编号是 " + *known + "，没有再登记一次。"};
}

// Notices are written to the person; all other words stay with the office. So is the reason why the
// whole is void, as its form says.
bool is_notice(const MessageAct& act) {
    return records::annulled_by(act.what) == 0 || act.is<Refuse>() || act.is<Transfer>() ||
           act.is<HandOver>() || act.is<Extend>();
}

std::optional<std::string> notice_in(const View& view, const LogKey& log, const MessageAct& act) {
    if (const auto* reply = act.as<Reply>()) return view.open(log, reply->answer.seal);
    if (!is_notice(act) || act.words.seal.empty()) return {};
    return view.open(log, act.words.seal);
}

std::optional<PublicText> text_in(std::string_view clear) {
    const auto record = journal::parse_canonical(clear);
    PublicText text;
    if (!record.ok() ||
        !records::read_entry_record(record.value(), records::fields_of<PublicText>, &text))
        return {};
    return text;
}

std::optional<PublicText> opened_text(const View& view, const Message& message) {
    const auto* proposal = proposal_of(message, message.progress());
    if (!proposal || proposal->text.seal.empty()) return {};
    const auto clear = view.open(message.key().log, proposal->text.seal);
    return clear ? text_in(*clear) : std::nullopt;
}

// Reg. 15: what the office knows of the writer is held against what everybody would read. Nothing
// where it was never given, or erased.
Status check_person(const View& view, const Message& message, const PublicText& text) {
    const auto& seal = concern_of(message).writer.seal;
    const auto known = seal.empty() ? std::nullopt : view.open(message.key().log, seal);
    if (!known) return Done{};
    const Writer writer = unpacked<Writer>(*known);
    const std::string texts[] = {text.title, text.question, text.answer};
    return check_without_person(texts, {writer.name, writer.phone, writer.address},
                                "message.public.person");
}

// What the public will read is what was passed, and nothing that comes with the act.
Status fill_in(const View& view, const Message& before, MessageAct& act) {
    if (const auto* propose = act.as<Propose>()) {
        const auto text = text_in(propose->text.clear);
        return text ? check_person(view, before, *text) : Status{Done{}};
    }
    auto* publish = std::get_if<Publish>(&act.what);
    if (!publish) return Done{};
    const auto text = opened_text(view, before);
    if (!text)
        return Error{ErrorKind::NotAllowed, "message.publish.erased",
                     "拟公开的内容已经删除，不能公开。请重新拟写。"};
    publish->text = *text;
    return check_person(view, before, *text);
}

}  // namespace

std::optional<Writer> MessageCase::writer() const {
    const std::string* clear = data.find(concern_of(message).writer);
    return clear ? std::optional(unpacked<Writer>(*clear)) : std::nullopt;
}
const std::string* MessageCase::title() const { return data.find(concern_of(message).title); }
const std::string* MessageCase::content() const { return data.find(concern_of(message).content); }

Result<MessageReceipt> MessageDesk::enter(const Actor& by, const LogKey& organ,
                                          MessageAct entry) const {
    return enter_unless(by, organ, std::move(entry), {});
}

Result<MessageReceipt> MessageDesk::enter_unless(const Actor& by, const LogKey& organ,
                                                 MessageAct entry,
                                                 const Hindrance& hindrance) const {
    GK_CHECK(check_right(by, records::row_of<Subject>(entry).right));
    auto& concern = std::get<Enter>(entry.what).concern;
    if (auto missing = missing_contents(concern, false); !missing.empty())
        return std::move(missing.front());
    const std::string code = random_code(code_signs);
    concern.query_code.clear = code;
    std::optional<MessageReceipt> receipt;
    const auto work = [&](Change& change) -> Status {
        if (hindrance) GK_CHECK(hindrance(change));
        GK_CHECK(check_body(change, organs_, organ, entry.on));
        GK_CHECK(check_ticket(change, messages_, organ, concern));
        MessageAct ready = entry;
        sign(ready, records::row_of<Subject>(ready), by);
        set_term(ready, nullptr, counting_);
        seal<Subject>(change, ready);
        const MessageKey key{organ,
                             messages_.next_number(change, organ, year_of(ready.recorded_on))};
        GK_TRY(begun, Message::begin(key, std::move(ready)));
        auto recorded = append<Subject>(change, key, begun.acts().front());
        auto clock = answer_clock(begun, counting_.calendar, china_day(by.at));
        receipt =
            MessageReceipt{begun, code, std::move(clock), std::move(recorded), change.head(organ)};
        return Done{};
    };
    GK_CHECK(ledger_.change(by, organ, work));
    return std::move(*receipt);
}

Result<MessageReceipt> MessageDesk::enter_by_web(std::int64_t now, const LogKey& organ,
                                                 const Concern& concern) const {
    if (auto missing = missing_contents(concern, true); !missing.empty())
        return std::move(missing.front());
    const Date today = china_day(now);
    const auto first_of_its_kind = [&](const View& view) -> Status {
        for (const Message& before : messages_.fresh(view, organ, concern.source, today)) {
            const Concern& known = concern_of(before);
            const auto is_the_same = [&] {
                return view.open(organ, known.writer.seal) == concern.writer.clear &&
                       view.open(organ, known.content.seal) == concern.content.clear;
            };
            if (unless_damaged(is_the_same, false))
                return Error{ErrorKind::Conflict, "message.twice",
                             "内容完全相同的来信今天已经提交过，编号是 " + before.key().number +
                                 "，没有再登记一次。查询码在那一次的回执上。"};
        }
        return Done{};
    };
    MessageAct entry;
    entry.on = today;
    entry.what = Enter{concern};
    return enter_unless(Actor::unasked("public", now), organ, std::move(entry), first_of_its_kind);
}

Result<Message> MessageDesk::act_on(const Actor& by, const MessageKey& key, MessageAct act,
                                    std::size_t seen) const {
    if (act.is<HandOver>()) return hand_over(by, key, act, seen);
    const auto complete = [&](Change& change, const Message& before, MessageAct& ready) -> Status {
        GK_CHECK(check_said(ready));
        if (const auto wrong = records::annulled_by(ready.what)) {
            GK_CHECK(may_annul(before, *wrong, by.actor, china_day(by.at)));
            GK_CHECK(give_back_request(change, requests_, request_rules_, by, before, ready));
        }
        set_term(ready, &before, counting_);
        return fill_in(change, before, ready);
    };
    return record_act<Subject>(ledger_, messages_, by, key, std::move(act), {}, seen, complete);
}

Result<MessageCase> MessageDesk::open(const MessageKey& key) const {
    Result<MessageCase> result = not_found();
    ledger_.look([&](const View& view) {
        const auto found = messages_.find(view, key);
        if (!found.ok()) {
            result = found.error();
            return;
        }
        result = MessageCase{found.value(), OpenedData::of(view, found.value()),
                             opened_text(view, found.value())};
    });
    return result;
}

Result<TrackedMessage> MessageDesk::track(const MessageKey& key,
                                          const std::string& query_code) const {
    Result<TrackedMessage> result = not_found();
    ledger_.look([&](const View& view) {
        const auto found = messages_.find(view, key);
        if (!found.ok()) return;
        const auto code = view.open(key.log, concern_of(found.value()).query_code.seal);
        if (!code || !same_secret(*code, query_code)) return;
        TrackedMessage tracked{found.value(), {}};
        for (const MessageAct& act : tracked.message.acts())
            tracked.notices.push_back(notice_in(view, key.log, act));
        result = std::move(tracked);
    });
    return result;
}

MessageLine MessageDesk::line_of(const View& view, const LogKey& organ, Listed listed) const {
    MessageLine line{std::move(listed), {}, {}};
    const auto message = messages_.find(view, {organ, line.listed.number});
    if (!message.ok()) return line;
    const Concern& concern = concern_of(message.value());
    if (const auto title = view.open(organ, concern.title.seal))
        line.beginning = text::slice(*title, 0, beginning_signs);
    if (!concern.writer.seal.empty()) {
        const auto writer = view.open(organ, concern.writer.seal);
        line.masked_name = writer ? masked_person(unpacked<Writer>(*writer).name)
                                  : instead_of_lacking(view, organ, subject(message.value().key()));
    }
    return line;
}

Result<records::Page<MessageLine>> MessageDesk::list(const LogKey& organ, const records::Ask& ask,
                                                     Date today) const {
    Result<records::Page<MessageLine>> result(records::Page<MessageLine>{});
    ledger_.look([&](const View& view) {
        const auto page = messages_.page(view, organ, ask, today);
        if (page.ok())
            result = page.value().shown([&](const Listed& listed) {
                return unless_damaged([&] { return line_of(view, organ, listed); },
                                      {listed, {}, std::string(damaged_in_list)});
            });
        else
            result = page.error();
    });
    return result;
}

std::vector<MonthFigures> MessageDesk::months(const LogKey& organ, int year, Date today) const {
    std::vector<MonthFigures> all;
    ledger_.look([&](const View& view) { all = messages_.months(view, organ, year, today); });
    return all;
}

std::vector<SourceFigures> MessageDesk::sources(const LogKey& organ, int year, Date today) const {
    std::vector<SourceFigures> all;
    ledger_.look([&](const View& view) { all = messages_.sources(view, organ, year, today); });
    return all;
}

}  // namespace gongkai::desk
