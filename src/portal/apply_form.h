#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desk/request_desk.h"
#include "http/message.h"
#include "writer/html.h"

namespace gongkai::portal {

// The questions of the application, one a page. GET /organs/{organ}/apply asks the first.
enum class Step { Kind, Who, What, How, Check };
inline constexpr int steps = 5;

// What has been answered so far. It lives in the fields of the form and nowhere else: no address,
// no cookie and no memory of the server has it, so that every step reads and judges all of it anew.
struct Application {
    std::string kind, name, id_number, agent;          // Kind, Who
    std::string subject, description;                  // What
    std::string wished, shape, phone, email, address;  // How
    std::string needs_help;                            // "1"
    std::string token;     // of this form: the same one sent twice makes one request
    bool checked = false;  // the applicant has been at the last step and is changing an answer
};

// The fields of a posted form; what is unknown is left out.
Application application_of(std::span<const http::Field> fields);

// What is wrong with one answer, and in which field.
struct Fault {
    Step step{};
    std::string_view field;
    std::string message;
};
// All faults up to and with a step, in the order of the form.
std::vector<Fault> faults(const Application& it, Step upto);

// As the desk takes it.
desk::NewRequest new_request(const Application& it, Date today);

// The answers of the other steps, for the form of one.
void hidden_answers(writer::Html& out, const Application& it, Step shown);

// What is asked for, as the desk keeps it.
std::string content_of(const Application& it);

// 商业企业; empty where none was chosen.
std::string_view kind_name(const Application& it);
// By e-mail, by post, at the counter: in words.
std::string_view wish_name(const Application& it);
// 纸质, 电子文件 ...; empty where it does not matter.
std::string_view shape_name(const Application& it);

struct Choice {
    std::string_view value, name, help;
};
std::span<const Choice> wishes();
std::span<const Choice> shapes();

}  // namespace gongkai::portal
