#include <algorithm>

#include "base/text.h"
#include "desk/message_desk.h"
#include "desk/writer_check.h"
#include "organs/organ.h"

// What a message must say, and what is said to its writer.
namespace gongkai::desk {

using namespace interaction::messages;

namespace {

constexpr std::size_t longest_title = 100, longest_content = 5'000, longest_particular = 200;

bool fits(const std::string& given, std::size_t longest) {
    return text::is_utf8(given) && given.find('\0') == std::string::npos &&
           text::length(given) <= longest;
}

Error lacks(std::string_view what, std::string_view message) {
    return {ErrorKind::Invalid, "message." + std::string(what), std::string(message)};
}

// What whoever writes himself is asked for; what a platform or a telephone gave is kept as it came.
void add_of_writer(const Writer& writer, Matter matter, std::vector<Error>& all) {
    // Whoever reports somebody may stay unknown; he follows it by number and code.
    const bool named = matter != Matter::Report;
    if (text::is_blank(writer.name)) {
        if (named) all.push_back(lacks("name", "请填写姓名，便于联系您。"));
    } else if (!may_be_name(writer.name)) {
        all.push_back(lacks("name", "姓名至少两个字，不能只写数字。"));
    }
    if (text::is_blank(writer.phone)) {
        if (named) all.push_back(lacks("phone", "请填写电话，便于核实和回访。"));
    } else if (!may_be_phone(writer.phone)) {
        all.push_back(lacks("phone", "电话应是7到15位数字，可以用“-”、空格隔开。"));
    }
}

}  // namespace

std::vector<Error> missing_contents(const Concern& concern, bool by_web) {
    std::vector<Error> all;
    const auto miss = [&](std::string_view what, std::string_view message) {
        all.push_back(lacks(what, message));
    };
    const Writer writer = unpacked<Writer>(concern.writer.clear);
    if (by_web) add_of_writer(writer, concern.matter, all);
    if (!fits(writer.name, longest_particular) || !fits(writer.phone, longest_particular) ||
        !fits(writer.address, longest_particular))
        miss("too-long", "姓名、电话和地址每项请不超过200个字。");
    if (text::is_blank(concern.title.clear))
        miss("title", "请填写标题，一句话说明什么事。");
    else if (!fits(concern.title.clear, longest_title))
        miss("title", "标题太长，请不超过100个字。");
    if (text::is_blank(concern.content.clear))
        miss("content", "请填写内容：时间、地点、事情和您的要求。");
    else if (by_web && !says_something(concern.content.clear))
        miss("content", "内容太短，请写明时间、地点、事情和您的要求。");
    else if (!fits(concern.content.clear, longest_content))
        miss("content", "内容太长，请不超过5000个字。");
    return all;
}

Status check_body(const journal::View& view, const organs::Repository& organs,
                  const journal::LogKey& organ, Date received_on) {
    GK_TRY(body, organs.current(view, organ));
    if (exists_on(body, received_on)) return Done{};
    if (received_on < body.valid_from)
        return Error{ErrorKind::NotAllowed, "organ.not-yet",
                     "“" + body.name + "”在" + chinese(received_on) +
                         "还没有成立，不能登记这一天收到的来信。请核对收到日期。"};
    return Error{ErrorKind::NotAllowed, "organ.ended",
                 "“" + body.name + "”在" + chinese(received_on) + "已经不再受理来信。"};
}

std::string_view shown_to_writer(const interaction::Message& message, int act) {
    const auto& it = message.acts()[std::size_t(act)];
    if (message.is_annulled(act)) return {};
    // That the whole is void is his to know, and why; other slips are the office's own.
    if (records::annulled_by(it.what) == 0) return "登记有误，已作废，不再办理";
    return records::row_of<Subject>(it).shown.words;
}

std::string notice_text(const MessageCase& of, std::string_view kind, const std::string& organ) {
    const auto now = of.message.progress();
    const std::string what = "您于" + chinese(now.received_on) + "通过" +
                             std::string(chinese(now.source)) + "反映的事项（编号" +
                             of.message.key().number + "），";
    // Who rang the hotline has no code of this house.
    const bool has_code = of.message.acts().front().by == "public";
    if (kind == records::row_for<Subject, HandOver>().name)
        return what + "是要求公开政府信息，" + organ +
               "已按政府信息公开申请登记，答复期限和办理情况可以" +
               (has_code ? "用原查询码查询。" : "向本机关询问。") +
               "身份证明等不齐全的，将另行告知您补正。";
    if (kind == records::row_for<Subject, Transfer>().name)
        return what + "不属于" + organ + "的职责，已转　　　　办理，请等候其答复。";
    if (kind == records::row_for<Subject, Refuse>().name)
        return what + "因　　　　，" + organ + "不予受理。您可以通过　　　　反映或者主张权利。";
    if (kind == records::row_for<Subject, Extend>().name)
        return what + "因　　　　，不能在原定期限内办结，需要延长办理期限。";
    return {};
}

namespace {

// The sum of one figure over all sources.
int sum(const std::vector<SourceFigures>& year, int SourceFigures::*figure) {
    int all = 0;
    for (const SourceFigures& it : year)
        all += it.*figure;
    return all;
}

std::string cases(int number) { return std::to_string(number) + "件"; }

// Every one of what was received stands in one of these.
std::string parts_line(const std::vector<SourceFigures>& year) {
    const auto of = [&](int SourceFigures::*figure) { return sum(year, figure); };
    const int answered = of(&SourceFigures::in_time) + of(&SourceFigures::late);
    const std::pair<std::string_view, int> parts[] = {
        {"按期答复", of(&SourceFigures::in_time)},
        {"逾期", of(&SourceFigures::late)},
        {"未到期正在办理", of(&SourceFigures::ours) - answered},
        {"不要求答复、直接办结", of(&SourceFigures::without_answer)},
        {"转其他单位办理", of(&SourceFigures::transferred)},
        {"退回派单单位", of(&SourceFigures::returned)},
        {"不予受理", of(&SourceFigures::refused)},
        {"转依申请公开办理", of(&SourceFigures::handed_over)},
    };
    std::string line;
    for (const auto& [what, number] : parts)
        if (number > 0) line += (line.empty() ? "" : "，") + std::string(what) + cases(number);
    return line;
}

}  // namespace

std::string narrative_line(const std::vector<SourceFigures>& year, Date today) {
    const int received = sum(year, &SourceFigures::received);
    const int closed = sum(year, &SourceFigures::closed);
    const int earlier = sum(year, &SourceFigures::closed_earlier);
    if (received == 0 && closed == 0) return {};
    const std::string as_of = "（截至" + chinese(today) + "）。";
    if (received == 0)
        return "没有收到热线和信箱来信，办结以前年度收到的来信" + cases(closed) + as_of;
    std::string sources;
    for (const SourceFigures& it : year)
        if (it.received > 0)
            sources += (sources.empty() ? "" : "、") + std::string(chinese(it.source)) +
                       cases(it.received);
    std::string line = "办理" + sources + "，共" + cases(received) + "，其中" + parts_line(year) +
                       "；办结来信" + cases(closed);
    if (earlier > 0) line += "（含以前年度收到的" + cases(earlier) + "）";
    return line + as_of;
}

}  // namespace gongkai::desk
