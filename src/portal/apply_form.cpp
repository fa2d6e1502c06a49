#include "portal/apply_form.h"

#include <algorithm>

#include "base/one_line.h"
#include "base/text.h"
#include "desk/request_contents.h"

namespace gongkai::portal {

namespace {

struct Row {
    std::string_view name;
    Step step;
    std::string Application::*value;
    std::size_t longest;  // signs
    std::string_view label;
};

constexpr Row rows[] = {
    {"kind", Step::Kind, &Application::kind, 40, "申请人类别"},
    {"name", Step::Who, &Application::name, 100, "姓名或者名称"},
    {"id_number", Step::Who, &Application::id_number, 60, "证件号码"},
    {"agent", Step::Who, &Application::agent, 100, "代理人或者经办人"},
    {"subject", Step::What, &Application::subject, 300, "名称或者文号"},
    {"description", Step::What, &Application::description, 5000, "其他特征"},
    {"wished", Step::How, &Application::wished, 40, "获取方式"},
    {"shape", Step::How, &Application::shape, 40, "信息的形式"},
    {"phone", Step::How, &Application::phone, 40, "电话"},
    {"email", Step::How, &Application::email, 120, "电子邮箱"},
    {"address", Step::How, &Application::address, 200, "通信地址"},
    {"needs_help", Step::How, &Application::needs_help, 1, "需要帮助"},
    {"token", Step::Check, &Application::token, 60, ""},
};

constexpr Choice wish_rows[] = {
    {"online", "发到电子邮箱", "需要填写电子邮箱"},
    {"post", "邮寄", "需要填写通信地址"},
    {"direct", "到机关当面领取", "办好后请带有效证件来取"},
};
constexpr Choice shape_rows[] = {
    {"", "都可以", ""},
    {"electronic", "电子文件", ""},
    {"paper", "纸质", ""},
    {"reading", "当面查阅、抄录", ""},
};

std::string_view name_in(std::span<const Choice> all, std::string_view value) {
    const auto it = std::ranges::find(all, value, &Choice::value);
    return it == all.end() ? std::string_view() : it->name;
}

// Where the page shows what the desk refuses.
struct Place {
    std::string_view code;
    Step step;
    std::string_view field;
};
constexpr Place places[] = {
    {"request.applicant", Step::Who, "name"},
    {"request.id-number", Step::Who, "id_number"},
    {"request.content", Step::What, "subject"},
    {"request.contact", Step::How, "phone"},
};
// A refusal that no field is known for stands at the first.
const Place& place_of(std::string_view code) {
    const auto place = std::ranges::find(places, code, &Place::code);
    return place == std::end(places) ? places[0] : *place;
}

bool is_address(std::string_view email) {
    const auto at = email.find('@');
    return at != email.npos && at > 0 && email.find('.', at) != email.npos &&
           email.find(' ') == email.npos && email.back() != '.';
}

void choices(const Application& it, std::vector<Fault>& all) {
    if (!named<requests::ApplicantKind>(it.kind))
        all.push_back({Step::Kind, "kind", "请选择申请人是谁。"});
    if (name_in(wish_rows, it.wished).empty())
        all.push_back({Step::How, "wished", "请选择怎样给您。"});
    if (it.wished == "online" && it.email.empty())
        all.push_back({Step::How, "email", "选了发到电子邮箱，请填写电子邮箱。"});
    if (it.wished == "post" && it.address.empty())
        all.push_back({Step::How, "address", "选了邮寄，请填写通信地址，写明邮政编码和收件人。"});
    if (!it.email.empty() && !is_address(it.email))
        all.push_back(
            {Step::How, "email", "电子邮箱的写法不对，应当像 name@example.cn 这样，中间有“@”。"});
}

void lengths(const Application& it, std::vector<Fault>& all) {
    for (const Row& row : rows) {
        const std::string& value = it.*row.value;
        if (!text::is_utf8(value))
            all.push_back({row.step, row.name,
                           "“" + std::string(row.label) + "”里有不能识别的字符，请重新填写。"});
        else if (text::length(value) > row.longest)
            all.push_back({row.step, row.name,
                           "“" + std::string(row.label) + "”太长，请不超过" +
                               std::to_string(row.longest) + "个字。"});
        else if (const auto line = check_one_line(value, row.label);
                 !line.ok() && row.value != &Application::description)
            all.push_back({row.step, row.name, line.error().message});
    }
}

int order(const Fault& it) {
    const auto row = std::ranges::find(rows, it.field, &Row::name);
    return int(row - std::begin(rows));
}

}  // namespace

Application application_of(std::span<const http::Field> fields) {
    Application it;
    for (const auto& [name, given] : fields) {
        std::string value = text::is_utf8(given) ? std::string(text::trim(given)) : given;
        std::erase(value, '\r');  // browsers send lines with both
        if (const auto row = std::ranges::find(rows, name, &Row::name); row != std::end(rows))
            it.*row->value = value;
        if (name == "checked") it.checked = value == "1";
    }
    return it;
}

std::vector<Fault> faults(const Application& it, Step upto) {
    std::vector<Fault> all;
    choices(it, all);
    lengths(it, all);
    for (const Error& error : desk::missing_contents(new_request(it, Date{}))) {
        if (error.code == "request.too-long") continue;  // lengths() has said it at its field
        const Place& place = place_of(error.code);
        all.push_back({place.step, place.field, error.message});
    }
    std::erase_if(all, [&](const Fault& each) { return each.step > upto; });
    std::ranges::stable_sort(all, {}, order);
    return all;
}

std::string content_of(const Application& it) {
    std::string text;
    const auto line = [&](std::string_view label, std::string_view value) {
        if (value.empty()) return;
        if (!text.empty()) text += '\n';
        text += std::string(label) + "：" + std::string(value);
    };
    line("名称或者文号", it.subject);
    line("其他特征", it.description);
    if (!text.empty()) line("信息的形式", shape_name(it));
    return text;
}

desk::NewRequest new_request(const Application& it, Date today) {
    desk::NewRequest out;
    out.channel = requests::Channel::Internet;
    out.applicant_kind =
        named<requests::ApplicantKind>(it.kind).value_or(requests::ApplicantKind::NaturalPerson);
    out.submitted_on = out.received_on = today;
    out.wished = named<requests::Delivery>(it.wished).value_or(requests::Delivery::Post);
    out.needs_help = it.needs_help == "1";
    out.who = {.name = it.name,
               .id_number = it.id_number,
               .phone = it.phone,
               .email = it.email,
               .address = it.address,
               .agent = it.agent};
    out.content = records::in_clear(content_of(it));
    return out;
}

void hidden_answers(writer::Html& out, const Application& it, Step shown) {
    for (const Row& row : rows) {
        const std::string& value = it.*row.value;
        if ((row.step == shown && row.name != "token") || value.empty()) continue;
        out.raw("<input type=\"hidden\" name=\"").text(row.name).raw("\" value=\"");
        out.text(value).raw("\">");
    }
    if (it.checked) out.raw("<input type=\"hidden\" name=\"checked\" value=\"1\">");
}

std::string_view kind_name(const Application& it) {
    const auto kind = named<requests::ApplicantKind>(it.kind);
    return kind ? chinese(*kind) : std::string_view();
}
std::string_view wish_name(const Application& it) { return name_in(wish_rows, it.wished); }
std::string_view shape_name(const Application& it) {
    return it.shape.empty() ? std::string_view() : name_in(shape_rows, it.shape);
}
std::span<const Choice> wishes() { return wish_rows; }
std::span<const Choice> shapes() { return shape_rows; }

}  // namespace gongkai::portal
