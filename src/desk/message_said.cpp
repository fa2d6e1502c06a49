#include "desk/message_said.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace gongkai::desk {

using namespace interaction::messages;

namespace {

bool says_nothing(const std::string& words) {
    return std::ranges::all_of(text::folded_points(words), [](char32_t sign) {
        const bool ascii = sign < 0x80 && std::isalnum(static_cast<unsigned char>(sign)) == 0;
        return ascii || (sign >= 0x2000 && sign < 0x2C00) || (sign >= 0x3000 && sign < 0x3040) ||
               (sign >= 0xFE10 && sign < 0xFE70) || (sign >= 0xFF00 && sign < 0xFF10);
    });
}

}  // namespace

Status check_said(const interaction::MessageAct& act) {
    const auto& row = records::row_of<Subject>(act);
    if (row.words.needed && !act.words.clear.empty() && says_nothing(act.words.clear)) {
        Error error{ErrorKind::Invalid, "message.act.words",
                    "“" + std::string(row.words.label) + "”里只有标点符号，请写明内容。"};
        error.fields = {{"words", error.message}};
        return error;
    }
    const auto* reply = act.as<Reply>();
    if (reply && !reply->answer.clear.empty() && says_nothing(reply->answer.clear))
        return Error{ErrorKind::Invalid, "message.answer", "请填写答复内容。"};
    return Done{};
}

}  // namespace gongkai::desk
