#pragma once

#include <string_view>

namespace gongkai::testing {

// What a screen says of each act, and the article that allows it: written out by hand from the
// Regulation, apart from the program's own table.
struct ArticleOfAct {
    std::string_view kind, title, article;
};

inline constexpr ArticleOfAct articles_of_request_acts[] = {
    // 29: asked for in writing, or entered by the office for who cannot write.
    {"register", "登记申请", "《条例》第二十九条"},
    // 31(3): what comes by the internet counts from the day on which both sides confirm it.
    {"confirm", "确认收到申请", "《条例》第三十一条"},
    // 30: told once within seven working days what to correct; abandoned without it.
    {"ask_correction", "告知补正", "《条例》第三十条"},
    {"correct", "登记收到的补正", "《条例》第三十条"},
    {"lapse_uncorrected", "逾期不补正，不再处理", "《条例》第三十条"},
    // 35: too many or too often, so reasons are asked for, and a reasonable period may be fixed.
    {"ask_reasons", "要求说明理由", "《条例》第三十五条"},
    {"give_reasons", "登记收到的理由", "《条例》第三十五条"},
    {"fix_period", "确定延迟答复的合理期限", "《条例》第三十五条"},
    // 32: the third party has fifteen working days from receiving the letter.
    {"consult", "征求意见", "《条例》第三十二条"},
    {"serve", "登记文书送达", "《条例》第三十二条"},
    {"opinion", "登记收到的意见", "《条例》第三十二条"},
    // 33(2): at most twenty working days, agreed to by the person responsible for the office.
    {"propose_extension", "报请延长答复期限", "《条例》第三十三条第二款"},
    {"extend", "同意延长并告知申请人", "《条例》第三十三条第二款"},
    // The measures for the fee: notice and lapse in 6, payment in 7.
    {"fee_notice", "发送收费通知", "国办函〔2020〕109号第六条"},
    {"pay", "登记缴费", "国办函〔2020〕109号第七条"},
    {"lapse_unpaid", "逾期不缴费，不再处理", "国办函〔2020〕109号第六条"},
    // 36: the kinds of answers.
    {"decide", "作出处理决定", "《条例》第三十六条"},
    // The reply of the General Office on the day on which an answer is given.
    {"deliver", "送达答复", "国办公开办函〔2016〕235号"},
    {"withdraw", "登记申请人撤回", "《条例》第三十六条"},
    // 51: complaint, review and suit.
    {"file_remedy", "登记复议或诉讼", "《条例》第五十一条"},
    {"remedy_result", "登记复议或诉讼结果", "《条例》第五十一条"},
    // 4(2)(1): the office keeps its own books in order.
    {"annul", "更正错误登记", "《条例》第四条第二款第一项"},
};

}  // namespace gongkai::testing
