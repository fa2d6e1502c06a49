#pragma once

#include <string_view>

namespace gongkai::testing::publication {

// What a screen says of each act, and the article that allows it: written out by hand from the
// Regulation, apart from the program's own table.
struct ArticleOfAct {
    std::string_view kind, title, article;
};

inline constexpr ArticleOfAct articles_of_document_acts[] = {
    // 6(1): published in time and as it is, from the first line of its text on.
    {"draft", "起草", "《条例》第六条第一款"},
    {"edit", "修改文稿", "《条例》第六条第一款"},
    // 17: a procedure of examination, by the law on state secrets and others.
    {"submit", "送审", "《条例》第十七条第一款"},
    {"review", "公开审查", "《条例》第十七条第二款"},
    // 23: published by gazette, web site and the other ways.
    {"publish", "公开", "《条例》第二十三条"},
    // 26: what has changed is published anew within twenty working days.
    {"revise", "起草新文稿", "《条例》第二十六条"},
    {"withdraw", "撤下", "《条例》第六条第一款"},
    // 20(1): which normative documents are in force.
    {"repeal", "登记废止", "《条例》第二十条第一项"},
    {"expire", "登记失效", "《条例》第二十条第一项"},
    // 4(2)(1): the office keeps its own books in order.
    {"annul", "更正错误登记", "《条例》第四条第二款第一项"},
};

}  // namespace gongkai::testing::publication
