#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "disclosure/document.h"

namespace gongkai::disclosure {

// An act that the table has for a document as it stands now.
struct Offer {
    const records::Row* row = nullptr;  // its name, title, article, right
    std::vector<int> refers_to;         // Annul: the acts that it may refer to
    std::string why_not;  // what stands in its way: 请填写内容概述…; empty: nothing
};

// All of them in the order of the table, as the one named by `actor` would do them on a day. An
// annulment is offered only where there is an act that it may refer to.
std::vector<Offer> offers(const Document& document, std::string_view actor, Date today);

// An act of a kind on the document with what need not be given: the day, the present text, and
// which text is reviewed.
Act begun_act(const Document& document, const records::Row& row, Date today);

// What a review before publication has to answer (公开审查), Reg. 14 to 17.
struct ReviewQuestion {
    std::string_view id;
    std::string_view text;
    law::Clause clause{};
};
std::vector<ReviewQuestion> review_questions();

}  // namespace gongkai::disclosure
