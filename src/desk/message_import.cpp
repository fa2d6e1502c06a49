#include "desk/message_import.h"

#include <array>
#include <map>
#include <set>

#include "base/quoted.h"
#include "base/secrets.h"
#include "desk/message_desk.h"
#include "desk/recording.h"

namespace gongkai::desk {

using files::CsvRow;
using interaction::Message;
using interaction::MessageAct;
using interaction::MessageKey;
using journal::Change;
using journal::LogKey;
using namespace interaction::messages;

namespace {

constexpr std::size_t code_signs = 8;

enum Which {
    Ticket,
    From,
    Kind,
    Received,
    Title,
    Content,
    Name,
    Phone,
    Place,
    Secret,
    Answer,
    Urgent,
    Until
};
const std::array<Column, Until + 1> columns{{
    {{"工单编号", "编号", "工单号"}},
    {{"来源"}, true},
    {{"类别", "诉求类型", "类型"}, true},
    {{"收到日期", "受理时间", "来电时间", "收到时间"}, true},
    {{"标题", "诉求标题"}, true},
    {{"内容", "诉求内容"}, true},
    {{"姓名", "诉求人", "来信人", "来电人"}},
    {{"电话", "联系电话", "来电号码"}},
    {{"地址", "事发地址"}},
    {{"要求保密", "是否保密"}},
    {{"要求答复", "是否要求回复", "是否回复"}},
    {{"紧急", "是否紧急"}},
    {{"办理期限", "办结时限", "截止时间"}},
}};

Error bad_cell(Which column, const std::string& cell, const std::string& what) {
    const std::string title(columns[column].title());
    if (cell.empty()) return {ErrorKind::Invalid, "import.cell", "缺少“" + title + "”。"};
    return {ErrorKind::Invalid, "import.cell",
            "“" + title + "”不能是" + text::in_quotes(cell) + what};
}

template <HasWords Enum>
std::string choices() {
    std::string all;
    for (const Word& word : words_of<Enum>)
        (all += all.empty() ? "，应是" : "、") += word.chinese;
    return all + "。";
}

// Names by which the platforms call their sources and kinds.
constexpr std::pair<std::string_view, Source> other_sources[] = {
    {"12345", Source::Hotline},
    {"热线", Source::Hotline},
    {"县委书记信箱", Source::SecretaryMailbox},
    {"市长信箱", Source::HeadMailbox},
    {"区长信箱", Source::HeadMailbox},
    {"镇长信箱", Source::HeadMailbox},
    {"乡长信箱", Source::HeadMailbox},
    {"局长信箱", Source::HeadMailbox},
    {"主任信箱", Source::HeadMailbox},
    {"网民留言", Source::Website},
    {"找错", Source::Correction},
    {"纠错", Source::Correction},
};
constexpr std::pair<std::string_view, Matter> other_matters[] = {
    {"投诉举报", Matter::Complaint},
    {"意见建议", Matter::Suggestion},
    {"建言献策", Matter::Suggestion},
    {"咨询类", Matter::Consultation},
};

template <class Enum, std::size_t count>
std::optional<Enum> known(const std::pair<std::string_view, Enum> (&others)[count],
                          const std::string& cell) {
    if (const auto choice = choice_in_cell<Enum>(cell)) return choice;
    for (const auto& [name, value] : others)
        if (name == cell) return value;
    return {};
}

// One row as the act that begins a message, in the clear; or all that is wrong with it, so that
// nobody has to try again for each.
class RowReader {
public:
    RowReader(const CsvRow& row, const Places& places) : row_(row), places_(places) {}

    std::optional<MessageAct> read() {
        MessageAct act;
        Concern concern;
        choices_into(concern);
        answers_into(concern);
        if (const auto received = day_in_cell(cell(Received)))
            act.on = *received;
        else
            bad_day(Received);
        if (!cell(Until).empty()) {
            concern.until = day_in_cell(cell(Until));
            if (!concern.until) bad_day(Until);
        }
        concern.ticket = cell(Ticket);
        concern.title = records::in_clear(cell(Title));
        concern.content = records::in_clear(cell(Content));
        const Writer writer{cell(Name), cell(Phone), cell(Place)};
        if (writer != Writer{}) concern.writer.clear = packed(writer);
        for (Error& missing : missing_contents(concern, false))
            faults_.push_back(std::move(missing.message));
        if (!faults_.empty()) return {};
        act.what = Enter{std::move(concern)};
        return act;
    }
    const std::vector<std::string>& faults() const { return faults_; }

private:
    const CsvRow& row_;
    const Places& places_;
    std::vector<std::string> faults_;

    std::string cell(Which column) const { return places_.cell(row_, column); }

    void bad(Which column, const std::string& what) {
        faults_.push_back(bad_cell(column, cell(column), what).message);
    }
    void bad_day(Which column) {
        bad(column, "，应写成 2026-03-02 或者 2026年3月2日 这样的日期。");
    }

    void choices_into(Concern& concern) {
        if (const auto source = known(other_sources, cell(From)))
            concern.source = *source;
        else
            bad(From, choices<Source>());
        if (const auto matter = known(other_matters, cell(Kind)))
            concern.matter = *matter;
        else
            bad(Kind, choices<Matter>());
    }

    void answers_into(Concern& concern) {
        for (const auto& [column, into] :
             {std::pair{Secret, &concern.secrecy}, std::pair{Answer, &concern.reply_wished},
              std::pair{Urgent, &concern.urgent}}) {
            if (const auto answer = answer_in_cell(cell(column)))
                *into = *answer;
            else
                bad(column, "，应是“是”或者“否”。");
        }
        // Whoever says nothing about it wishes an answer.
        if (cell(Answer).empty()) concern.reply_wished = true;
    }
};

// One import, within a change of the body's log.
class Run {
public:
    Run(Change& change, const Actor& by, const interaction::Messages& messages,
        const organs::Repository& organs, const Counting& counting)
        : change_(change), by_(by), messages_(messages), organs_(organs), counting_(counting) {}

    ImportRow take(const CsvRow& row, const Places& places) {
        ImportRow out{row.line, places.cell(row, Ticket), ImportAction::Create, {}};
        if (out.name.empty()) out.name = "第" + std::to_string(row.line) + "行";
        RowReader reader(row, places);
        auto act = reader.read();
        for (const std::string& fault : reader.faults())
            out.refuse(fault);
        if (!act) return out;
        const Concern& concern = std::get<Enter>(act->what).concern;
        if (!concern.ticket.empty() && is_known(concern, row.line, out)) return out;
        if (const Status recorded = record(std::move(*act)); !recorded.ok())
            out.refuse(recorded.error().message);
        return out;
    }

private:
    Change& change_;
    const Actor& by_;
    const interaction::Messages& messages_;
    const organs::Repository& organs_;
    const Counting& counting_;
    std::map<std::pair<Source, std::string>, int> lines_;

    bool is_known(const Concern& concern, int line, ImportRow& out) {
        const auto [it, first] = lines_.emplace(std::pair{concern.source, concern.ticket}, line);
        if (!first) {
            out.refuse("工单编号“" + concern.ticket + "”在第 " + std::to_string(it->second) +
                       " 行已经有了。");
            return true;
        }
        const auto number =
            messages_.with_ticket(change_, change_.log(), concern.source, concern.ticket);
        if (!number) return false;
        out.action = ImportAction::Same;
        out.messages.push_back("这张工单已经登记，编号是 " + *number + "，不再导入。");
        return true;
    }

    Status record(MessageAct act) {
        GK_CHECK(check_body(change_, organs_, change_.log(), act.on));
        sign(act, records::row_of<Subject>(act), by_);
        std::get<Enter>(act.what).concern.query_code.clear = random_code(code_signs);
        set_term(act, nullptr, counting_);
        seal<Subject>(change_, act);
        const MessageKey key{
            change_.log(), messages_.next_number(change_, change_.log(), year_of(act.recorded_on))};
        GK_TRY(begun, Message::begin(key, std::move(act)));
        append<Subject>(change_, key, begun.acts().front());
        return Done{};
    }
};

}  // namespace

Result<Import> MessageImport::run(const Actor& by, const LogKey& organ, std::string_view bytes,
                                  bool dry_run) const {
    GK_CHECK(check_right(by, records::row_for<Subject, Enter>().right));
    GK_TRY(rows, read_table(bytes));
    GK_TRY(places, Places::of(rows.front(), columns));
    if (rows.size() == 1) return Error{ErrorKind::Invalid, "import.no-rows", "文件中没有数据行。"};
    return import_rows(ledger_, by, organ, dry_run, [&](Change& change) {
        Run run(change, by, messages_, organs_, counting_);
        std::vector<ImportRow> out;
        for (const CsvRow& row : std::span(rows).subspan(1))
            out.push_back(run.take(row, places));
        return out;
    });
}

std::string MessageImport::file_template() {
    constexpr std::array<std::string_view, columns.size()> example{"RX20260302001",
                                                                   "12345热线",
                                                                   "求助",
                                                                   "2026-03-02",
                                                                   "路灯不亮",
                                                                   "人民路12号门前的路灯三天不亮",
                                                                   "王某",
                                                                   "0000-1234567",
                                                                   "人民路12号",
                                                                   "否",
                                                                   "是",
                                                                   "否",
                                                                   ""};
    return template_csv(columns, example);
}

}  // namespace gongkai::desk
