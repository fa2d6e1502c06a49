#include <algorithm>

#include "base/text.h"
#include "desk/message_desk.h"
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

}  // namespace

std::vector<Error> missing_contents(const Concern& concern, bool by_web) {
    std::vector<Error> all;
    const auto miss = [&](std::string_view what, std::string_view message) {
        all.push_back({ErrorKind::Invalid, "message." + std::string(what), std::string(message)});
    };
    const Writer writer = unpacked<Writer>(concern.writer.clear);
    if (by_web && text::is_blank(writer.name)) miss("name", "请填写姓名，便于联系您。");
    if (by_web && text::is_blank(writer.phone)) miss("phone", "请填写电话，便于核实和回访。");
    if (!fits(writer.name, longest_particular) || !fits(writer.phone, longest_particular) ||
        !fits(writer.address, longest_particular))
        miss("too-long", "姓名、电话和地址每项请不超过200个字。");
    if (text::is_blank(concern.title.clear))
        miss("title", "请填写标题，一句话说明什么事。");
    else if (!fits(concern.title.clear, longest_title))
        miss("title", "标题太长，请不超过100个字。");
    if (text::is_blank(concern.content.clear))
        miss("content", "请填写内容：时间、地点、事情和您的要求。");
    else if (!fits(concern.content.clear, longest_content))
        miss("content", "内容太长，请不超过5000个字。");
    return all;
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

std::string narrative_line(const std::vector<SourceFigures>& year) {
    int received = 0, closed = 0, in_time = 0, late = 0;
    std::string parts;
    for (const SourceFigures& it : year) {
        if (it.received == 0) continue;
        received += it.received;
        closed += it.closed;
        in_time += it.in_time;
        late += it.late;
        parts += (parts.empty() ? "" : "、") + std::string(chinese(it.source)) +
                 std::to_string(it.received) + "件";
    }
    if (received == 0) return {};
    std::string line = "办理" + parts + "，共" + std::to_string(received) + "件，办结" +
                       std::to_string(closed) + "件";
    if (late == 0 && in_time > 0) line += "，全部按期答复";
    if (late > 0)
        line += "，按期答复" + std::to_string(in_time) + "件，逾期" + std::to_string(late) + "件";
    return line + "。";
}

}  // namespace gongkai::desk
